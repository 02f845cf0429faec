import pytest
from helpers.records import action, concern, source, statement

from socdesk.desk.deeds import Deed
from socdesk.desk.lists.changing import SomeCannotChangeError, change_all, move
from socdesk.desk.lists.timeline import timeline
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import State


@pytest.fixture
def actions(desk):
    return desk.do(Deed(words="Added", puts=(action("One"), action("Two")))).records


def test_several_rows_change_in_one_deed_and_come_back_in_one_undo(desk, actions):
    ids = tuple(each.id for each in actions)
    desk.do(change_all(desk, ACTIONS, ids, {"rag": "RED", "rag_reason": "Nobody came"}))
    assert {each.rag for each in desk.read.block(ACTIONS, ids)} == {"RED"}
    desk.undo()
    assert {each.rag for each in desk.read.block(ACTIONS, ids)} == {"GREY"}


def test_a_change_that_breaks_a_rule_names_the_rows_and_changes_none(desk, actions):
    with pytest.raises(SomeCannotChangeError, match=f"{actions[0].reference}: Reason for the rating is missing"):
        change_all(desk, ACTIONS, tuple(each.id for each in actions), {"rag": "RED"})


def test_rows_go_to_the_bin_and_come_back(desk, actions):
    done = desk.do(move(desk, ACTIONS, (actions[0].id,), State.BINNED))
    assert done.records[0].state is State.BINNED
    desk.do(move(desk, ACTIONS, (actions[0].id,), State.LIVE))
    assert desk.read.get(ACTIONS, actions[0].id).state is State.LIVE


def test_the_timeline_tells_what_belongs_to_a_record_and_its_changes_newest_first(desk, clock):
    whole = concern()
    (kept, *_) = desk.do(Deed(words="Took a concern", puts=(whole, statement(whole, "A man counted cash")))).records
    clock.forward(days=1)
    desk.do(change_all(desk, CONCERNS, (kept.id,), {"urgency": "SAME_DAY"}))
    events = timeline(desk, CONCERNS, desk.read.get(CONCERNS, kept.id))
    assert [event.heading for event in events] == ["Changed: Urgency", "Kind: Reported by source", "Concern recorded"]
    assert "A man counted cash" in events[1].note
    assert events[1].spoken.startswith("Kind: Reported by source. ")


def test_the_timeline_never_speaks_of_the_source(desk):
    whole = concern()
    (kept, *_) = desk.do(Deed(words="Took", puts=(whole, source(whole, name="Rowan Example")))).records
    events = timeline(desk, CONCERNS, kept)
    assert [event.register for event in events] == ["concerns"]
