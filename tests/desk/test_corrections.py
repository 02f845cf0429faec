"""What was wrongly recorded is put right with a reason; what was entered in error is voided, and its number stays."""

from dataclasses import replace

import pytest
from helpers.records import action, concern, statement

from socdesk.desk.corrections import WhyMissingError, voiding, why_is_missing
from socdesk.desk.deeds import Deed
from socdesk.desk.lists.changing import move
from socdesk.desk.lists.details import detail_of
from socdesk.desk.lists.rows import rows_of
from socdesk.desk.lists.views import plain_overview
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.register import State


def do(desk, *puts):
    return desk.do(Deed(words="For a test", puts=puts)).records


def test_a_reason_is_wanted_for_what_was_recorded_and_only_for_that(desk):
    (one,) = do(desk, concern("A van", place=""))
    wanted = why_is_missing(CONCERNS, one, replace(one, summary="A lorry"), " ")
    assert wanted == "Say why it is corrected: In a few words. The old answer stays in the history"
    assert why_is_missing(CONCERNS, one, replace(one, summary="A lorry"), "Wrongly heard") == ""
    assert why_is_missing(CONCERNS, one, replace(one, place="The yard", status="TRIAGE"), "") == ""
    new = concern("New")
    assert why_is_missing(CONCERNS, new, replace(new, summary="Newer"), "") == ""
    (task,) = do(desk, action("A task"))
    assert why_is_missing(ACTIONS, task, replace(task, title="Another"), "") == ""


def test_voiding_wants_a_reason_takes_children_with_it_and_leaves_a_tombstone(desk):
    (one,) = do(desk, concern("Twice"))
    (said,) = do(desk, statement(one, "He was seen"))
    with pytest.raises(WhyMissingError):
        voiding(desk, CONCERNS, (one.id,), "  ")
    deed = voiding(desk, CONCERNS, (one.id,), "Entered twice ")
    assert deed.words == f"Voided {one.reference}, entered in error"
    done = desk.do(deed)
    assert {each.id for each in done.records} == {one.id, said.id}
    now = desk.read.get(CONCERNS, one.id)
    assert (now.state, now.status, now.outcome) == (State.VOID, "VOID", "ENTERED_IN_ERROR")
    (row,) = rows_of(desk, CONCERNS, (one.id,))
    assert "In a few words: Twice, Void: Entered twice" in row.spoken
    assert detail_of(desk, CONCERNS, one.id).notes[0].below == "Void: Entered twice"
    assert [(view.key, view.count) for view in plain_overview(desk, CONCERNS).views] == [
        ("all", 0),
        ("void", 1),
        ("bin", 0),
    ]
    (other,) = do(desk, concern("Another"))
    assert other.reference != one.reference
    assert desk.read.get(STATEMENTS, said.id).state is State.VOID


def test_a_void_record_is_brought_back_as_it_was_by_undo_or_from_the_list(desk):
    (one,) = do(desk, concern("Twice", status="TRIAGE"))
    (said,) = do(desk, statement(one, "He was seen"))
    desk.do(voiding(desk, CONCERNS, (one.id,), "Entered twice"))
    desk.undo()
    back = desk.read.get(CONCERNS, one.id)
    assert (back.state, back.status, back.outcome) == (State.LIVE, "TRIAGE", "")
    desk.redo()
    desk.do(move(desk, CONCERNS, (one.id,), State.LIVE))
    back = desk.read.get(CONCERNS, one.id)
    assert (back.state, back.status, back.outcome) == (State.LIVE, "TRIAGE", "")
    assert desk.read.get(STATEMENTS, said.id).state is State.LIVE


def test_several_are_voided_in_one_deed_and_a_masked_tombstone_says_nothing(desk):
    one, two = do(desk, concern("One", restricted=True, restriction_reason="CSE"), concern("Two"))
    deed = voiding(desk, CONCERNS, (one.id, two.id), "Both were tests")
    assert deed.words == "Voided 2 concerns, entered in error"
    desk.do(deed)
    masked, clear = rows_of(desk, CONCERNS, (one.id, two.id))
    assert "Both were tests" not in masked.spoken
    assert "Both were tests" in clear.spoken
