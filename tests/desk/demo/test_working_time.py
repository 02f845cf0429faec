from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.clock import LONDON, london_day
from socdesk.desk.demo.movable_clock import MovableClock
from socdesk.desk.demo.working_time import (
    CLOSES,
    OPENS,
    in_hours,
    is_working_day,
    quarter_ends,
    working_days_between,
    working_days_later,
)

MOMENTS = st.datetimes(datetime(2019, 1, 1), datetime(2040, 1, 1)).map(lambda m: m.replace(tzinfo=UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2025, 4, 21), "Easter Monday"),
        (date(2026, 5, 4), "early May bank holiday"),
        (date(2026, 5, 25), "spring bank holiday"),
        (date(2026, 8, 31), "summer bank holiday"),
        (date(2025, 12, 29), "between Christmas and New Year"),
        (date(2026, 1, 1), "New Year's Day"),
        (date(2026, 3, 7), "Saturday"),
    ],
)
def test_the_offices_are_closed(day, why):
    assert not is_working_day(day), why


@pytest.mark.parametrize("day", [date(2026, 5, 11), date(2026, 8, 3), date(2026, 4, 7), date(2026, 1, 2)])
def test_the_offices_are_open(day):
    assert is_working_day(day)


@given(MOMENTS)
def test_work_is_done_in_hours_and_never_earlier(moment):
    done = in_hours(moment)
    local = done.astimezone(LONDON)
    assert done >= moment
    assert is_working_day(local.date())
    assert OPENS <= local.time() < CLOSES


@given(MOMENTS, st.integers(0, 30))
def test_days_later_and_days_between_agree(moment, number):
    first = working_days_later(london_day(moment), 0)
    assert working_days_between(first, working_days_later(first, number)) == number


def test_quarters_end_on_their_last_days():
    ends = quarter_ends(date(2024, 12, 31), date(2025, 9, 30))
    assert ends == [date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)]


def test_a_movable_clock_never_goes_back_and_then_follows_the_real_one():
    clock = MovableClock(datetime(2026, 1, 2, tzinfo=UTC))
    clock.move_to(datetime(2026, 1, 1, tzinfo=UTC))
    assert clock() == datetime(2026, 1, 2, tzinfo=UTC)
    clock.hand_over(lambda: datetime(2027, 1, 1, tzinfo=UTC))
    assert clock() == datetime(2027, 1, 1, tzinfo=UTC)
