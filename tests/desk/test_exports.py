"""What leaves the desk as a table, and what stays behind."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from socdesk.desk.deeds import Deed
from socdesk.desk.exports import UnknownKindOfFileError, UnknownRegisterError, export_register
from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.read_sheets import read_sheets
from socdesk.registers.declared.actions import ACTIONS, ProgressNote
from socdesk.registers.declared.concerns import Concern, ConcernSource, Statement
from socdesk.registers.declared.desk_records import Relation
from socdesk.registers.register import State, new_id

RECEIVED = datetime(2026, 3, 2, 10, tzinfo=UTC)


def concern(**fields):
    return Concern(
        id=new_id(),
        received=RECEIVED,
        channel="PHONE",
        received_by="A. Officer",
        urgency="ROUTINE",
        summary=fields.pop("summary", "Cars at night"),
        place="1 Example Street",
        **fields,
    )


def do(desk, *puts):
    return desk.do(Deed(words="For a test", puts=puts)).records


def exported(desk, key, **how):
    made = export_register(desk, key, ".json", **how)
    return made, json.loads(made.data)["records"]


def rows_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_restricted_fields_stay_behind_and_are_counted(desk):
    do(desk, concern())
    made, [row] = exported(desk, "concerns")
    assert not {"summary", "place", "vehicle"} & row.keys()
    assert made.in_words() == "1 record exported. Left out: 3 restricted or source fields of each record."
    made, [row] = exported(desk, "concerns", include_restricted=True)
    assert (row["summary"], row["place"]) == ("Cars at night", "1 Example Street")
    assert made.in_words() == "1 record exported."


def test_source_fields_stay_behind(desk):
    [kept] = do(desk, concern())
    do(desk, ConcernSource(id=new_id(), parent=kept.id, kind="RESIDENT", name="Alex Example"))
    _made, [row] = exported(desk, "concern_sources")
    assert set(row) == {"reference", "parent", "created_at", "changed_at"}
    _made, [row] = exported(desk, "concern_sources", include_restricted=True)
    assert row["name"] == "Alex Example"


def test_restricted_records_and_their_children_stay_behind_and_are_counted(desk):
    [secret, _plain] = do(desk, concern(restricted=True, restriction_reason="CSE"), concern())
    do(desk, Statement(id=new_id(), parent=secret.id, type="FACT", text="Seen"))
    made, rows = exported(desk, "concerns")
    assert [row["reference"] for row in rows] == ["SOC-2026-0002"]
    assert "Left out: 1 restricted record." in made.in_words()
    made, rows = exported(desk, "statements")
    assert (rows, made.records_left_out) == ([], 1)
    made, [row] = exported(desk, "statements", include_restricted=True)
    assert (row["parent"], row["text"]) == ("SOC-2026-0001", "Seen")


def test_a_link_goes_out_as_a_reference_wherever_it_points_also_to_what_was_binned(desk):
    [a, b] = do(desk, concern(), concern())
    do(desk, Relation(id=new_id(), from_record=a.id, to_record=b.id, role="RELATED"), replace(b, state=State.BINNED))
    _made, [row] = exported(desk, "relations")
    assert (row["from_record"], row["to_record"]) == (a.reference, b.reference)
    _made, rows = exported(desk, "actions")
    posts = {row["reference"] for row in exported(desk, "posts")[1]}
    assert {row["lead_post"] for row in rows} <= posts


def test_a_link_to_a_restricted_record_does_not_give_its_reference_away(desk):
    [a, b] = do(desk, concern(), concern(restricted=True, restriction_reason="CSE"))
    do(desk, Relation(id=new_id(), from_record=a.id, to_record=b.id, role="RELATED"))
    _made, [row] = exported(desk, "relations")
    assert (row["from_record"], row["to_record"]) == (a.reference, "")
    _made, [row] = exported(desk, "relations", include_restricted=True)
    assert row["to_record"] == b.reference


def test_an_export_is_noted_with_the_hash_of_the_file_and_no_record_text(desk):
    made = export_register(desk, "actions", ".csv", include_restricted=True)
    event = desk.store.events.all()[-1]
    assert event.kind == "exported"
    assert event.detail == {
        "register": "actions",
        "records": 15,
        "with_restricted": 1,
        "sha256": file_hash(made.data),
    }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_words_stand_in_spreadsheets_where_codes_stand_in_json(desk, suffix):
    made = export_register(desk, "actions", suffix)
    [sheet] = read_sheets(made.data, suffix)
    header, first = sheet.rows[0], sheet.rows[1]
    row = dict(zip(header, first, strict=True))
    assert (row["Reference"], row["Kind"], row["Ongoing"]) == ("A01", "The Council's action", "Yes")
    assert row["Lead post"] == exported(desk, "actions")[1][0]["lead_post"]
    assert len(sheet.rows) == 1 + 15


def test_a_formula_goes_out_as_text_that_no_spreadsheet_runs(desk):
    [action] = [one for one in desk.read.page(ACTIONS) if one.reference == "A01"]
    do(desk, ProgressNote(id=new_id(), parent=action.id, day=date(2026, 3, 1), public_text="=HYPERLINK(1)"))
    header, row = rows_of(export_register(desk, "progress_notes", ".csv").data)
    assert dict(zip(header, row, strict=True))["Text for papers"] == "'=HYPERLINK(1)"
    with zipfile.ZipFile(io.BytesIO(export_register(desk, "progress_notes", ".xlsx").data)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    _made, [row] = exported(desk, "progress_notes")
    assert (row["parent"], row["public_text"]) == ("A01", "=HYPERLINK(1)")


def test_binned_records_do_not_go_out(desk):
    [kept] = do(desk, concern())
    do(desk, replace(kept, state=State.BINNED))
    assert exported(desk, "concerns")[1] == []


def test_an_unknown_register_is_told_with_those_there_are(desk):
    with pytest.raises(UnknownRegisterError, match="Choose one of: strategies, posts"):
        export_register(desk, "spies", ".csv")


def test_a_kind_of_file_that_is_not_written_is_told(desk):
    with pytest.raises(UnknownKindOfFileError):
        export_register(desk, "actions", ".pdf")
