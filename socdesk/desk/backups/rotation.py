"""Which backups are kept: the newest of so many days, weeks and months (domain.md 4.6). Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from socdesk.clock import london_day


@dataclass(frozen=True, kw_only=True)
class Rule:
    """How many of the latest days, weeks and months that have a backup keep their newest one."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 3


def surplus(times: Iterable[datetime], rule: Rule) -> frozenset[datetime]:
    """Return the moments of the backups that may go. The newest of all never goes."""
    newest_first = sorted(set(times), reverse=True)
    kept = (
        {*newest_first[:1]}
        | _newest_of_each(newest_first, lambda day: day, rule.daily)
        | _newest_of_each(newest_first, lambda day: day.isocalendar()[:2], rule.weekly)
        | _newest_of_each(newest_first, lambda day: (day.year, day.month), rule.monthly)
    )
    return frozenset(newest_first) - kept


def _newest_of_each(newest_first: Collection[datetime], part: Callable[[date], object], most: int) -> set[datetime]:
    """Return the newest moment of each of the latest days, weeks or months."""
    newest: dict[object, datetime] = {}
    for moment in newest_first:
        newest.setdefault(part(london_day(moment)), moment)
    return set(list(newest.values())[:most])
