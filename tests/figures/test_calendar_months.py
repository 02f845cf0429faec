from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.figures.calendar_months import add_months, duration_in_words, full_months

days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2022, 9, 19), 36, date(2025, 9, 19)),
    ],
)
def test_a_month_without_the_day_ends_on_its_last(day, months, expected):
    assert add_months(day, months) == expected


@given(days, st.integers(0, 240))
def test_full_months_undo_added_months(day, months):
    assert full_months(day, add_months(day, months)) == months


@given(days, days)
def test_full_months_are_the_most_that_fit(since, until):
    months = full_months(since, until)
    if until > since:
        assert add_months(since, months) <= until < add_months(since, months + 1)
    else:
        assert months == 0


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (date(2026, 11, 19), "4 years and 2 months"),
        (date(2026, 9, 19), "4 years"),
        (date(2023, 10, 18), "1 year"),
        (date(2022, 11, 1), "1 month"),
        (date(2022, 9, 20), "1 day"),
        (date(2022, 10, 1), "12 days"),
        (date(2022, 9, 19), "0 days"),
    ],
)
def test_a_duration_is_told_in_years_and_months_and_else_in_days(until, words):
    assert duration_in_words(date(2022, 9, 19), until) == words


@given(days, st.integers(1, 20000))
def test_a_later_day_is_never_told_as_no_time(day, more):
    assert duration_in_words(day, day + timedelta(days=more)) != "0 days"
