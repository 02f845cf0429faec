"""When an officer works: weekdays from nine to five in London, without bank holidays and the days after Christmas."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from socdesk.clock import LONDON
from socdesk.figures.calendar_months import add_months

OPENS = time(9)
CLOSES = time(17)
_SATURDAY = 5
_MAY, _AUGUST, _DECEMBER = 5, 8, 12
_WEEK = timedelta(days=7)
ONE_DAY = timedelta(days=1)


def quarter_ends(first: date, last: date) -> list[date]:
    """Return the last days of the calendar quarters from one day to another, both included."""
    found: list[date] = []
    end = date(first.year, 3, 31)
    while end <= last:
        if end >= first:
            found.append(end)
        end = add_months(end + ONE_DAY, 3) - ONE_DAY
    return found


@cache
def _easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian reckoning)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def _is_bank_holiday(day: date) -> bool:
    if day in (_easter(day.year) - 2 * ONE_DAY, _easter(day.year) + ONE_DAY):
        return True
    if day.weekday() == 0 and day.month in (_MAY, _AUGUST):
        first, last = (day - _WEEK).month != day.month, (day + _WEEK).month != day.month
        return last or (first and day.month == _MAY)
    return False


def is_working_day(day: date) -> bool:
    """Tell whether the Council's offices are open."""
    closed = (day.month == _DECEMBER and day.day >= 25) or (day.month, day.day) == (1, 1)  # noqa: PLR2004  Christmas
    return day.weekday() < _SATURDAY and not closed and not _is_bank_holiday(day)


def working_day_from(day: date) -> date:
    """Return the day itself, or the first working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def working_days_later(day: date, number: int) -> date:
    """Return the working day so many working days after a day."""
    for _ in range(number):
        day = working_day_from(day + ONE_DAY)
    return working_day_from(day)


def working_days_between(first: date, last: date) -> int:
    """Return how many working days lie after the first day and up to the last: 0 on the same day."""
    days = (last - first).days
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Return the moment, in UTC, of a time of day in London."""
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def in_hours(when: datetime) -> datetime:
    """Return the moment itself, or the beginning of the next working day where it falls outside working hours."""
    local = when.astimezone(LONDON)
    if is_working_day(local.date()) and OPENS <= local.time() < CLOSES:
        return when
    day = local.date() + ONE_DAY if local.time() >= CLOSES else local.date()
    return moment(working_day_from(day), OPENS.hour) + timedelta(minutes=local.minute // 2)
