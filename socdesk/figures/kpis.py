"""Indicators: the latest reading of each measure on a day, the one before, and the trend (domain.md 2.6, 9.1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from socdesk.figures.scope import live
from socdesk.registers.declared.actions import KpiReading
from socdesk.registers.strategy_text import ActionMapping

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


def corrected(readings: Iterable[KpiReading], day: date) -> tuple[KpiReading, ...]:
    """Return the readings known on a day that hold a number, by census day.

    Of two readings of one census day the one written later counts: it corrects the other.
    """
    known = [each for each in live(readings) if each.census and each.census <= day and each.numerator is not None]
    known.sort(key=lambda each: (each.census or date.min, each.created_at or _FIRST, each.reference))
    return tuple({(each.parent, each.measure, each.census): each for each in known}.values())


def indicators(readings: Iterable[KpiReading], day: date) -> tuple[Indicator, ...]:
    """Return every measure as known on a day, in the order of action id and measure."""
    found: defaultdict[tuple[str, str], list[KpiReading]] = defaultdict(list)
    for reading in corrected(readings, day):
        found[reading.parent, reading.measure].append(reading)
    return tuple(
        Indicator(action=action, measure=measure, latest=group[-1], previous=group[-2] if len(group) > 1 else None)
        for (action, measure), group in sorted(found.items())
    )


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


def better_by_measure(mapping: Iterable[ActionMapping]) -> dict[str, str]:
    """Return for each measure that ships whether "higher", "lower" or "neither" is better."""
    return {each.measure: each.better for action in mapping for each in action.kpis}


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
