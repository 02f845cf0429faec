"""Files of every kind are read, or refused with what to do."""

import io
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime

import pytest
from exchange import lists_of_the_domain as lists
from hypothesis import given
from hypothesis import strategies as st

from socdesk.errors import UserFacingError
from socdesk.exchange import limits
from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.read_sheets import file_bytes, read_sheets

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = lists.workbook_bytes(lambda sheet: sheet.append(["Name", 1, 2.5, True, date(2026, 4, 1)]))


def rows(data, suffix=".csv"):
    return read_sheets(data, suffix)[0].rows


def repacked(data, change):
    """Return a workbook with its parts changed by ``change(name, bytes)``."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_whatever_its_encoding_and_delimiter(delimiter, encoding):
    text = f'Name{delimiter}Note\r\nZoë Sample{delimiter}"two\nlines, and a {delimiter}"\r\n\r\n{delimiter}\r\n'
    assert rows(text.encode(encoding)) == (("Name", "Note"), ("Zoë Sample", f"two\nlines, and a {delimiter}"))


def test_commas_in_names_do_not_hide_the_semicolons():
    assert rows(b"Name;Type\r\nEXAMPLE, Alex;PH\r\nSAMPLE, Sam;HC\r\n")[1] == ("EXAMPLE, Alex", "PH")


def test_a_line_that_names_the_delimiter_is_obeyed_and_counts_as_a_row():
    assert rows(b"sep=|\r\nName|Type\r\n") == ((None, None), ("Name", "Type"))


def test_blank_lines_keep_the_numbers_of_the_rows_below_them():
    assert rows(b"Title\r\n\r\nName,Type\r\n")[2] == ("Name", "Type")


def test_a_workbook_gives_texts_numbers_flags_and_days():
    assert rows(WORKBOOK, ".xlsx") == (("Name", 1, 2.5, True, date(2026, 4, 1)),)


def test_a_workbook_gives_moments_where_a_day_has_a_time():
    data = lists.workbook_bytes(lambda sheet: sheet.append([datetime.fromisoformat("2026-04-01T10:30")]))
    assert rows(data, ".xlsx") == ((datetime.fromisoformat("2026-04-01T10:30"),),)


def test_zeros_that_excel_shows_by_a_format_are_part_of_the_text():
    def fill(sheet):
        sheet["A1"], sheet["B1"] = 417, 0.85
        sheet["A1"].number_format, sheet["B1"].number_format = "00000", "0%"

    assert rows(lists.workbook_bytes(fill), ".xlsx") == (("00417", "85%"),)


def test_a_formula_without_a_saved_result_is_empty_and_told():
    def fill(sheet):
        sheet["A1"], sheet["B1"] = "Name", "=1+1"

    sheet = read_sheets(lists.workbook_bytes(fill), ".xlsx")[0]
    assert sheet.rows == (("Name",),)
    assert sheet.notices == ("Formulas without a saved result were read as empty: 1.",)


def test_a_formula_gives_its_saved_result_and_is_not_evaluated():
    data = repacked(
        lists.workbook_bytes(lambda sheet: sheet.append(["=1+1"])),
        lambda _name, part: part.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>7</v>").replace(
            b"<f>1+1</f><v></v>", b"<f>1+1</f><v>7</v>"
        ),
    )
    assert rows(data, ".xlsx") == ((7,),)


def test_cells_merged_downwards_count_for_each_row():
    def fill(sheet):
        for row in (["Alex", "HCD1"], [None, "PHD1"], ["Sam", "PHD2"]):
            sheet.append(row)
        sheet.merge_cells("A1:A2")

    sheet = read_sheets(lists.workbook_bytes(fill), ".xlsx")[0]
    assert sheet.rows == (("Alex", "HCD1"), ("Alex", "PHD1"), ("Sam", "PHD2"))
    assert sheet.notices == ("Cells merged down several rows count for each of those rows: 1.",)


def test_excel_errors_are_empty_and_told():
    sheet = read_sheets(lists.workbook_bytes(lambda sheet: sheet.append(["Name", "#N/A", "x"])), ".xlsx")[0]
    assert sheet.rows == (("Name", None, "x"),)
    assert "Cells that show an Excel error were read as empty: 1." in sheet.notices


def test_hidden_sheets_are_marked():
    def fill(sheet):
        sheet.append(["Name"])
        other = sheet.parent.create_sheet("Old")
        other.append(["Older"])
        other.sheet_state = "hidden"

    assert [sheet.hidden for sheet in read_sheets(lists.workbook_bytes(fill), ".xlsx")] == [False, True]


@pytest.mark.parametrize(
    ("data", "suffix", "says", "advice"),
    [
        (b"", ".csv", "empty", "choose it again"),
        (b" \r\n ", ".csv", "empty", "choose it again"),
        (b",,,\r\n", ".csv", "no cells", "right file"),
        (OLE + bytes(600), ".xls", r"\.xls", r"\(\.xlsx\)"),
        (
            OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            ".xlsx",
            "password",
            "take the password off",
        ),
        (b"%PDF-1.7\n", ".pdf", "PDF", "CSV"),
        (b"\r\n<html><table>", ".xls", "web page", "Open it in Excel"),
        (WORKBOOK, ".csv", "not what its name says", r"\.xlsx"),
        (b"Name,Type\r\n", ".xlsx", "not what its name says", r"\.csv"),
        (WORKBOOK[:200], ".xlsx", "damaged", "save it under a new name"),
        (b"Name\x00\x01\x02\x03,\xff\xfe", ".csv", "not a text file", "save it"),
        (b'Name,Type\r\n"Alex,PH\r\n', ".csv", "quotation mark", "correct that line"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data, suffix, says, advice):
    with pytest.raises(FileNotReadableError, match=says) as refusal:
        read_sheets(data, suffix)
    assert "Nothing was brought in." in refusal.value.message
    assert re.search(advice, refusal.value.advice)


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"content.xml": "x"}, "another kind"),
        ({"xl/workbook.bin": "x"}, "another kind"),
        ({"[Content_Types].xml": "x", "word/document.xml": "x"}, "not a list"),
        ({"holiday.jpg": "x"}, "not a list"),
        ({"xl/workbook.xml": "<broken"}, "damaged"),
    ],
)
def test_other_packages_are_told_apart(parts, says):
    with pytest.raises(FileNotReadableError, match=says):
        read_sheets(package(parts), ".xlsx")


def test_a_package_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("socdesk.exchange.workbook_guard.MAX_UNPACKED_BYTES", 1_000_000)
    bomb = package({"xl/workbook.xml": bytes(2_000_000)})
    assert len(bomb) < 10_000
    with pytest.raises(FileNotReadableError, match="more inside than its size tells"):
        read_sheets(bomb, ".xlsx")


def test_document_types_inside_a_workbook_are_refused():
    data = repacked(
        WORKBOOK, lambda _name, part: part.replace(b"<worksheet", b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet")
    )
    with pytest.raises(FileNotReadableError, match="damaged"):
        read_sheets(data, ".xlsx")


def test_a_row_number_beyond_excels_last_is_refused_and_not_counted_up_to():
    data = repacked(
        WORKBOOK,
        lambda _name, part: part.replace(b'r="1"', b'r="999999999"').replace(b'r="A1"', b'r="A999999999"'),
    )
    with pytest.raises(FileNotReadableError, match="millions of cells"):
        read_sheets(data, ".xlsx")


def test_too_many_rows_and_columns_are_refused():
    with pytest.raises(FileNotReadableError, match="rows"):
        read_sheets(b"a,b\n" * (limits.MAX_ROWS + 1), ".csv")
    with pytest.raises(FileNotReadableError, match="columns"):
        read_sheets(b"a," * limits.MAX_COLUMNS + b"a\n", ".csv")
    with pytest.raises(FileNotReadableError, match="columns"):
        read_sheets(lists.workbook_bytes(lambda sheet: sheet.append(["a"] * (limits.MAX_COLUMNS + 1))), ".xlsx")


def test_a_file_that_is_gone_is_told_without_its_path(tmp_path):
    with pytest.raises(FileNotReadableError, match="could not be opened") as refusal:
        file_bytes(tmp_path / "gone.csv")
    assert "gone" not in str(refusal.value)


def test_a_workbooks_own_warnings_stay_inside():
    data = repacked(
        WORKBOOK,
        lambda name, part: (
            part.replace(b"</worksheet>", b'<extLst><ext uri="x"/></extLst></worksheet>') if "sheet1" in name else part
        ),
    )
    assert len(rows(data, ".xlsx")) == 1


def test_the_spreadsheet_library_is_loaded_only_when_a_workbook_is_read():
    code = "import sys; from socdesk.exchange import list_rows, write_xlsx; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def outcome(data, suffix):
    """Return the sheets, or the advice of the message; anything else that is raised fails the test."""
    try:
        return read_sheets(data, suffix)
    except UserFacingError as error:
        return error.advice


SUFFIXES = st.sampled_from(["", ".csv", ".txt", ".xlsx", ".xls", ".pdf"])


@given(
    st.binary(max_size=400),
    SUFFIXES,
    st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", OLE]),
)
def test_no_bytes_raise_anything_but_a_message_for_the_person(data, suffix, start):
    assert outcome(start + data, suffix)


@given(st.data())
def test_no_damaged_workbook_raises_anything_but_a_message_for_the_person(data):
    damaged = bytearray(WORKBOOK)
    for at in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=8)):
        damaged[at] = data.draw(st.integers(0, 255))
    assert outcome(bytes(damaged), ".xlsx")


@given(st.data())
def test_no_damaged_part_of_a_workbook_raises_anything_but_a_message_for_the_person(data):
    def change(_name, part):
        at = data.draw(st.integers(0, len(part)))
        return part[:at] + data.draw(st.binary(max_size=6)) + part[at + data.draw(st.integers(0, 6)) :]

    assert outcome(repacked(WORKBOOK, change), ".xlsx")
