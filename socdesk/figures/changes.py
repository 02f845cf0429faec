"""What changed in the action register between two days: public fields, ratings and milestones (domain.md 2.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from socdesk.clock import day_in_text
from socdesk.figures.scope import live
from socdesk.registers.declared.actions import ACTIONS, Action, Milestone
from socdesk.registers.fields import Audience, Lookup

PUBLIC_FIELDS = tuple(name for name, kind in ACTIONS.fields.items() if kind.audience is Audience.PUBLIC)
"""The fields of an action that a change may be told of. No other field is ever looked at."""


@dataclass(frozen=True)
class Change:
    """One changed field of one action, in words. ``field`` is empty for an action that came or went."""

    reference: str
    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class MilestoneDone:
    """A milestone that was reached between the days. ``done`` is the day, where it is known."""

    reference: str
    action: str
    title: str
    done: date | None

    @property
    def in_words(self) -> str:
        """The milestone and its day."""
        return f"{self.title}, done on {day_in_text(self.done)}" if self.done else f"{self.title}, done"


def _of_one(before: Action, now: Action, lookup: Lookup) -> Iterable[Change]:
    for name in PUBLIC_FIELDS:
        if getattr(before, name) != getattr(now, name):
            kind = ACTIONS.fields[name]
            old, new = (kind.show(getattr(action, name), lookup) for action in (before, now))
            yield Change(now.reference, name, kind.label, old, new)


def changes(before: Iterable[Action], now: Iterable[Action], lookup: Lookup) -> tuple[Change, ...]:
    """Return what changed in public fields, by reference and then by field.

    An action that came has only new words, and one that went only old ones.
    """
    old, new = ({action.id: action for action in live(actions)} for actions in (before, now))
    found: list[Change] = []
    for key in sorted(old.keys() | new.keys(), key=lambda key: ((new.get(key) or old[key]).reference, key)):
        if key not in old:
            found.append(Change(new[key].reference, "", "New action", "", new[key].title))
        elif key not in new:
            found.append(Change(old[key].reference, "", "Action removed", old[key].title, ""))
        else:
            found.extend(_of_one(old[key], new[key], lookup))
    return tuple(found)


def rating_changes(found: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes of rating alone."""
    return tuple(change for change in found if change.field == "rag")


def milestones_done(
    before: Iterable[Milestone], now: Iterable[Milestone], actions: Iterable[Action], since: date, day: date
) -> tuple[MilestoneDone, ...]:
    """Return the milestones that were reached after one day and by another, in order of their day.

    One whose day is not known counts where the earlier snapshot did not have it as done.
    """
    references = {action.id: action.reference for action in live(actions)}
    already = {each.id for each in live(before) if each.status == "DONE"}
    found = [
        MilestoneDone(each.reference, references[each.parent], each.title, each.done)
        for each in live(now)
        if each.status == "DONE"
        and each.parent in references
        and (since < each.done <= day if each.done else each.id not in already)
    ]
    return tuple(sorted(found, key=lambda each: (each.done or day, each.reference)))
