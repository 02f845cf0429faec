"""Whether a rating may stand after a review (domain.md story 25).

Amber and red need a reason and a next step; green needs evidence dated in the period.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from socdesk.clock import day_in_text
from socdesk.figures.calendar_months import add_months
from socdesk.figures.scope import live
from socdesk.registers.declared.actions import Evidence

PERIOD_MONTHS = 6
"""Evidence counts for a review when it is not older than so many months."""

WORSE = frozenset({"AMBER", "RED"})


@dataclass(frozen=True)
class RagAnswer:
    """What the officer decided: the rating's code, why, and what comes next."""

    code: str
    reason: str = ""
    next_step: str = ""


def newest_evidence(evidence: Iterable[Evidence], day: date) -> Evidence | None:
    """Return the newest evidence that is dated no later than a day."""
    dated = [each for each in live(evidence) if each.day is not None and each.day <= day]
    return max(dated, key=lambda each: (each.day or day, each.reference), default=None)


def period_began(day: date) -> date:
    """Return the first day of the period of a review."""
    return add_months(day, -PERIOD_MONTHS)


def rag_problems(answer: RagAnswer, evidence: Iterable[Evidence], day: date) -> Mapping[str, str]:
    """Return what is missing for a rating, by the name of the action's field."""
    if not answer.code:
        return {"rag": "Choose a rating"}
    if answer.code in WORSE:
        problems = {"rag_reason": (answer.reason, "Enter the reason: amber and red need one")}
        problems["next_step"] = (answer.next_step, "Enter the next step: amber and red need one")
        return {name: words for name, (given, words) in problems.items() if not given.strip()}
    newest = newest_evidence(evidence, day)
    if answer.code == "GREEN" and (newest is None or newest.day is None or newest.day < period_began(day)):
        return {"rag": f"Add evidence dated since {day_in_text(period_began(day))}: green needs it"}
    return {}
