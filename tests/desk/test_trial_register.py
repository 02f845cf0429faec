"""A register that is only declared leaves as three kinds of file, has a history, and is undone and verified."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from desk.conftest import PASSPHRASE, MovingClock
from helpers.field_values import fields_of
from helpers.trial import TRIAL_CATALOGUE, TRIAL_PARTS, TRIAL_STEPS, TRIALS, Trial, TrialPart
from hypothesis import given, settings

from socdesk.desk.deeds import Deed
from socdesk.desk.exports import export_register
from socdesk.desk.histories import history_of
from socdesk.desk.imports.register_list import bring_register_in, preview_register
from socdesk.desk.opening import House, new_desk
from socdesk.desk.verifying import verify
from socdesk.exchange.read_sheets import read_sheets
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.other_fields import Attachment
from socdesk.registers.register import State, new_id
from socdesk.registers.text_fields import Link
from socdesk.registers.values import Occasion, Span, StoredFile, WhenKind
from socdesk.storage.upgrade import SHIPPED


@pytest.fixture(scope="module")
def trial_desk(tmp_path_factory):
    house = House(clock=MovingClock(), catalogue=TRIAL_CATALOGUE, steps=(SHIPPED, TRIAL_STEPS))
    desk = new_desk(tmp_path_factory.mktemp("trial") / "desk", PASSPHRASE, house, cost=POLICY_FLOOR).desk
    yield desk
    desk.lock()


def do(desk, *puts):
    return desk.do(Deed(words="For a test", puts=puts)).records


def whole(desk):
    action = desk.read.page(desk.catalogue.get("actions"))[0]
    return Trial(
        id=new_id(),
        text="=1+1",
        long_text="First\nsecond",
        flag=True,
        day=date(2026, 3, 1),
        moment=datetime(2026, 7, 1, 9, 30, tzinfo=UTC),
        when=Occasion(WhenKind.RANGE, date(2026, 1, 1), date(2026, 1, 3)),
        period=Span(date(2026, 1, 1)),
        choice="PREVENT",
        choices=("PURSUE", "PROTECT"),
        number=1234,
        their_reference="0012",
        link=action.id,
        file=StoredFile(new_id(), "letter.pdf", 3, "a" * 64),
        restricted_text="For few eyes",
        source_text="Who told us",
    )


def exported(desk, key, **how):
    made = export_register(desk, key, ".json", include_restricted=True, **how)
    return {row["reference"]: row for row in json.loads(made.data)["records"]}


def test_json_holds_each_value_as_its_field_stores_it(trial_desk):
    [trial] = do(trial_desk, whole(trial_desk))
    row = exported(trial_desk, "trials")[trial.reference]
    assert {name: row[name] for name in TRIALS.fields} == {
        "text": "=1+1",
        "long_text": "First\nsecond",
        "flag": True,
        "day": "2026-03-01",
        "moment": "2026-07-01T09:30:00+00:00",
        "when": ["range", "2026-01-01", "2026-01-03"],
        "period": ["2026-01-01", None],
        "choice": "PREVENT",
        "choices": ["PURSUE", "PROTECT"],
        "number": 1234,
        "their_reference": "0012",
        "link": "A01",
        "file": "letter.pdf",
        "restricted_text": "For few eyes",
        "source_text": "Who told us",
    }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_spreadsheets_hold_each_value_in_words(trial_desk, suffix):
    [trial] = do(trial_desk, whole(trial_desk))
    [sheet] = read_sheets(export_register(trial_desk, "trials", suffix, include_restricted=True).data, suffix)
    row = dict(zip(sheet.rows[0], next(r for r in sheet.rows if r[0] == trial.reference), strict=True))
    as_text = suffix == ".csv"
    assert {label: row[label] for label in (kind.label for kind in TRIALS.fields.values())} == {
        "Text": "=1+1",
        "Long text": "First\nsecond",
        "Flag": "Yes",
        "Day": "2026-03-01" if as_text else date(2026, 3, 1),
        "Moment": "2026-07-01 10:30:00" if as_text else datetime(2026, 7, 1, 10, 30),  # noqa: DTZ001  London's
        "When": "2026-01-01; 2026-01-03",
        "Period": "2026-01-01;",
        "Choice": "Prevent (SOC pillar)",
        "Choices": "Pursue; Protect",
        "Number": "1234" if as_text else 1234,
        "Their reference": "0012",
        "Link": "A01",
        "File": "letter.pdf",
        "Restricted": "For few eyes",
        "Source": "Who told us",
    }


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_each_kind_of_file_brings_back_what_it_holds(trial_desk, suffix):
    do(trial_desk, whole(trial_desk))
    made = export_register(trial_desk, "trials", suffix, include_restricted=True)
    standing = {trial.reference: replace(trial, text="Other") for trial in trial_desk.read.page(TRIALS)}
    edited = do(trial_desk, *standing.values())
    seen = preview_register(trial_desk, "trials", made.data, suffix)
    assert (seen.new, seen.changed, seen.same, seen.problems) == (0, len(edited), 0, [])
    bring_register_in(trial_desk, seen)
    assert preview_register(trial_desk, "trials", made.data, suffix).same == made.records


def test_restricted_and_source_fields_stay_behind(trial_desk):
    do(trial_desk, whole(trial_desk))
    made = export_register(trial_desk, "trials", ".json")
    assert made.fields_left_out == ("restricted_text", "source_text")
    assert b"For few eyes" not in made.data
    assert b"Who told us" not in made.data


@settings(max_examples=15)
@given(values=fields_of(TRIALS))
def test_whatever_a_record_holds_json_gives_back(trial_desk, values):
    values = {**values, "link": ""}
    [trial] = do(trial_desk, Trial(id=new_id(), **values))
    row = exported(trial_desk, "trials")[trial.reference]
    for name, kind in TRIALS.fields.items():
        if isinstance(kind, Attachment):
            assert row[name] == (values[name].name if values[name] else None)
        elif not isinstance(kind, Link):
            assert kind.from_json(row[name]) == values[name] or (row[name] is None and values[name] == kind.empty)


def test_a_child_goes_out_with_its_parents_reference(trial_desk):
    [trial] = do(trial_desk, whole(trial_desk))
    [part] = do(trial_desk, TrialPart(id=new_id(), parent=trial.id, text="One"))
    row = exported(trial_desk, "trial_parts")[part.reference]
    assert (row["parent"], row["text"]) == (trial.reference, "One")
    assert part.reference == f"{trial.reference}-P1"


def test_its_history_undo_and_verifying_follow(trial_desk):
    [trial] = do(trial_desk, whole(trial_desk))
    do(trial_desk, replace(trial, choices=("PREPARE",), number=None))
    said = list(history_of(trial_desk, trial.reference))
    assert said[-2:] == ["  Choices: Pursue; Protect -> Prepare", "  Number: 1,234 -> empty"]
    trial_desk.undo()
    assert trial_desk.read.get(TRIALS, trial.id).number == 1234
    trial_desk.undo(trial_desk.store.versions.deeds()[-3].number)
    assert trial_desk.store.records.get(TRIALS, trial.id).state is State.BINNED
    found = verify(trial_desk, SilentProgress())
    assert found.findings == ()
    assert found.counts[TRIAL_PARTS.plural] == trial_desk.read.count(TRIAL_PARTS)
