"""Undo: a compensating deed that reverts what still holds the deed's value, and lists the rest."""

from dataclasses import replace

import pytest
from helpers.records import action, concern, source
from sqlalchemy import event

from socdesk.desk.deeds import Deed
from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.desk.record_history import revert
from socdesk.desk.undoing import NothingToUndoError
from socdesk.errors import InvalidRecordError
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import State


@pytest.fixture
def do(desk):
    def do(*records, words="Did something"):
        return desk.do(Deed(words=words, puts=records))

    return do


@pytest.fixture
def summary(desk):
    return lambda record: desk.read.get(CONCERNS, record.id).summary


def test_the_beginning_of_a_desk_cannot_be_undone(desk):
    with pytest.raises(NothingToUndoError, match="There is nothing to undo"):
        desk.undo()
    with pytest.raises(NothingToUndoError, match="Deed 1 cannot be undone"):
        desk.undo(1)
    with pytest.raises(NothingToUndoError, match="There is no deed 99"):
        desk.undo(99)
    with pytest.raises(NothingToUndoError, match="There is nothing to redo"):
        desk.redo()


def test_undoing_a_new_record_puts_it_into_the_bin(desk, do):
    (saved,) = do(concern()).records
    undone = desk.undo()
    assert desk.read.get(CONCERNS, saved.id).state is State.BINNED
    assert undone.kept == ()
    assert desk.read.search("parked van") == ()


def test_undoing_an_edit_brings_the_earlier_value_back_as_a_new_version(desk, do, summary):
    (saved,) = do(concern("One")).records
    do(replace(saved, summary="Two"))
    (back,) = desk.undo().done.records
    assert (summary(saved), back.version) == ("One", 3)
    assert [version.record.summary for version in desk.read.history(saved.id)] == ["One", "Two", "One"]


def test_undo_goes_back_step_by_step_and_redo_forward_again(desk, do, summary):
    (saved,) = do(concern("0")).records
    for n in (1, 2, 3):
        (saved,) = do(replace(saved, summary=str(n))).records
    seen = []
    for step in (desk.undo, desk.undo, desk.redo, desk.undo, desk.undo, desk.redo, desk.redo, desk.redo):
        step()
        seen.append(summary(saved))
    assert seen == ["2", "1", "2", "1", "0", "1", "2", "3"]
    with pytest.raises(NothingToUndoError, match="nothing to redo"):
        desk.redo()


def test_a_new_deed_ends_what_could_be_redone(desk, do):
    (saved,) = do(concern("0")).records
    do(replace(saved, summary="1"))
    desk.undo()
    do(concern("Another"))
    with pytest.raises(NothingToUndoError, match="nothing to redo"):
        desk.redo()


def test_what_was_changed_again_since_is_kept_and_listed(desk, do, summary):
    (saved,) = do(concern("One")).records
    done = do(replace(saved, summary="Two", place="12 Sample Street"))
    do(replace(done.records[0], summary="Three"))
    undone = desk.undo(done.number)
    found = desk.read.get(CONCERNS, saved.id)
    assert (found.summary, found.place) == ("Three", "")
    assert [(kept.reference, kept.label) for kept in undone.kept] == [(saved.reference, "In a few words")]


def test_a_deed_of_which_nothing_stands_is_passed_over(desk, do, summary):
    (one,) = do(concern("One")).records
    (other,) = do(concern("Other")).records
    (other,) = do(replace(other, place="12 Sample Street")).records
    first = do(replace(one, summary="Two"))
    (one,) = do(replace(first.records[0], summary="Three")).records
    do(replace(one, summary="Two"))
    desk.undo(first.number)
    assert summary(one) == "One"
    desk.undo()
    assert summary(one) == "One"
    assert desk.read.get(CONCERNS, other.id).place == ""


def test_a_deed_cannot_be_undone_twice(desk, do, summary):
    (saved,) = do(concern("One")).records
    done = do(replace(saved, summary="Two"))
    desk.undo()
    do(replace(desk.read.get(CONCERNS, saved.id), summary="Two"))
    with pytest.raises(NothingToUndoError, match=f"Deed {done.number} is undone already"):
        desk.undo(done.number)
    assert summary(saved) == "Two"


def test_an_undo_can_itself_be_undone_by_its_number(desk, do, summary):
    (saved,) = do(concern("One")).records
    do(replace(saved, summary="Two"))
    undo = desk.undo().done.number
    again = desk.undo(undo)
    assert summary(saved) == "Two"
    assert desk.store.versions.deed(again.done.number).kind == "redo"
    desk.undo()
    assert summary(saved) == "One"


