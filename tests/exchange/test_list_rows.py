import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.errors import UserFacingError
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.list_rows import read_list
from socdesk.exchange.sheet import Sheet

HEADER = ("Licence No", "Name", "Type", "Issued", "Expiry", "Status", "Safeguarding")
CELLS = st.none() | st.text(max_size=12) | st.integers() | st.floats() | st.booleans() | st.dates()


def drivers(*rows, kind=ListKind.DRIVERS, header=HEADER):
    width = len(header)
    return read_list((Sheet("", (header, *(row + (None,) * (width - len(row)) for row in rows))),), kind)


def said(read):
    return [str(problem) for problem in read.problems]


def test_a_row_is_refused_as_a_whole_with_every_reason_and_the_others_come_in():
    read = drivers(
        ("PHD1", "Alex Example", "PH", "01/04/2024", "31/03/2027"),
        (None, "Mr", "Tram", "01/04/2024", None, "Pending", "Yes"),
    )
    assert [row.row_number for row in read.rows] == [2]
    assert said(read) == [
        "Row 3, Name: There is a title, but no name.",
        "Row 3, Licence No: This is missing.",
        "Row 3, Type: “Tram” is not a type of driver licence that is known.",
        "Row 3, Expiry: This is missing.",
        "Row 3, Status: “Pending” is not a status of a licence that is known.",
        "Row 3, Safeguarding: This says that it was done, but not when.",
    ]


def test_a_licence_that_ends_before_it_begins_is_refused():
    read = drivers(("PHD1", "Alex Example", "PH", "01/04/2027", "31/03/2027"))
    assert said(read) == ["Row 2, Expiry: This day is before “Issued”."]


def test_blank_rows_and_repeated_headings_are_left_out():
    row = ("PHD1", "Alex Example", "PH", None, "31/03/2027")
    read = drivers(row, (), HEADER)
    assert len(read.rows) == 1
    assert read.problems == ()
    assert read.notices == ("Row 4 repeats the headings and was left out.",)


def test_a_person_whose_surname_begins_a_footer_is_no_footer():
    read = drivers(("Page", "Alex Page", "PH", None, "31/03/2027"))
    assert len(read.rows) == 1


def test_one_staff_number_for_two_people_refuses_both():
    header = ("Staff No", "Full Name")
    read = drivers(
        ("12", "Alex Example"), ("12", "Sam Sample"), ("", "Kim Specimen"), kind=ListKind.STAFF, header=header
    )
    assert [row.value.surname for row in read.rows] == ["Specimen"]
    assert [problem.row_number for problem in read.problems] == [2, 3]


def test_a_completion_without_its_course_is_refused():
    read = drivers(("Alex Example", None, "01/04/2026"), kind=ListKind.MEMBERS, header=("Name", "Course", "Completed"))
    assert said(read) == ["Row 2, Course: There is a completion date, but no course."]


@pytest.mark.parametrize("kind", ListKind)
@given(rows=st.lists(st.lists(CELLS, min_size=7, max_size=7).map(tuple), max_size=6))
def test_every_row_comes_in_or_is_told_about(kind, rows):
    header = {
        ListKind.DRIVERS: HEADER,
        ListKind.STAFF: ("Staff No", "Full Name", "Email", "Course", "Completed", "Score", "Status"),
        ListKind.MEMBERS: ("Name", "Title", "Ward", "Term start", "Term end", "Course", "Completed"),
    }[kind]
    try:
        read = read_list((Sheet("", (header, *rows)),), kind)
    except UserFacingError:
        return
    told = {row.row_number for row in read.rows} | {problem.row_number for problem in read.problems}
    for number, row in enumerate(rows, start=2):
        left_out = any(f"Row {number} " in notice for notice in read.notices)
        assert number in told or left_out or not any(str(cell or "").strip() for cell in row)
