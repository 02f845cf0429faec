"""What is said of a file before anybody says what its columns mean."""

import pytest
from desk.imports.conftest import csv_of
from exchange import lists_of_the_domain as shipped

from socdesk.desk.imports.attendance import OpenedAttendance
from socdesk.desk.imports.bringing_in import ListFile
from socdesk.desk.imports.opened_list import open_list, with_place
from socdesk.desk.imports.reading_files import kind_of, open_any
from socdesk.exchange.file_errors import FileNotReadableError, HeaderNotFoundError
from socdesk.exchange.list_kinds import ListKind

HEADER = ("Licence No", "Surname", "Forename", "Licence Type", "Expiry")
ROW = ("PHD1", "Example", "Alex", "PHD", "03/04/2027")


@pytest.fixture
def opened(lists):
    def read(data, suffix=".csv", kind=ListKind.DRIVERS):
        return open_list(lists.desk, kind, ListFile(data, suffix))

    return read


def test_a_workbook_says_its_heading_row_and_how_many_rows_follow(opened):
    found = opened(shipped.drivers_title_rows(), ".xlsx")
    assert found.said[0] == "An Excel workbook. Headings are in row 5; 240 rows follow."
    assert "Hidden columns were read as well: 1." in found.said
    assert found.headings == ("Row", "Licence No.", "Driver Name", "Licence Type", "Expiry Date", "Status")
    assert (len(found.first_rows), found.first_rows[0][:2]) == (20, ("6", "PHD0000"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (shipped.DRIVERS_CLEAN, "A text file (UTF-8), its columns parted by commas."),
        (shipped.DRIVERS_CP1252, "A text file (Windows-1252), its columns parted by semicolons."),
        (shipped.DRIVERS_UTF16, "A text file (UTF-16), its columns parted by semicolons."),
    ],
)
def test_a_text_file_says_its_encoding_and_what_parts_its_columns(opened, data, words):
    assert opened(data).said[0].startswith(words)


def test_the_order_of_days_is_said_with_an_example_of_the_list(opened):
    assert "Days are read day first: 03/04/2027 is 3 April 2027." in opened(csv_of(HEADER, ROW)).said


def test_days_that_seem_to_have_the_month_first_are_told(opened):
    found = opened(csv_of(HEADER, (*ROW[:4], "03/27/2027")))
    assert any(words.startswith("1 day seems to have the month first, such as 03/27/2027.") for words in found.said)


def test_a_column_that_is_never_kept_is_not_shown(opened):
    found = opened(shipped.DRIVERS_SENSITIVE)
    assert "Convictions" not in found.headings
    assert all("None declared" not in row for row in found.first_rows)


def test_an_earlier_import_of_the_same_file_is_told_with_when_and_by_whom(lists, opened):
    data = csv_of(HEADER, ROW)
    assert opened(data).earlier is None
    lists.bring("drivers", data)
    assert opened(data).earlier.words == "This file was imported on 2 March 2026 by Chief Communities Officer (I001)."
    lists.desk.undo()
    assert opened(data).earlier is None


def test_a_file_without_headings_is_read_from_the_row_that_a_person_says(lists, opened):
    found = opened(csv_of(("Some", "words"), ("Number", "Who"), ("PHD1", "Alex Example")))
    assert (found.headings_found, found.said, found.heading_row) == (False, (), 1)
    moved = with_place(lists.desk, found, 0, 2)
    assert (moved.headings_found, moved.headings) == (True, ("Row", "Number", "Who"))


def test_a_row_below_the_last_is_taken_for_the_last(lists, opened):
    found = opened(csv_of(HEADER, ROW))
    assert with_place(lists.desk, found, 0, 99).heading_row == 2


def test_another_sheet_is_looked_at_afresh(lists, opened):
    def fill(sheet):
        sheet.append(HEADER)
        sheet.append(ROW)
        other = sheet.parent.create_sheet("Others")
        for row in (("As at", "1 April"), HEADER, ROW, ROW):
            other.append(row)

    found = opened(shipped.workbook_bytes(fill), ".xlsx")
    assert (found.sheet_names, found.sheet_number, found.heading_row) == (("Sheet", "Others"), 0, 1)
    moved = with_place(lists.desk, found, 1, None)
    assert (moved.sheet_number, moved.heading_row) == (1, 2)
    assert "Sheet “Others” of 2. Headings are in row 2; 2 rows follow." in moved.said[0]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (shipped.DRIVERS_CLEAN, "drivers"),
        (shipped.LMS_EXPORT, "staff"),
        (shipped.MEMBERS, "members"),
        (shipped.TEAMS_ATTENDANCE, "attendance"),
    ],
)
def test_what_a_file_is_is_worked_out(lists, data, kind):
    assert kind_of(open_any(lists.desk, "", ListFile(data, ".csv"))) == kind


def test_a_file_that_is_nothing_known_asks_for_its_kind(lists):
    with pytest.raises(HeaderNotFoundError, match="Choose the kind of list"):
        open_any(lists.desk, "", ListFile(b"a,b\n1,2\n", ".csv"))


def test_staff_lists_and_attendance_are_told_apart_whatever_was_said(lists):
    assert isinstance(open_any(lists.desk, "staff", ListFile(shipped.TEAMS_ATTENDANCE, ".csv")), OpenedAttendance)
    assert kind_of(open_any(lists.desk, "attendance", ListFile(shipped.LMS_EXPORT, ".csv"))) == "staff"
    with pytest.raises(FileNotReadableError, match="not an attendance report"):
        open_any(lists.desk, "attendance", ListFile(shipped.DRIVERS_CLEAN, ".csv"))
