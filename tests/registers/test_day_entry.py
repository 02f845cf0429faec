from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.registers.day_entry import day_entered
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
