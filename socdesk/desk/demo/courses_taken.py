"""How long a completion counts, and how it is written down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socdesk.figures.calendar_months import add_months
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id

ATTENDED, PASSED, DID_NOT_ATTEND = "ATTENDED", "PASSED", "DID_NOT_ATTEND"


def in_date(completed: Iterable[date], months: int | None, day: date) -> bool:
    """Tell whether one of the completions counts on a day; a certificate is good on its last day."""
    return any(done <= day and (months is None or day <= add_months(done, months)) for done in completed)


def completion(
    learner: str, course: str, day: date, *, result: str = ATTENDED, mode: str = "", provider: str = ""
) -> Completion:
    """Return the record of one course taken by one learner."""
    return Completion(
        id=new_id(), parent=learner, course=course, completed=day, result=result, mode=mode, provider=provider
    )
