"""Deeds: all or nothing, with references that are never given twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from helpers.records import action, concern, source, statement

from socdesk.desk.deeds import Deed, SealedError, StaleRecordError
from socdesk.errors import InvalidRecordError
from socdesk.registers.declared.actions import ACTIONS, Evidence
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.declared.desk_records import Setting
from socdesk.registers.register import State, new_id
from socdesk.storage.attachments import described


@pytest.fixture
def do(desk):
    return lambda *records, **more: desk.do(Deed(words="Did something", puts=records, **more)).records


def test_a_new_record_gets_a_reference_a_version_an_author_and_a_time(desk, do, clock):
    (saved,) = do(concern())
    assert (saved.reference, saved.version) == ("SOC-2026-0001", 1)
    assert saved.created_by == saved.changed_by == desk.actor
    assert saved.created_at == saved.changed_at == clock.now
    assert desk.read.get(CONCERNS, saved.id) == saved


def test_an_edit_keeps_reference_and_author_and_takes_the_next_version(desk, do, clock):
    (saved,) = do(concern())
    clock.forward(days=3)
    (edited,) = do(replace(saved, summary="Other words", reference="FORGED", created_by="nobody", created_at=None))
    assert (edited.reference, edited.version, edited.summary) == (saved.reference, 2, "Other words")
    assert (edited.created_by, edited.created_at) == (saved.created_by, saved.created_at)
    assert edited.changed_at == clock.now
    assert desk.read.get(CONCERNS, saved.id) == edited


def test_a_reference_counts_within_the_year_of_its_day(do):
    last_year = datetime(2025, 12, 31, 23, 30, tzinfo=UTC)
    references = [do(concern(received=last_year + timedelta(minutes=20 * n)))[0].reference for n in range(3)]
    assert references == ["SOC-2025-0001", "SOC-2025-0002", "SOC-2026-0001"]


def test_a_summer_midnight_belongs_to_london_s_day(do):
    assert do(concern(received=datetime(2026, 12, 31, 23, 59, tzinfo=UTC)))[0].reference == "SOC-2026-0001"
    plus_five = timezone(timedelta(hours=5))
    assert do(concern(received=datetime(2026, 1, 1, 2, tzinfo=plus_five)))[0].reference == "SOC-2025-0001"


def test_children_are_numbered_under_their_parent_also_in_the_same_deed(do):
    one = concern()
    saved, first, second = do(one, statement(one, "One"), statement(one, "Two"))
    (third,) = do(statement(saved, "Three"))
    assert [s.reference for s in (first, second, third)] == [f"{saved.reference}-S{n}" for n in (1, 2, 3)]


def test_a_reference_is_never_given_twice(desk, do, reopened):
    do(concern())
    desk.undo()
    with pytest.raises(InvalidRecordError):
        do(concern(), concern(summary=""))
    assert do(concern())[0].reference == "SOC-2026-0002"
    again = reopened(desk)
    assert again.do(Deed(words="One more", puts=(concern(),))).records[0].reference == "SOC-2026-0003"
    again.lock()


def test_a_reference_that_a_person_brings_is_not_taken(do):
    assert do(action(reference="A01"))[0].reference == "L01"


def test_one_record_that_breaks_a_rule_stops_the_whole_deed(desk, do):
    before = desk.store.heads
    heard = []
    desk.listen(heard.append)
    with pytest.raises(InvalidRecordError) as caught:
        do(concern(), concern(summary="", channel=""))
    assert caught.value.problems == {
        "summary": "In a few words is missing",
        "channel": "How it came in is missing",
    }
    assert desk.store.heads == before
    assert desk.read.count(CONCERNS) == 0
    assert heard == []


def test_a_rule_of_a_register_is_kept(do):
    with pytest.raises(InvalidRecordError, match="amber and red need one"):
        do(action(rag="RED"))


def test_a_record_that_was_changed_meanwhile_is_not_overwritten(desk, do):
    (saved,) = do(concern())
    do(replace(saved, summary="First come"))
    with pytest.raises(StaleRecordError, match=saved.reference):
        do(replace(saved, summary="Second come"))
    with pytest.raises(StaleRecordError):
        do(replace(concern(), version=3))
    assert desk.read.get(CONCERNS, saved.id).summary == "First come"


def test_a_deed_that_changes_nothing_leaves_no_trace(desk, do):
    (saved,) = do(concern())
    before, heard = desk.store.heads, []
    desk.listen(heard.append)
    done = desk.do(Deed(words="Saved again", puts=(saved,)))
    assert (done.number, done.records) == (0, ())
    assert desk.store.heads == before
    assert heard == []


def test_a_sealed_field_may_be_filled_in_once(desk, do):
    (saved,) = do(action())
    (worded,) = do(replace(saved, wording="As the committee put it"))
    with pytest.raises(SealedError, match=r"Wording is sealed .* Add a correction instead"):
        do(replace(worded, wording="As I put it"))
    assert desk.read.get(ACTIONS, saved.id).wording == "As the committee put it"


def test_a_statement_is_never_edited_but_may_be_binned_and_corrected(desk, do):
    saved, said = do(one := concern(), statement(one))
    for change in ({"text": "Other words"}, {"made": saved.received}, {"parent": "elsewhere"}):
        with pytest.raises(SealedError):
            do(replace(said, **change))
    (correction,) = do(statement(saved, "Better words", corrects=said.id))
    (gone,) = do(replace(said, state=State.VOID, restricted=True))
    assert gone.version == 2
    assert desk.read.children(STATEMENTS, saved.id) == (correction,)


def test_listeners_hear_what_changed_until_they_stop(desk, do):
    heard = []
    stop = desk.listen(heard.append)
    saved, said = do(one := concern(), statement(one))
    stop()
    do(concern())
    assert [dict(changed.ids) for changed in heard] == [
        {"concerns": frozenset({saved.id}), "statements": frozenset({said.id})}
    ]


def test_a_deed_keeps_the_files_that_its_records_name(desk, do):
    file = described("photograph.jpg", b"not really a photograph")
    parent = action()
    evidence = Evidence(
        id=new_id(), parent=parent.id, title="A photograph", type="PHOTO", day=datetime(2026, 3, 1, tzinfo=UTC).date(),
        file=file,
    )  # fmt: skip
    _, saved = do(parent, evidence, files=((file, b"not really a photograph"),))
    assert desk.store.attachments.read(saved.file) == b"not really a photograph"


def test_a_child_needs_a_parent_that_exists_and_others_must_not_have_one(do):
    with pytest.raises(InvalidRecordError, match="does not exist"):
        do(statement(concern()))
    with pytest.raises(InvalidRecordError, match="belongs to no other record"):
        do(concern(parent="somebody"))
    with pytest.raises(InvalidRecordError, match="has no id"):
        do(concern(id=""))


def test_a_concern_has_one_source_at_a_time(do):
    saved, told = do(one := concern(), source(one))
    with pytest.raises(InvalidRecordError, match="There is a source already"):
        do(source(saved))
    do(replace(told, state=State.BINNED))
    do(source(saved))
    with pytest.raises(InvalidRecordError, match="There is a source already"):
        do(replace(told, version=2, state=State.LIVE))


def test_moments_are_kept_in_utc_whatever_zone_the_clock_is_in(desk, do, clock):
    clock.now = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    (saved,) = do(concern())
    assert saved.created_at.utcoffset() == timedelta(0)
    newest = desk.read.history(saved.id)[-1]
    assert newest.at.isoformat() == "2026-06-30T23:30:01+00:00"


def test_a_setting_is_a_record_like_any_other(desk, do):
    from socdesk.settings import COUNCIL

    assert desk.setting(COUNCIL) == "Broxtowe Borough Council"
    do(Setting(id=new_id(), name=COUNCIL.key, value="Sample Borough Council"))
    assert desk.setting(COUNCIL) == "Sample Borough Council"
    desk.undo()
    assert desk.setting(COUNCIL) == "Broxtowe Borough Council"
