"""Spans of days that a list may be narrowed to, counted from today."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from socdesk.clock import LONDON

SPANS = {
    "today": "Today",
    "week": "Last 7 days",
    "month": "Last 30 days",
    "quarter": "Last 90 days",
    "year": "This year",
    "before": "Before this year",
}
"""The spans, by key, as a filter offers them."""

_DAYS = {"today": 0, "week": 6, "month": 29, "quarter": 89}
_FIRST = date(1900, 1, 1)


def days_of(span: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of a span.

    >>> days_of("week", date(2026, 3, 16))
    (datetime.date(2026, 3, 10), datetime.date(2026, 3, 16))
    """
    if span == "before":
        return _FIRST, date(today.year - 1, 12, 31)
    if span == "year":
        return date(today.year, 1, 1), today
    return today - timedelta(days=_DAYS[span]), today


def moments_of(span: str, today: date) -> tuple[datetime, datetime]:
    """Return the first moment of a span, and the first after it."""
    first, last = days_of(span, today)
    start, end = (datetime.combine(day, time(), LONDON) for day in (first, last + timedelta(days=1)))
    return start.astimezone(UTC), end.astimezone(UTC)
