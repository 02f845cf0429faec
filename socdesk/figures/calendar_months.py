"""Reckoning in calendar months: validity, reminders, and how long something is overdue."""

from __future__ import annotations

import calendar
from datetime import date

_MONTHS = 12


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or earlier; the month's last day where it has no such day.

    >>> add_months(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def full_months(since: date, until: date) -> int:
    """Return how many whole months lie between two days; 0 where the second is not later."""
    if until <= since:
        return 0
    months = (until.year - since.year) * _MONTHS + until.month - since.month
    return months if add_months(since, months) <= until else months - 1


def duration_in_words(since: date, until: date) -> str:
    """Return how long it is from one day to a later one: 4 years and 2 months, 3 months, 12 days."""
    years, months = divmod(full_months(since, until), _MONTHS)
    parts = [_counted(years, "year"), _counted(months, "month")]
    return " and ".join(filter(None, parts)) or _counted((until - since).days, "day") or "0 days"


def _counted(number: int, unit: str) -> str:
    return "" if number <= 0 else f"{number} {unit}" if number == 1 else f"{number} {unit}s"
