"""The clock, injected everywhere, so that tests and the demo say what time it is.

Moments are stored in UTC and shown in Europe/London; days have no zone (architecture.md, bone 4).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

Clock = Callable[[], datetime]
"""Returns the present moment in UTC."""


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Their names, whatever language the computer is set to."""


def system_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def london_day(moment: datetime) -> date:
    """Return the calendar day in London on which a moment falls."""
    return moment.astimezone(LONDON).date()


def end_of_day(day: date) -> datetime:
    """Return the first moment, in UTC, that no longer belongs to a day in London."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON).astimezone(UTC)


def day_in_text(day: date) -> str:
    """Return a day as running text has it: 5 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def time_in_text(moment: datetime) -> str:
    """Return the time of day in London: 08:12."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def day_in_table(day: date) -> str:
    """Return a day as the tables of the window have it: 5 Mar 2026."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def day_in_paper(day: date) -> str:
    """Return a day as the tables of papers have it: 05/03/2026."""
    return f"{day:%d/%m/%Y}"
