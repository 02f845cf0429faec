"""Every file of domain.md 5.5 comes in rightly, or is refused row by row with a reason."""

from datetime import date

import pytest
from exchange import lists_of_the_domain as lists

from socdesk.exchange.driver_rows import DriverRow
from socdesk.exchange.file_errors import SensitiveColumnsError
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.list_rows import read_list
from socdesk.exchange.read_sheets import read_sheets


def drivers(data, suffix=".csv", **how):
    return read_list(read_sheets(data, suffix), ListKind.DRIVERS, **how)


def names(read):
    return [(row.value.forename, row.value.surname) for row in read.rows]


def test_a_clean_list_comes_in_whole():
    read = drivers(lists.DRIVERS_CLEAN)
    assert read.problems == ()
    assert read.notices == ()
    assert read.rows[0].row_number == 2
    assert read.rows[0].value == DriverRow(
        licence_no="PHD0123",
        surname="Example",
        forename="Alex",
        title="",
        licence_type="PHD",
        badge_no="",
        issued=date(2024, 4, 1),
        expires=date(2027, 3, 31),
        status="ACTIVE",
        training_day=None,
        training_course="",
        training_provider="",
        certificate_no="",
    )


def test_headings_are_found_under_title_rows_and_the_footer_is_left_out():
    read = drivers(lists.drivers_title_rows(), ".xlsx")
    assert (len(read.rows), read.problems) == (240, ())
    assert read.rows[0].row_number == 6
    assert read.rows[0].value.expires == date(2027, 3, 31)
    assert names(read)[0] == ("Sam", "Samplea")
    assert "Row 246 looks like a footer and was left out." in read.notices
    assert "Hidden columns were read as well: 1." in read.notices


def test_a_footer_that_counts_more_rows_than_there_are_is_told():
    read = drivers(lists.DRIVERS_CLEAN + b"Total: 240\r\n")
    assert "The footer says 240, and 1 rows were found: check that the list is whole." in read.notices


def test_one_column_of_names_is_taken_apart_and_badges_stand_for_licence_numbers():
    read = drivers(lists.DRIVERS_ONE_NAME)
    assert names(read) == [("John", "O'Sample"), ("Alex", "Example")]
    first = read.rows[0].value
    assert (first.title, first.licence_no, first.badge_no, first.licence_type) == (
        "Mr",
        "00417",
        "00417",
        "HCD",
    )


def test_a_number_that_lost_its_zeros_is_told_and_not_mended():
    read = drivers(lists.DRIVERS_ONE_NAME.replace(b"00417", b"417"))
    assert read.rows[0].value.licence_no == "417"
    assert any(notice.startswith("Row 2: the number 417 is shorter") for notice in read.notices)


@pytest.mark.parametrize("data", [lists.DRIVERS_CP1252, lists.DRIVERS_UTF16])
def test_old_encodings_semicolons_and_trailing_lines_are_read(data):
    assert names(drivers(data)) == [("Zoë", "Sample")]


def test_every_way_to_write_a_day_is_read_and_an_impossible_one_refused():
    read = drivers(lists.DRIVERS_SERIAL_DATES)
    days = {row.value.licence_no: (row.value.issued, row.value.expires) for row in read.rows}
    assert days == {
        "PHD1": (date(2024, 4, 1), date(2027, 3, 31)),
        "PHD3": (date(2026, 4, 1), date(2027, 4, 1)),
        "PHD4": (date(2026, 4, 1), date(2029, 4, 1)),
    }
    assert [str(problem) for problem in read.problems] == ["Row 3, Expiry: There is no 31 February."]


def test_one_number_for_two_people_refuses_both_and_nothing_else():
    read = drivers(lists.DRIVERS_DUP)
    assert [row.value.licence_no for row in read.rows] == ["HCD1", "PHD1", "PHD2", "PHD3"]
    assert [str(problem) for problem in read.problems] == [
        "Row 6, Licence No: The same number stands beside another name in row 7.",
        "Row 7, Licence No: The same number stands beside another name in row 6.",
    ]
    assert "Row 8 says the same as row 2 and was left out." in read.notices


def test_a_sensitive_column_refuses_the_list_by_name_and_reason():
    with pytest.raises(SensitiveColumnsError) as refusal:
        drivers(lists.DRIVERS_SENSITIVE)
    assert refusal.value.columns == ("Convictions",)
    assert "criminal offences" in str(refusal.value)


def test_a_list_comes_in_without_its_sensitive_column_when_the_person_agrees():
    read = drivers(lists.DRIVERS_SENSITIVE, without_sensitive=True)
    assert len(read.rows) == 1
    assert "None declared" not in repr(read)
    assert any("Convictions" in notice for notice in read.notices)


def test_an_export_of_a_learning_system_keeps_retakes_and_refuses_a_completion_without_a_day():
    read = read_list(read_sheets(lists.LMS_EXPORT, ".csv"), ListKind.STAFF)
    assert [(row.value.staff_no, row.value.completed, row.value.score, row.value.result) for row in read.rows] == [
        ("00012", date(2026, 4, 1), 40.0, "FAILED"),
        ("00012", date(2026, 4, 8), 85.0, "PASSED"),
        ("00014", None, None, None),
    ]
    assert [(problem.row_number, problem.column) for problem in read.problems] == [(4, "Completion Date")]


def test_members_come_in_without_their_party():
    sheets = read_sheets(lists.MEMBERS, ".csv")
    with pytest.raises(SensitiveColumnsError, match="political opinion"):
        read_list(sheets, ListKind.MEMBERS)
    member = read_list(sheets, ListKind.MEMBERS, without_sensitive=True).rows[0].value
    assert (member.title, member.forename, member.surname, member.ward) == (
        "Cllr",
        "Jane",
        "Example",
        "Bramcote",
    )
    assert member.completed == date(2023, 6, 14)
