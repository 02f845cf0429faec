"""What was done on a desk: its deeds, newest first, a block at a time, and what undoing one left alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk, Undone
from socdesk.desk.undoing import Kept, standing_deeds
from socdesk.desk.words import DeskWords
from socdesk.storage.version_store import DeedRow

ALL, STANDING, GONE = "all", "standing", "gone"
"""Which deeds are asked for: all, those that can be undone, and those that are undone or undo."""


@dataclass(frozen=True)
class DeedsAsked:
    """Which deeds: by how they stand, and by words that they, their reason or their officer must hold."""

    which: str = ALL
    text: str = ""


@dataclass(frozen=True)
class DoneRow:
    """One deed in words. ``records`` says how many it changed; ``can_undo`` whether it stands."""

    number: int
    at: datetime
    words: str
    why: str
    who: str
    records: int
    state: str
    can_undo: bool

    @property
    def when(self) -> str:
        """The day and the time in London."""
        local = self.at.astimezone(LONDON)
        return f"{day_in_table(local.date())}, {local:%H:%M}"

    @property
    def cells(self) -> tuple[str, ...]:
        """What a row of a table shows."""
        said = f"{self.words}. Because: {self.why}" if self.why else self.words
        return (self.when, said, self.who, f"{self.records:,}", self.state)


def deeds_done(desk: Desk, asked: DeedsAsked) -> tuple[int, ...]:
    """Return the numbers of the deeds that are asked for, newest first."""
    standing, words = standing_deeds(desk.store), DeskWords(desk)
    sought = asked.text.casefold().split()
    return tuple(
        deed.number
        for deed in reversed(desk.store.versions.deeds())
        if _is_asked(deed, asked.which, standing)
        and all(part in f"{deed.words} {deed.why} {words.title(deed.actor)}".casefold() for part in sought)
    )


def _is_asked(deed: DeedRow, which: str, standing: frozenset[int]) -> bool:
    if which == STANDING:
        return deed.number in standing and deed.undoes is None
    if which == GONE:
        return deed.undoes is not None or (deed.number not in standing and deed.kind == "edit")
    return True


def done_rows(desk: Desk, numbers: tuple[int, ...]) -> tuple[DoneRow, ...]:
    """Return some deeds in words, in the order of their numbers as given."""
    standing, words = standing_deeds(desk.store), DeskWords(desk)
    counts = desk.store.versions.sizes(numbers)
    found = {deed.number: deed for deed in desk.store.versions.deeds_numbered(numbers)}
    deeds = (found[number] for number in numbers if number in found)
    return tuple(
        DoneRow(
            number=deed.number,
            at=deed.at,
            words=deed.words,
            why=deed.why,
            who=words.title(deed.actor),
            records=counts.get(deed.number, 0),
            state=_state(deed, standing),
            can_undo=deed.number in standing,
        )
        for deed in deeds
    )


def _state(deed: DeedRow, standing: frozenset[int]) -> str:
    if deed.number in standing:
        return ""
    return "Undone" if deed.kind in {"edit", "undo", "redo"} else "For good"


def records_of_deed(desk: Desk, number: int) -> tuple[tuple[str, str], ...]:
    """Return the register and the id of each record that a deed changed."""
    return tuple((each.register, each.record_id) for each in desk.store.versions.of_deed(number))


def undone_in_words(undone: Undone) -> str:
    """Return what an undo did, and what it left alone and why."""
    words = f"{undone.plan.words}."
    if not undone.kept:
        return words
    return f"{words} Left alone, because it was changed again since: {_named(undone.kept)}."


_MOST_NAMED = 5


def _named(kept: tuple[Kept, ...]) -> str:
    named = [f"{each.reference}, {each.label}" for each in kept[:_MOST_NAMED]]
    more = len(kept) - len(named)
    return "; ".join(named) + (f"; and {more:,} more" if more else "")
