"""Indicators (domain.md 2.6, 2.7, 9.1)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.figures.kpis import better_by_measure, indicators, rise, share_of_target, trend
from socdesk.registers.declared.actions import KpiReading
from socdesk.registers.register import State
from socdesk.registers.strategy_text import ShippedStrategy

DAY = date(2026, 12, 31)
BEFORE = date(2026, 9, 30)


def reading(numerator, denominator=None, census=DAY, **more):
    measure = more.pop("measure", "Drivers in date")
    return KpiReading(
        parent="a07", measure=measure, numerator=numerator, denominator=denominator, census=census, **more
    )


def the_only(*readings, day=DAY):
    (found,) = indicators(readings, day)
    return found


def test_the_latest_reading_stands_beside_the_one_before():
    found = the_only(reading(195, 240, BEFORE), reading(212, 240), reading(1, 240, date(2026, 6, 30)))
    assert (found.latest.numerator, found.previous.numerator) == (212, 195)


def test_a_reading_to_come_is_not_known():
    assert the_only(reading(195, 240, BEFORE), reading(212, 240), day=date(2026, 12, 30)).latest.numerator == 195


def test_a_reading_written_later_corrects_the_one_of_the_same_day():
    first = reading(200, 240, created_at=datetime(2027, 1, 1, tzinfo=UTC))
    second = reading(212, 240, created_at=datetime(2027, 1, 2, tzinfo=UTC))
    found = the_only(second, first)
    assert (found.latest.numerator, found.previous) == (212, None)


def test_each_measure_of_each_action_is_on_its_own():
    some = reading(1), reading(2, measure="Submissions")
    assert [each.measure for each in indicators(some, DAY)] == ["Drivers in date", "Submissions"]


def test_voided_readings_and_readings_without_a_number_are_passed_over():
    assert indicators((reading(5, state=State.VOID), reading(None)), DAY) == ()


@pytest.mark.parametrize(
    ("before", "after", "better", "expected"),
    [
        ((195, 240), (212, 240), "higher", "IMPROVING"),
        ((212, 240), (195, 240), "higher", "WORSENING"),
        ((1, 2), (120, 240), "higher", "NO_CHANGE"),
        ((3, None), (1, None), "lower", "IMPROVING"),
        ((27, None), (31, None), "lower", "WORSENING"),
        ((27, None), (31, None), "", "NO_COMPARISON"),
        ((27, None), (27, None), "", "NO_CHANGE"),
        ((27, None), (27, 30), "higher", "NO_COMPARISON"),
        ((0, 0), (1, 2), "higher", "NO_COMPARISON"),
    ],
)
def test_the_trend_is_judged_by_which_way_is_better(before, after, better, expected):
    assert trend(the_only(reading(*before, BEFORE), reading(*after)), better) == expected


def test_a_first_reading_has_no_comparison():
    assert trend(the_only(reading(1, 2)), "higher") == "NO_COMPARISON"


shares = st.builds(lambda part, more: reading(part, part + more), st.integers(0, 300), st.integers(0, 300)).filter(
    lambda one: one.denominator
)


@given(shares, shares)
def test_shares_are_compared_exactly(one, other):
    exact = other.numerator / other.denominator - one.numerator / one.denominator
    found = rise(one, other)
    assert found == -rise(other, one)
    assert (found > 0) == (exact > 0) or abs(exact) < 1e-12


def test_targets_are_in_per_cent_of_a_whole_and_else_a_number():
    assert share_of_target(reading(212, 240, target=95)) == (21200, 22800)
    assert share_of_target(reading(31, target=40)) == (31, 40)
    assert share_of_target(reading(0, 0, target=95)) is None
    assert share_of_target(reading(31)) is None


def test_the_measures_that_ship_say_which_way_is_better():
    found = better_by_measure(ShippedStrategy().mapping.values())
    assert found["Licensed drivers trained and in date"] == "higher"
    assert found["Median working days from receipt to submission"] == "lower"
