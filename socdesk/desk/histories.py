"""The history of one record in words: old, new, who, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from socdesk.clock import LONDON, day_in_text
from socdesk.desk.desk import Desk
from socdesk.desk.words import DeskWords
from socdesk.errors import UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.version_store import Version

EMPTY = "empty"
"""What stands for an answer that was not given."""

_LABELS = {"state": "State", "restricted": "Restricted", "parent": "Belongs to"}


class NoSuchRecordError(UserFacingError):
    """No record has that reference, or the officer may not see it."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"There is no record {reference} on this desk.", advice="Check the reference.")


@dataclass(frozen=True)
class Change:
    """One answer of one version in words; ``was`` is nothing in the first version."""

    label: str
    was: str
    now: str


@dataclass(frozen=True)
class VersionWords:
    """One version in words: when, who, which deed and why; ``is_destroyed`` where its text is gone."""

    number: int
    at: datetime
    who: str
    deed: int
    said: str
    why: str
    is_destroyed: bool
    changes: tuple[Change, ...]

    @property
    def when(self) -> str:
        """The day and the time in London."""
        local = self.at.astimezone(LONDON)
        return f"{day_in_text(local.date())}, {local:%H:%M}"


def history_of(desk: Desk, reference: str) -> Iterator[str]:
    """Yield one line for each version, and one for each field that it changed; note the view of a restricted record.

    Raises:
        NoSuchRecordError: no record has that reference.

    """
    found = desk.read.by_reference(reference)
    if found is None:
        raise NoSuchRecordError(reference)
    register, record = found
    if record.restricted or has_restricted_parent(desk, register, record):
        desk.record_event("viewed a restricted record", record=record.id)
    return lines_of(versions_in_words(desk, register, desk.read.history(record.id)))


def has_restricted_parent(desk: Desk, register: AnyRegister, record: Record) -> bool:
    """Tell whether a record belongs to a restricted one."""
    parent = desk.read.get(desk.catalogue.get(register.parent), record.parent) if register.parent else None
    return parent is not None and parent.restricted


def lines_of(versions: Iterator[VersionWords]) -> Iterator[str]:
    """Yield versions as lines of plain text."""
    for each in versions:
        why = f" Because: {each.why}" if each.why else ""
        yield f"Version {each.number}. {each.when}. {each.who}. Deed {each.deed}: {each.said}.{why}"
        if each.is_destroyed:
            yield "  The text of this version was destroyed."
        for change in each.changes:
            was = f"{change.was} -> " if change.was else ""
            yield f"  {change.label}: {was}{change.now}"


def versions_in_words(desk: Desk, register: AnyRegister, versions: tuple[Version, ...]) -> Iterator[VersionWords]:
    """Yield versions in words, oldest first."""
    words = DeskWords(desk)
    before: Record | None = None
    for version in versions:
        deed = desk.store.versions.deed(version.deed)
        yield VersionWords(
            number=version.number,
            at=version.at,
            who=words.title(version.actor),
            deed=version.deed,
            said=deed.words if deed else "",
            why=deed.why if deed else "",
            is_destroyed=version.record is None,
            changes=tuple(_changes(words, register, before, version.record)) if version.record else (),
        )
        before = version.record


def _changes(words: DeskWords, register: AnyRegister, before: Record | None, after: Record) -> Iterator[Change]:
    old = before or register.record_type(state=after.state)
    for name in changed_fields(register, old, after):
        was, now = (_shown(words, register, record, name) for record in (old, after))
        label = register.fields[name].label if name in register.fields else _LABELS[name]
        yield Change(label, was if before else "", now)


def _shown(words: DeskWords, register: AnyRegister, record: Record, name: str) -> str:
    value = getattr(record, name)
    if name in register.fields:
        return register.fields[name].show(value, words) or EMPTY
    if name == "parent":
        return words.reference(value) if value else "nothing"
    return ("Yes" if value else "No") if isinstance(value, bool) else str(value)
