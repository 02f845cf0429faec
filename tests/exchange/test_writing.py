"""Tables go out as bytes that are the same each time, run no formula, and read back as what was written."""

import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.formula_injection import neutralised, restored
from socdesk.exchange.read_sheets import read_sheets
from socdesk.exchange.table import Table
from socdesk.exchange.write_csv import write_csv
from socdesk.exchange.write_json import write_json
from socdesk.exchange.write_xlsx import CellTooLongError, write_xlsx

TABLE = Table(
    title="Actions: 2026/27",
    columns=("Reference", "Wording", "Pillars", "Due", "Changed", "Count", "Open"),
    keys=("reference", "wording", "pillars", "due", "changed", "count", "open"),
    register="actions",
    rows=(
        (
            "A01",
            "=1+1",
            ("PURSUE", "PREPARE"),
            date(2026, 4, 1),
            datetime(2026, 4, 1, 9, 30, tzinfo=UTC),
            -3,
            True,
        ),
        ("A02", "Zoë & <Co>", (), None, None, 2.5, False),
    ),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1).filter(
    lambda text: text.strip() and text not in {"#N/A", "sep=,"} and not text.startswith("#")
)


def tables():
    return st.integers(1, 5).flatmap(
        lambda width: st.lists(st.tuples(*[TEXTS] * width), min_size=2, max_size=6).map(
            lambda rows: Table("T", rows[0], tuple(rows[1:]))
        )
    )


@pytest.mark.parametrize("write", [write_csv, write_xlsx, write_json])
def test_the_same_table_gives_the_same_bytes(write):
    assert file_hash(write(TABLE)) == file_hash(write(TABLE))


def test_no_part_of_a_workbook_holds_the_time_of_day():
    with zipfile.ZipFile(io.BytesIO(write_xlsx(TABLE))) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_csv_is_marked_quoted_and_safe_to_open():
    assert write_csv(TABLE).decode("utf-8") == (
        '\ufeff"Reference","Wording","Pillars","Due","Changed","Count","Open"\r\n'
        '"A01","\'=1+1","PURSUE; PREPARE","2026-04-01","2026-04-01 10:30:00","-3","Yes"\r\n'
        '"A02","Zoë & <Co>","","","","2.5","No"\r\n'
    )


def test_a_workbook_freezes_its_headings_and_holds_real_days_and_texts_that_are_no_formulas():
    sheet = load_workbook(io.BytesIO(write_xlsx(TABLE))).active
    assert (sheet.title, sheet.freeze_panes) == ("Actions  2026 27", "A2")
    wording, due, changed, count = (sheet[place] for place in ("B2", "D2", "E2", "F2"))
    assert (wording.value, wording.data_type, wording.quotePrefix) == ("=1+1", "s", True)
    assert (due.value, due.number_format) == (datetime.fromisoformat("2026-04-01"), "dd/mm/yyyy")
    assert changed.value == datetime.fromisoformat("2026-04-01T10:30")
    assert count.value == -3


def test_json_names_the_register_and_keeps_types_and_order():
    assert json.loads(write_json(TABLE)) == {
        "register": "actions",
        "records": [
            {
                "reference": "A01",
                "wording": "=1+1",
                "pillars": ["PURSUE", "PREPARE"],
                "due": "2026-04-01",
                "changed": "2026-04-01T09:30:00+00:00",
                "count": -3,
                "open": True,
            },
            {
                "reference": "A02",
                "wording": "Zoë & <Co>",
                "pillars": [],
                "due": None,
                "changed": None,
                "count": 2.5,
                "open": False,
            },
        ],
    }


def test_text_too_long_for_excel_is_refused_and_not_cut():
    with pytest.raises(CellTooLongError, match="column B"):
        write_xlsx(Table("T", ("a", "b"), (("x", "y" * 32_768),)))


def test_characters_that_no_spreadsheet_holds_become_a_visible_stand_in():
    table = Table("T", ("a",), (("bell\x07 \ud800end",),))
    assert read_sheets(write_csv(table), ".csv")[0].rows[1] == ("bell\ufffd \ufffdend",)
    assert read_sheets(write_xlsx(table), ".xlsx")[0].rows[1] == ("bell\ufffd \ufffdend",)


def test_a_day_before_excels_calendar_stays_readable():
    assert read_sheets(write_xlsx(Table("T", ("a",), ((date(1842, 5, 1),),))), ".xlsx")[0].rows[1] == ("1842-05-01",)


def test_a_row_of_another_length_is_our_fault_and_said():
    with pytest.raises(ValueError, match="not as long as the headings"):
        Table("T", ("a",), (("x", "y"),))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'=", "''@", "\uff1d"])
def test_risky_text_gets_an_apostrophe_and_loses_it_again(start):
    assert neutralised(start + "x") == f"'{start}x"
    assert restored(neutralised(start + "x")) == start + "x"


@given(st.text())
def test_neutralising_is_undone_exactly_and_leaves_nothing_risky(text):
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(tables())
def test_csv_reads_back_as_the_texts_that_were_written(table):
    assert read_sheets(write_csv(table), ".csv")[0].rows == (table.columns, *table.rows)


@given(tables())
def test_a_workbook_reads_back_as_the_texts_that_were_written(table):
    assert read_sheets(write_xlsx(table), ".xlsx")[0].rows == (table.columns, *table.rows)


@given(
    st.lists(st.dates(date(1900, 3, 1)), min_size=1, max_size=5),
    st.lists(st.integers(-(10**9), 10**9), min_size=1),
)
def test_days_and_numbers_read_back_from_a_workbook(days, numbers):
    table = Table("T", ("a",), tuple((value,) for value in (*days, *numbers)))
    assert read_sheets(write_xlsx(table), ".xlsx")[0].rows[1:] == table.rows


def test_text_that_looks_like_an_escape_of_excel_reads_back_as_itself():
    table = Table("T", ("a",), (("_x0041_ _x000D_ x_x005F_",),))
    assert read_sheets(write_xlsx(table), ".xlsx")[0].rows[1:] == table.rows
