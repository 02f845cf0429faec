"""Indicators: the latest reading of each measure on a day, the one before, and the trend (domain.md 2.6, 9.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from socdesk.figures.scope import live
from socdesk.registers.declared.actions import KpiReading

IMPROVING = "IMPROVING"
NO_CHANGE = "NO_CHANGE"
WORSENING = "WORSENING"
NO_COMPARISON = "NO_COMPARISON"

_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One measure of one action on a day: its latest reading, and the reading of the last census before that."""

    action: str
    measure: str
    latest: KpiReading
    previous: KpiReading | None = None


def _order(reading: KpiReading) -> tuple[date, datetime, str]:
    return (reading.census or date.min, reading.created_at or _FIRST, reading.reference)


def _indicator(readings: list[KpiReading]) -> Indicator:
    ordered = sorted(readings, key=_order)
    latest = ordered[-1]
    earlier = [reading for reading in ordered if reading.census != latest.census]
    return Indicator(
        action=latest.parent,
        measure=latest.measure,
        latest=latest,
        previous=earlier[-1] if earlier else None,
    )


def indicators(readings: Iterable[KpiReading], day: date) -> tuple[Indicator, ...]:
    """Return every measure as known on a day, in the order of action id and measure.

    Of two readings of one census day the one written later counts: it corrects the other.
    """
    found: defaultdict[tuple[str, str], list[KpiReading]] = defaultdict(list)
    for reading in live(readings):
        if reading.census is not None and reading.census <= day and reading.numerator is not None:
            found[reading.parent, reading.measure].append(reading)
    return tuple(_indicator(group) for _, group in sorted(found.items()))


def rise(before: KpiReading, after: KpiReading) -> int | None:
    """Return a number that is positive for a rise, 0 for no change and negative for a fall; None if not comparable.

    Shares are compared exactly, not by their rounded percentages.
    """
    if before.numerator is None or after.numerator is None:
        return None
    if before.denominator is None and after.denominator is None:
        return after.numerator - before.numerator
    if not before.denominator or not after.denominator:
        return None
    return after.numerator * before.denominator - before.numerator * after.denominator


def trend(indicator: Indicator, better: str) -> str:
    """Return the code of the trend (vocabulary trend).

    ``better`` is "higher" or "lower", as the measure's declaration says; with anything else only an unchanged value
    can be judged, for a rise in a bare count is neither good nor bad by itself.
    """
    change = rise(indicator.previous, indicator.latest) if indicator.previous else None
    if change is None:
        return NO_COMPARISON
    if change == 0:
        return NO_CHANGE
    if better not in ("higher", "lower"):
        return NO_COMPARISON
    return IMPROVING if (change > 0) == (better == "higher") else WORSENING


def share_of_target(reading: KpiReading) -> tuple[int, int] | None:
    """Return value and target as a fraction of two whole numbers; None where there is no target or nothing to count.

    With a denominator the target is in per cent, and without one it is a number.
    """
    if not reading.target or reading.numerator is None:
        return None
    if reading.denominator is None:
        return (reading.numerator, reading.target)
    if reading.denominator == 0:
        return None
    return (100 * reading.numerator, reading.target * reading.denominator)
