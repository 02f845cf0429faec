"""Sentences on how actions stand: for the headline and for each pillar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socdesk.clock import day_in_text
from socdesk.figures.actions import RAGS, by_rag, overdue
from socdesk.figures.update_base import UpdateBase
from socdesk.figures.wording import counted, is_are, listed, paragraph
from socdesk.registers.declared.actions import Action

_STANDS = {
    "GREEN": "on track",
    "AMBER": "at risk",
    "RED": "off track",
    "BLUE": "complete",
    "GREY": "not started or not applicable",
}
"""How a rating reads in a sentence: domain.md 9.1."""

_NAMED = ("AMBER", "RED")
"""Ratings whose actions a committee wants named."""


def how_they_stand(actions: Sequence[Action], where: str, base: UpdateBase) -> str:
    """Return one sentence that counts actions by rating: Of the 6 actions under Pursue, 4 are on track, ..."""
    day = day_in_text(base.inputs.as_at)
    figures = by_rag(actions, base.inputs.as_at)
    counts = {code: figure.numerator for code, figure in figures.items() if figure.numerator}
    if not counts:
        return ""
    if len(counts) == 1:
        subject, verb = _all_of(len(actions), where)
        return f"{subject} {verb} {_stands(next(iter(counts)), base)} at {day}"
    parts = (f"{number} {is_are(number)} {_stands(code, base)}" for code, number in counts.items())
    return f"Of the {len(actions)} actions{where}, {listed(parts)} at {day}"


def _all_of(number: int, where: str) -> tuple[str, str]:
    if number == 1:
        return f"The one action{where}", "is"
    return (f"Both actions{where}" if number == 2 else f"All {number} actions{where}"), "are"  # noqa: PLR2004  both


def _stands(code: str, base: UpdateBase) -> str:
    return _STANDS[code] if code in RAGS else f"rated {base.lookup.label('rag', code)}"


def _called(action: Action) -> str:
    return f"{action.reference} ({action.title})"


def named_by_rating(actions: Iterable[Action]) -> list[str]:
    """Return sentences that name the actions that are at risk or off track."""
    found = tuple(actions)
    named = {code: [_called(action) for action in found if action.rag == code] for code in _NAMED}
    return [f"{_STANDS[code]}: {listed(names)}" for code, names in named.items() if names]


def overdue_sentences(actions: Iterable[Action], base: UpdateBase) -> list[str]:
    """Return a sentence on what is overdue, or none."""
    found = overdue(actions, base.now.milestones, base.inputs.as_at)
    if not found:
        return []
    names = (f"{each.record.reference} ({each.record.title}), due {day_in_text(each.due)}" for each in found)
    late = sum(isinstance(each.record, Action) for each in found)
    numbers = {"action": late, "milestone": len(found) - late}
    subject = listed(counted(number, noun) for noun, number in numbers.items() if number)
    return [f"{subject} {is_are(len(found))} overdue at {day_in_text(base.inputs.as_at)}: {listed(names)}"]


def rating_movements(actions: Iterable[Action], base: UpdateBase) -> list[str]:
    """Return sentences on ratings that changed since the previous report, for these actions."""
    references = {action.reference for action in actions}
    moved = [change for change in base.changes if change.field == "rag" and change.reference in references]
    if not moved or base.inputs.compared_with is None:
        return []
    parts = (f"{change.reference} went from “{change.old}” to “{change.new}”" for change in moved)
    return [f"since {day_in_text(base.inputs.compared_with)}, {listed(parts)}"]


def milestone_sentences(actions: Iterable[Action], base: UpdateBase) -> list[str]:
    """Return a sentence on the milestones reached since the previous report, for these actions."""
    references = {action.reference for action in actions}
    reached = [each for each in base.reached if each.action in references]
    if not reached:
        return []
    subject = counted(len(reached), "milestone")
    verb = "was" if len(reached) == 1 else "were"
    return [f"{subject} {verb} reached: {'; '.join(f'{each.action}, {each.in_words}' for each in reached)}"]


def pillar_paragraph(code: str, base: UpdateBase) -> str:
    """Return the draft on one pillar."""
    actions = [action for action in base.actions if action.primary_pillar == code]
    name = base.lookup.label("pillar", code)
    if not actions:
        return paragraph([f"No action of the plan has {name} as its main pillar"])
    return paragraph(
        [
            how_they_stand(actions, f" under {name}", base),
            *named_by_rating(actions),
            *rating_movements(actions, base),
            *milestone_sentences(actions, base),
            *overdue_sentences(actions, base),
        ]
    )
