from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.registers.day_entry import day_entered, moment_entered
from socdesk.registers.fields import FieldError

MONDAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27/3/26", date(2026, 3, 27)),
        ("27/3/2026", date(2026, 3, 27)),
        ("27 3 26", date(2026, 3, 27)),
        ("27.3.2026", date(2026, 3, 27)),
        ("27 mar", date(2026, 3, 27)),
        ("27mar26", date(2026, 3, 27)),
        ("27 March 2026", date(2026, 3, 27)),
        ("27/3", date(2026, 3, 27)),
        ("2026-03-27", date(2026, 3, 27)),
        (" Today ", MONDAY),
        ("tomorrow", date(2026, 3, 17)),
        ("yesterday", date(2026, 3, 15)),
        ("+14", date(2026, 3, 30)),
        ("-1", date(2026, 3, 15)),
        ("+2w", date(2026, 3, 30)),
        ("+1m", date(2026, 4, 16)),
        ("+1y", date(2027, 3, 16)),
        ("fri", date(2026, 3, 20)),
        ("Friday", date(2026, 3, 20)),
        ("mon", date(2026, 3, 23)),
        ("20 dec", date(2025, 12, 20)),
        ("", None),
    ],
)
def test_a_day_is_read_as_a_person_types_it(text, day):
    assert day_entered(text, MONDAY) == day


@pytest.mark.parametrize("text", ["31/2/2026", "31 feb", "soon", "f", "32/1", "+9999y", "12/13/2026", "5 foo"])
def test_what_is_no_day_is_refused_with_an_example(text):
    with pytest.raises(FieldError, match=r"27/3/2026|5/3/2026"):
        day_entered(text, MONDAY)


def test_the_end_of_a_month_stays_within_the_month():
    assert day_entered("+1m", date(2026, 1, 31)) == date(2026, 2, 28)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_a_full_day_means_the_same_whatever_the_day_it_is_typed_on(day, today):
    assert day_entered(f"{day.day}/{day.month}/{day:%y}", today) == day
    assert day_entered(day.isoformat(), today) == day


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)), st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_within_the_seven_days_that_follow(today, name):
    day = day_entered(name, today)
    assert timedelta(0) < day - today <= timedelta(7)
    assert f"{day:%a}".lower() == name


NOW = datetime(2026, 6, 16, 8, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("27/3/26 14:30", datetime(2026, 3, 27, 14, 30, tzinfo=UTC)),
        ("27 March 2026, 14:30", datetime(2026, 3, 27, 14, 30, tzinfo=UTC)),
        ("today 14.30", datetime(2026, 6, 16, 13, 30, tzinfo=UTC)),
        ("yesterday 9:05", datetime(2026, 6, 15, 8, 5, tzinfo=UTC)),
        ("now", datetime(2026, 6, 16, 8, 5, tzinfo=UTC)),
        (" ", None),
    ],
)
def test_a_moment_is_a_day_and_a_time_in_london(text, moment):
    assert moment_entered(text, NOW) == moment


@pytest.mark.parametrize("text", ["today", "27/3/26", "today 25:00", "soon 9:15", "9:15", "today 9:75"])
def test_a_moment_without_a_day_or_a_time_is_refused(text):
    with pytest.raises(FieldError):
        moment_entered(text, NOW)
