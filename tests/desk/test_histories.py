"""The history of a record in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from socdesk.desk.deeds import Deed
from socdesk.desk.histories import NoSuchRecordError, history_of
from socdesk.registers.declared.concerns import Concern, Statement
from socdesk.registers.declared.desk_records import Officer
from socdesk.registers.register import State, new_id

CONCERN = Concern(
    id=new_id(),
    received=datetime(2026, 3, 2, 10, tzinfo=UTC),
    channel="PHONE",
    received_by="A. Officer",
    urgency="ROUTINE",
    summary="Cars at night",
)


def do(desk, *puts, why=""):
    return desk.do(Deed(words="For a test", puts=puts, why=why)).records


def lines(desk, reference):
    return "\n".join(history_of(desk, reference))


def events(desk):
    return [event for event in desk.store.events.all() if event.kind == "viewed a restricted record"]


def test_each_version_says_who_when_why_and_what_changed_from_what(desk, clock):
    [action] = [one for one in desk.read.page(desk.catalogue.get("actions")) if one.reference == "A07"]
    clock.now = datetime(2026, 7, 1, 9, tzinfo=UTC)
    do(desk, replace(action, ongoing=False, due=date(2026, 12, 31)), why="The board asked")
    said = lines(desk, "A07").splitlines()
    assert said[0].startswith("Version 1. 2 March 2026, 09:00. Chief Communities Officer. Deed 1: Laid out the new")
    at = said.index(
        "Version 2. 1 July 2026, 10:00. Chief Communities Officer. Deed 2: For a test. Because: The board asked"
    )
    assert said[at + 1 :] == ["  Ongoing: Yes -> No", "  Due: empty -> 31 December 2026"]


def test_codes_and_links_are_shown_in_words(desk):
    said = lines(desk, "A07")
    assert "  Kind: The Council's action" in said
    assert "  Lead post: Head of" in said
    assert "COUNCIL" not in said


def test_a_child_says_what_it_belongs_to_by_its_reference(desk):
    [concern] = do(desk, CONCERN)
    do(desk, Statement(id=new_id(), parent=concern.id, type="FACT", text="A car stood there"))
    said = lines(desk, "SOC-2026-0001-S1")
    assert "  Belongs to: SOC-2026-0001" in said
    assert concern.id not in said


def test_states_and_restriction_are_told(desk):
    [concern] = do(desk, CONCERN)
    [concern] = do(desk, replace(concern, restricted=True, restriction_reason="CSE"))
    do(desk, replace(concern, state=State.BINNED))
    said = lines(desk, "SOC-2026-0001").splitlines()
    assert "  Restricted: No -> Yes" in said
    assert "  State: live -> binned" in said


def test_the_view_of_a_restricted_record_and_of_its_children_is_noted(desk):
    [concern] = do(desk, replace(CONCERN, restricted=True, restriction_reason="CSE"))
    [statement] = do(desk, Statement(id=new_id(), parent=concern.id, type="FACT", text="A car stood there"))
    assert events(desk) == []
    lines(desk, concern.reference)
    lines(desk, statement.reference)
    assert [event.detail for event in events(desk)] == [{"record": concern.id}, {"record": statement.id}]


def test_the_view_of_an_open_record_is_not_noted(desk):
    lines(desk, "A07")
    assert events(desk) == []


def destroy(desk, record, version):
    store = desk.store
    with store._connection.transaction():
        store._connection.run_sql(
            "UPDATE changes SET body = NULL, salt = '' WHERE record = ? AND version = ?", (record.id, version)
        )


def test_a_destroyed_text_is_said_to_be_destroyed_and_the_next_version_shows_whole(desk):
    [concern] = do(desk, CONCERN)
    do(desk, replace(concern, summary="Cars by day"))
    destroy(desk, concern, 1)
    first, gone, second, *rest = lines(desk, "SOC-2026-0001").splitlines()
    assert (first.split(".")[0], second.split(".")[0]) == ("Version 1", "Version 2")
    assert gone == "  The text of this version was destroyed."
    assert "  In a few words: Cars by day" in rest
    assert "Cars at night" not in lines(desk, "SOC-2026-0001")


def test_a_record_that_another_officer_restricted_does_not_exist_here(desk):
    [concern] = do(desk, replace(CONCERN, restricted=True, restriction_reason="CSE"))
    [other] = do(desk, Officer(id=new_id(), name="B. Officer"))
    desk.read._actor = other.id
    with pytest.raises(NoSuchRecordError, match=concern.reference):
        history_of(desk, concern.reference)


def test_an_unknown_reference_is_told(desk):
    with pytest.raises(NoSuchRecordError, match="no record A99"):
        history_of(desk, "A99")
