"""What the action register says on a day: ratings, pillars, and what is overdue or due soon (domain.md 2.6).

Actions that were withdrawn or replaced are history: they count nowhere here. An action counts once, under its main
pillar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from socdesk.clock import day_in_text
from socdesk.figures.figure import Figure
from socdesk.figures.scope import live
from socdesk.registers.declared.actions import Action, Milestone

RAGS = ("GREEN", "AMBER", "RED", "BLUE", "GREY")
"""The ratings, in the order in which papers have them."""

PILLARS = ("PURSUE", "PREVENT", "PROTECT", "PREPARE")

DROPPED_STATUSES = frozenset({"SUPERSEDED", "WITHDRAWN"})
CLOSED_STATUSES = DROPPED_STATUSES | {"COMPLETE"}
OPEN_MILESTONES = frozenset({"PLANNED", "SLIPPED"})


def standing_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions that count: live, and neither withdrawn nor replaced."""
    return tuple(action for action in live(actions) if action.status not in DROPPED_STATUSES)


def open_actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions that are still to be done or kept up."""
    return tuple(action for action in live(actions) if action.status not in CLOSED_STATUSES)


def _ids(records: Iterable[Action]) -> tuple[str, ...]:
    return tuple(record.id for record in records)


def _by(
    actions: Iterable[Action], day: date, known: tuple[str, ...], code_of: Callable[[Action], str], of: str
) -> dict[str, Figure]:
    counting = standing_actions(actions)
    found = sorted({code_of(action) for action in counting} - set(known))
    return {
        code: Figure(
            counts=f"{of} with {code}",
            of=of,
            as_at=day,
            numerator_ids=_ids(action for action in counting if code_of(action) == code),
            denominator_ids=_ids(counting),
        )
        for code in (*known, *found)
    }


def by_rag(actions: Iterable[Action], day: date) -> dict[str, Figure]:
    """Return how many actions have each rating; every known rating is there, and unknown codes come last."""
    return _by(actions, day, RAGS, lambda action: action.rag, "actions")


def by_pillar(actions: Iterable[Action], day: date) -> dict[str, Figure]:
    """Return how many actions there are under each pillar."""
    return _by(actions, day, PILLARS, lambda action: action.primary_pillar, "actions")


def by_pillar_and_rag(actions: Iterable[Action], day: date) -> dict[str, dict[str, Figure]]:
    """Return, for each pillar, how many of its actions have each rating."""
    counting = standing_actions(actions)
    return {
        pillar: by_rag((action for action in counting if action.primary_pillar == pillar), day)
        for pillar in by_pillar(counting, day)
    }


@dataclass(frozen=True)
class Due:
    """Something with a due day: an action, or a milestone of one. ``days`` is how far off; negative when overdue."""

    record: Action | Milestone
    action: Action
    due: date
    days: int

    @property
    def in_words(self) -> str:
        """When it is or was due."""
        when = day_in_text(self.due)
        if self.days == 0:
            return f"due today, {when}"
        number = abs(self.days)
        unit = "day" if number == 1 else "days"
        return f"due {when}, in {number} {unit}" if self.days > 0 else f"due {when}, {number} {unit} overdue"


def _dues(actions: Iterable[Action], milestones: Iterable[Milestone], day: date) -> tuple[Due, ...]:
    still_open = {action.id: action for action in open_actions(actions)}
    found = [Due(a, a, a.due, (a.due - day).days) for a in still_open.values() if a.due]
    found += [
        Due(m, still_open[m.parent], m.due, (m.due - day).days)
        for m in live(milestones)
        if m.due and m.status in OPEN_MILESTONES and m.parent in still_open
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.record.reference)))


def overdue(actions: Iterable[Action], milestones: Iterable[Milestone], day: date) -> tuple[Due, ...]:
    """Return what should have been done before a day, longest overdue first. What is due on the day is not overdue."""
    return tuple(each for each in _dues(actions, milestones, day) if each.days < 0)


def due_within(actions: Iterable[Action], milestones: Iterable[Milestone], day: date, days: int) -> tuple[Due, ...]:
    """Return what is due from a day until so many days later, both included, soonest first."""
    last = day + timedelta(days=days)
    return tuple(each for each in _dues(actions, milestones, day) if day <= each.due <= last)
