"""Days as a person in a hurry types them: ``27/3/26``, ``27 mar``, ``today``, ``+14``, ``fri`` (ux.md 7, 3).

What depends on the present day is read here and nowhere else; ``day_from_text`` reads the rest, and what lists hold.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

from socdesk.clock import LONDON, MONTHS, london_day
from socdesk.registers.dated_fields import day_from_text
from socdesk.registers.fields import FieldError

DAY_HINT = "For example, 27/3/2026, today, +14 or Friday"
MOMENT_HINT = "For example, 27/3/2026 14:30, today 9:15 or now"
"""What a form says under a question for a day, or for a day and a time."""

_NEAR = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STEP = re.compile(r"([+-]) ?(\d{1,4}) ?([dwmy]?)")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})(?:[/.\- ](\d{1,2})| ?([a-z]{3,9}))")
_SHORT_YEAR = re.compile(r"(\d{1,2}) ?([a-z]{3,9}),? ?(\d{2}|\d{4})")
_TIME = re.compile(r"(.*?),?\s*\b(\d{1,2})[:.](\d{2})")
_HOURS, _MINUTES = 24, 60
_CENTURY = 2000
_LEAST_LETTERS = 2


def day_entered(text: str, today: date) -> date | None:
    """Read a day that a person typed on ``today``; nothing for no text.

    A weekday is the next one after today. A day without a year is the one nearest to today. A two-digit year is of
    this century.

    Raises:
        FieldError: it is no day; the message says how to type one.

    """
    plain = " ".join(text.lower().split())
    try:
        return _from_today(plain, today) or _in_full(plain) or day_from_text(text)
    except (ValueError, OverflowError) as error:
        raise FieldError(f"“{text.strip()}” is not a day. Type it as 27/3/2026.") from error


def moment_entered(text: str, now: datetime) -> datetime | None:
    """Read a day and a time of London, such as ``today 14:30``, ``27/3/26 9.15`` or ``now``; nothing for no text.

    Raises:
        FieldError: it is none, or the time is missing.

    """
    plain = text.strip()
    if not plain:
        return None
    if plain.lower() == "now":
        return now.astimezone(UTC).replace(second=0, microsecond=0)
    found = _TIME.fullmatch(plain)
    if found is None:
        raise FieldError(f"Add the time to “{plain}”, such as {plain} 14:30.")
    day = day_entered(found[1], london_day(now))
    hours, minutes = int(found[2]), int(found[3])
    if day is None or hours >= _HOURS or minutes >= _MINUTES:
        raise FieldError(f"“{plain}” is not a day and time. Type it as 27/3/2026 14:30.")
    return datetime.combine(day, time(hours, minutes), LONDON).astimezone(UTC)


def _from_today(plain: str, today: date) -> date | None:
    if plain in _NEAR:
        return today + timedelta(days=_NEAR[plain])
    if found := _STEP.fullmatch(plain):
        return _stepped(today, int(found[1] + found[2]), found[3])
    if (weekday := _weekday(plain)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if found := _WITHOUT_YEAR.fullmatch(plain):
        return _nearest(int(found[1]), int(found[2]) if found[2] else _month(found[3]), today)
    return None


def _in_full(plain: str) -> date | None:
    found = _SHORT_YEAR.fullmatch(plain)
    if found is None:
        return None
    year = int(found[3])
    return date(year + _CENTURY if year < _CENTURY // 2 else year, _month(found[2]), int(found[1]))


def _stepped(today: date, steps: int, unit: str) -> date:
    if unit in {"", "d"}:
        return today + timedelta(days=steps)
    if unit == "w":
        return today + timedelta(weeks=steps)
    months = today.year * 12 + today.month - 1 + (steps * 12 if unit == "y" else steps)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _weekday(plain: str) -> int | None:
    if len(plain) < _LEAST_LETTERS:
        return None
    return next((number for number, name in enumerate(_DAYS) if name.startswith(plain)), None)


def _month(word: str) -> int:
    found = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]
    if not found:
        raise ValueError(word)
    return found[0]


def _nearest(day: int, month: int, today: date) -> date:
    years = (today.year - 1, today.year, today.year + 1)
    found = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    return min(found, key=lambda each: abs(each - today)) if found else date(today.year, month, day)
