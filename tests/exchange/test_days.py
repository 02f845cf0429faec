from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.days import read_day

FIRST = date(2026, 4, 1)


@pytest.mark.parametrize(
    "cell",
    [
        FIRST,
        datetime.fromisoformat("2026-04-01T10:30"),
        46113,
        46113.0,
        46113.75,
        "46113",
        "46113.0",
        "1.4.26",
        "01/04/26",
        "01/04/2026",
        " 1 / 4 / 2026 ",
        "01-04-2026",
        "1 4 2026",
        "01/04/2026 00:00",
        "01/04/2026 10:32:11 AM",
        "2026-04-01",
        "2026/04/01",
        "2026-04-01T00:00:00",
        "2026-04-01 00:00:00.000",
        "2026-03-31T23:30:00Z",
        "20260401",
        "1 April 2026",
        "1st April, 2026",
        "01-Apr-26",
        "Wed 1 Apr 2026",
        "Wednesday, 1st of April 2026",
    ],
)
def test_the_first_of_april_is_read_however_it_is_written(cell):
    assert read_day(cell) == FIRST


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "n/a", "N/A", "None", "TBC", "No", "never", "not done"])
def test_words_for_nothing_are_no_day_and_no_problem(cell):
    assert read_day(cell) is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31/02/2026", "There is no 31 February."),
        ("29/02/2026", "There is no 29 February 2026."),
        ("31-Apr-2026", "There is no 31 April."),
        ("04/13/2026", "There is no month 13; days are read as day, month, year."),
        ("01/04/0206", "The year 206 cannot be right."),
        ("99999", "99999 is not a day."),
        (417, "This is not a day that can be read; write it like 31/03/2027."),
        ("April 2026", "This is not a day that can be read; write it like 31/03/2027."),
        ("1 Ju 2026", "This is not a day that can be read; write it like 31/03/2027."),
        ("2026-99-99T00:00:00Z", "2026-99-99T00:00:00Z is not a day."),
        (True, "This is yes or no, not a day."),
        ("Yes", "This says that it was done, but not when."),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(cell, reason):
    assert read_day(cell) == Unreadable(reason)


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_day_before_month(day):
    for text in (
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day:%y}",
        f"{day.day} {day:%B %Y}",
        day.isoformat(),
    ):
        assert read_day(text) == day


@given(st.text(max_size=40) | st.floats() | st.integers() | st.booleans())
def test_no_cell_makes_reading_a_day_fail(cell):
    assert read_day(cell) is None or isinstance(read_day(cell), date | Unreadable)