def test_what_is_said_of_an_undo_names_the_deed_once(desk, do):
    (saved,) = do(concern("One"), words="Noted a concern").records
    do(replace(saved, summary="Two"), words="Edited a concern")
    for step in (desk.undo, desk.redo, desk.undo, desk.redo):
        step()
    words = [deed.words for deed in desk.store.versions.deeds()[1:]]
    assert words == [
        "Noted a concern",
        "Edited a concern",
        "Undid: Edited a concern",
        "Did again: Edited a concern",
        "Undid: Edited a concern",
        "Did again: Edited a concern",
    ]


def test_a_deed_over_many_records_is_one_step(desk, do):
    done = do(*(concern(str(n)) for n in range(20)), action())
    assert desk.read.count(CONCERNS) == 20
    before = desk.read.count(ACTIONS)
    desk.undo(done.number)
    assert (desk.read.count(CONCERNS), desk.read.count(ACTIONS)) == (0, before - 1)


def test_undo_brings_back_what_stood_in_a_sealed_field(desk, do):
    (saved,) = do(action()).records
    do(replace(saved, wording="Typed by mistake"))
    desk.undo()
    assert desk.read.get(ACTIONS, saved.id).wording == ""


def test_an_undo_that_would_break_a_rule_keeps_the_record_and_says_so(desk, do):
    (saved,) = do(concern()).records
    done = do(replace(saved, outcome="NFA_NO_EVIDENCE"))
    do(replace(done.records[0], status="CLOSED"))
    with pytest.raises(NothingToUndoError, match=f"All that deed {done.number} changed was changed again"):
        desk.undo(done.number)
    assert desk.read.get(CONCERNS, saved.id).outcome == "NFA_NO_EVIDENCE"


def test_an_undo_that_has_no_place_any_more_is_refused_with_its_reason(desk, do):
    _, told = do(one := concern(), source(one)).records
    binning = do(replace(told, state=State.BINNED))
    do(source(one))
    with pytest.raises(InvalidRecordError, match="There is a source already"):
        desk.undo(binning.number)


def test_undo_works_across_lock_and_reopening(desk, do, reopened):
    (saved,) = do(concern("One")).records
    do(replace(saved, summary="Two"))
    again = reopened(desk)
    again.undo()
    assert again.read.get(CONCERNS, saved.id).summary == "One"
    again.lock()


def test_a_destroyed_version_is_not_brought_back(desk, do):
    (saved,) = do(concern("One")).records
    done = do(replace(saved, summary="Two"))
    desk.store._connection._driver.execute(
        "UPDATE changes SET body = NULL WHERE record = ? AND version = 1", (saved.id,)
    )
    with pytest.raises(NothingToUndoError):
        desk.undo(done.number)


def test_a_large_deed_is_undone_with_no_more_questions_to_the_file_than_a_small_one(desk, do):
    asked = []
    event.listen(desk.store.reading, "before_cursor_execute", lambda *given: asked.append(given[2]))

    def questions(number):
        made = do(*(concern(f"Concern {n}") for n in range(number))).records
        do(*(replace(each, summary="Other") for each in made))
        asked.clear()
        assert len(desk.undo().done.records) == number
        return len(asked)

    assert questions(2) == questions(40)


def test_a_deed_however_old_is_undone_after_a_lock_and_a_recovery(laid_out, folder, house):
    desk = laid_out.opened_in(laid_out.copied_to(folder), house)
    (one, other) = desk.do(Deed(words="Wrote", puts=(concern("One"), concern("Other")))).records
    old = desk.do(Deed(words="Changed", puts=(replace(one, summary="Two"), replace(other, summary="Another")))).number
    desk.do(Deed(words="Changed", puts=(replace(desk.read.get(CONCERNS, other.id), summary="A third"),)))
    desk.lock()
    desk = open_with_recovery(folder, laid_out.recovery_words, "copper meadow signal thirty", house, cost=POLICY_FLOOR)
    desk = desk.desk
    undone = desk.undo(old)
    assert [(kept.reference, kept.label) for kept in undone.kept] == [(other.reference, "In a few words")]
    assert [desk.read.get(CONCERNS, each.id).summary for each in (one, other)] == ["One", "A third"]
    desk.lock()
    desk = open_desk(folder, "copper meadow signal thirty", house)
    desk.redo()
    assert desk.read.get(CONCERNS, one.id).summary == "Two"
    assert revert(desk, one.reference, 1).left == ()
    assert desk.read.get(CONCERNS, one.id).summary == "One"
    desk.undo()
    assert desk.read.get(CONCERNS, one.id).summary == "Two"
    desk.lock()
