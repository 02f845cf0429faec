"""Adding a register adds a declaration, a step and a catalogue line; all else follows (issue 2, acceptance 9)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from helpers.field_values import fields_of
from helpers.records import concern
from hypothesis import given, settings
from sqlalchemy import create_engine

from socdesk.desk.deeds import Deed, SealedError
from socdesk.desk.exports import export_register
from socdesk.desk.form_data import filled_in, form_data
from socdesk.desk.imports.register_list import preview_register
from socdesk.desk.table_data import table_data
from socdesk.desk.verifying import verify
from socdesk.errors import InvalidRecordError
from socdesk.jobs import SilentProgress
from socdesk.registers.fields import Field
from socdesk.registers.register import State, new_id
from socdesk.registers.values import Occasion, Span, WhenKind
from socdesk.registers.vocabulary import Vocabularies
from socdesk.storage.attachments import described
from socdesk.storage.engine import connect
from socdesk.storage.faults import DeskTooNewError
from socdesk.storage.record_store import Query
from socdesk.storage.tables import Tables
from socdesk.storage.upgrade import SHIPPED
from tests.end_to_end.trial_register import FINDINGS, STEPS, TRIAL, VISITS, Finding, Visit
from tests.storage.test_upgrade import shape

PHOTOGRAPH = described("doorway.jpg", b"a doorway")


@pytest.fixture
def trial_house(house):
    return replace(house, catalogue=TRIAL, steps=(SHIPPED, STEPS))


@pytest.fixture
def desk(laid_out, folder, trial_house):
    """A desk of before the trial register, brought up to date by opening it."""
    desk = laid_out.opened_in(laid_out.copied_to(folder), trial_house)
    yield desk
    desk.lock()


@pytest.fixture
def visit(desk):
    """A visit with every field filled in, linked to a concern, and a finding under it."""
    linked = concern()
    one = Visit(
        id=new_id(), title="Yard behind the Café Zoë", account="Three vans, one without plates", urgent=True,
        day=date(2025, 12, 30), reported=datetime(2026, 1, 2, 9, tzinfo=UTC),
        seen=Occasion(WhenKind.RANGE, date(2025, 12, 29), date(2025, 12, 30)), open_for=Span(date(2026, 1, 1)),
        ward=Vocabularies()["ward"].codes[0].code, tags=(Vocabularies()["tag"].codes[0].code, "A_CODE_OF_TOMORROW"),
        people=3, minute="M 12", concern=linked.id, photograph=PHOTOGRAPH, told_by="A Made-up Neighbour",
    )  # fmt: skip
    found = Finding(id=new_id(), parent=one.id, words="A ledger in the glove box")
    deed = Deed(words="Visited", puts=(linked, one, found), files=((PHOTOGRAPH, b"a doorway"),))
    return desk.do(deed).records[1:]


def test_it_uses_every_kind_of_field_there_is():
    def kinds(base):
        return {base, *(kind for child in base.__subclasses__() for kind in kinds(child))}

    leaves = {kind for kind in kinds(Field) if not kind.__subclasses__()}
    assert {type(kind) for kind in VISITS.fields.values()} == {k for k in leaves if k.__module__.startswith("socdesk")}


def test_its_step_made_the_tables_that_follow_from_it(desk, folder):
    migrated = connect(desk.store.place.path, desk.store.place.key, writing=False)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        Tables(TRIAL).metadata.create_all(connection)
        for name in ("visits", "findings"):
            declared = shape(lambda sql: connection.exec_driver_sql(sql).fetchall(), name)
            assert shape(migrated.execute, name) == declared
    engine.dispose()
    migrated.close()
    assert len(list(folder.glob("before-upgrade-*.db"))) == 1


def test_it_is_saved_read_ordered_and_filtered(desk, visit):
    saved, found = visit
    assert (saved.reference, found.reference) == ("VIS-2025-001", "VIS-2025-001-F1")
    assert desk.read.get(VISITS, saved.id) == saved
    assert desk.read.children(FINDINGS, saved.id) == (found,)
    assert desk.store.attachments.read(saved.photograph) == b"a doorway"
    for name, kind in VISITS.fields.items():
        if kind.in_row:
            query = Query(equal={name: kind.to_column(getattr(saved, name))}, order=(f"-{name}",))
            assert desk.read.page(VISITS, query) == (saved,), name


def test_it_is_found_by_its_words_its_parts_and_its_reference(desk, visit):
    saved, found = visit
    for typed in ("cafe zoe", "vans without plates", "VIS-2025-001"):
        assert saved.id in [hit.record for hit in desk.read.search(typed)], typed
    assert [hit.parent for hit in desk.read.search("ledger")] == [saved.id]
    assert found.id in [hit.record for hit in desk.read.search("glove")]


def test_it_has_a_history_and_can_be_undone_and_seen_as_at_a_day(desk, visit, clock):
    saved, _ = visit
    clock.forward(days=2)
    desk.do(Deed(words="Edited", puts=(replace(saved, people=4, urgent=False),)))
    assert [version.record.people for version in desk.read.history(saved.id)] == [3, 4]
    assert desk.records_at(VISITS, date(2026, 3, 3))[0].people == 3
    desk.undo()
    assert desk.read.get(VISITS, saved.id).people == 3
    desk.undo()
    assert desk.read.count(VISITS) == desk.read.count(FINDINGS) == 0
    assert desk.read.count(FINDINGS, Query(states=(State.BINNED,))) == 1


def test_its_rules_and_seals_are_kept(desk, visit):
    saved, found = visit
    with pytest.raises(InvalidRecordError, match="an urgent visit needs one"):
        desk.do(Deed(words="Edited", puts=(replace(saved, account=""),)))
    with pytest.raises(SealedError):
        desk.do(Deed(words="Edited", puts=(replace(found, words="Other words"),)))
    with pytest.raises(SealedError):
        desk.do(Deed(words="Edited", puts=(replace(saved, minute="M 13"),)))


def test_it_shows_as_a_table_and_as_a_form_that_takes_its_own_words_back(desk, visit):
    saved, _ = visit
    table = table_data(desk, VISITS, Query())
    assert [column.label for column in table.columns] == ["Reference", "Visit", "Urgent", "Day", "Ward", "Concern"]
    assert table.rows[0].cells[:4] == (saved.reference, "Yard behind the Café Zoë", "Yes", "30 December 2025")
    form = form_data(desk, VISITS, saved)
    assert form.children == ("findings",)
    assert [field.kind for field in form.fields if field.sealed] == ["Reference"]
    typed = {field.name: field.typed for field in form.fields if field.kind != "Attachment"}
    assert filled_in(VISITS, saved, typed) == (saved, {})


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx"])
@pytest.mark.parametrize("register", [VISITS, FINDINGS], ids=lambda register: register.key)
def test_it_goes_out_and_comes_back_in_without_a_change(desk, visit, register, suffix):
    exported = export_register(desk, register.key, suffix, include_restricted=True)
    seen = preview_register(desk, register.key, exported.data, suffix)
    assert (seen.problems, seen.new, seen.changed, seen.same) == ([], 0, 0, 1)


def test_it_goes_out_without_what_is_restricted_unless_asked(desk, visit):
    plain = export_register(desk, "visits", ".json").data.decode()
    assert "Yard behind" in plain
    assert "without plates" not in plain
    assert "A Made-up Neighbour" not in plain


def test_verify_knows_it_and_the_desk_stays_sound_over_lock_and_reopening(desk, visit, laid_out, folder, trial_house):
    desk.lock()
    again = laid_out.opened_in(folder, trial_house)
    assert again.notices == ()
    verified = verify(again, SilentProgress())
    assert verified.findings == ()
    assert verified.counts["Visits"] == 1
    again.lock()


def test_a_program_that_does_not_know_it_refuses_the_desk(desk, laid_out, folder, house):
    desk.lock()
    with pytest.raises(DeskTooNewError):
        laid_out.opened_in(folder, house)


@settings(max_examples=15)
@given(fields=fields_of(VISITS))
def test_any_visit_is_sound_in_every_kind_of_field(fields):
    visit = Visit(**fields)
    assert VISITS.problems(visit) == {}
    assert all(
        kind.from_json(kind.to_json(getattr(visit, name))) == getattr(visit, name)
        for name, kind in VISITS.fields.items()
    )
