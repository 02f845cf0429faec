"""A record's history as a page shows it, the way back to a version, and what was done on the desk."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from helpers.records import concern, source, statement

from socdesk.desk.deeds import Deed
from socdesk.desk.deeds_done import (
    ALL,
    GONE,
    STANDING,
    DeedsAsked,
    deeds_done,
    done_rows,
    records_of_deed,
    undone_in_words,
)
from socdesk.desk.histories import NoSuchRecordError
from socdesk.desk.record_history import NothingToRestoreError, note_the_view, record_history, restoring
from socdesk.registers.declared.concerns import CONCERN_SOURCES, CONCERNS, STATEMENTS
from socdesk.registers.register import State


def do(desk, *puts, why="", words="For a test"):
    return desk.do(Deed(words=words, puts=puts, why=why)).records


def test_versions_stand_newest_first_with_old_and_new_who_when_and_why(desk, clock):
    clock.now = datetime(2026, 7, 1, 9, tzinfo=UTC)
    (one,) = do(desk, concern("A van", urgency="ROUTINE"))
    do(desk, replace(one, summary="A lorry", urgency="SAME_DAY"), why="Wrongly heard", words="Corrected")
    history = record_history(desk, CONCERNS, one.id, shown=False)
    newest, first = history.versions
    assert (newest.number, newest.said, newest.why, first.number) == (2, "Corrected", "Wrongly heard", 1)
    assert newest.when.startswith("1 July 2026, 10:00")
    assert [(each.label, each.was, each.now) for each in newest.changes] == [
        ("Urgency", "Routine", "Same day"),
        ("In a few words", "A van", "A lorry"),
    ]
    assert {change.was for change in first.changes} == {""}
    assert history.standing == {newest.deed, first.deed}
    assert history.text.splitlines()[0] == f"History of {one.reference}: A lorry"
    assert "  In a few words: A van -> A lorry" in history.text


def test_what_is_kept_close_is_masked_until_shown_and_that_is_noted(desk):
    (one,) = do(desk, concern("Hidden words", restricted=True, restriction_reason="CSE"))
    said, told = do(desk, statement(one, "Said words"), source(one, name="Rowan Example"))
    before = desk.store.events.seq
    for register, record in ((CONCERNS, one), (STATEMENTS, said), (CONCERN_SOURCES, told)):
        masked = record_history(desk, register, record.id, shown=False)
        assert masked.masked
        assert masked.versions == ()
        assert "words" not in masked.text
        assert "Rowan" not in masked.text
        assert record_history(desk, register, record.id, shown=True).versions
        note_the_view(desk, register, record.id)
    kinds = [event.kind for event in desk.store.events.all()][-3:]
    assert desk.store.events.seq == before + 3
    assert kinds == ["viewed a restricted record", "viewed a restricted record", "viewed a source"]
    with pytest.raises(NoSuchRecordError):
        record_history(desk, CONCERNS, "0" * 32, shown=True)


def test_a_record_goes_back_to_a_version_as_one_deed_that_can_be_undone(desk):
    (one,) = do(desk, concern("A van", place="The yard"))
    (two,) = do(desk, replace(one, summary="A lorry", place=""))
    do(desk, replace(two, state=State.BINNED))
    found = restoring(desk, CONCERNS, one.id, 1)
    assert found.left == ()
    desk.do(found.deed)
    now = desk.read.get(CONCERNS, one.id)
    assert (now.summary, now.place, now.state, now.version) == ("A van", "The yard", State.LIVE, 4)
    desk.undo()
    assert desk.read.get(CONCERNS, one.id).summary == "A lorry"


def test_sealed_answers_stay_and_what_cannot_be_restored_is_told(desk):
    (one,) = do(desk, concern("A van"))
    (said,) = do(desk, statement(one, "He was seen"))
    do(desk, replace(said, state=State.BINNED))
    desk.do(restoring(desk, STATEMENTS, said.id, 1).deed)
    assert desk.read.get(STATEMENTS, said.id).state is State.LIVE
    with pytest.raises(NothingToRestoreError, match="holds all that version 1 held"):
        restoring(desk, CONCERNS, one.id, 1)
    with pytest.raises(NothingToRestoreError, match="not there any more"):
        restoring(desk, CONCERNS, one.id, 9)


def test_deeds_are_listed_newest_first_and_narrowed_by_words_and_state(desk):
    (one,) = do(desk, concern("A van"), words="Recorded a concern")
    do(desk, replace(one, summary="A car"), words="Changed a concern", why="Wrongly heard")
    kept = desk.undo()
    numbers = deeds_done(desk, DeedsAsked())
    assert numbers == tuple(range(numbers[0], 0, -1))
    undo, change, made, *_, laid_out = done_rows(desk, numbers)
    assert (undo.number, undo.words, undo.can_undo) == (kept.done.number, "Undid: Changed a concern", True)
    assert (change.state, change.can_undo, made.can_undo) == ("Undone", False, True)
    assert change.cells[1] == "Changed a concern. Because: Wrongly heard"
    assert (laid_out.state, laid_out.can_undo, made.records) == ("For good", False, 1)
    assert deeds_done(desk, DeedsAsked(STANDING)) == (made.number,)
    assert deeds_done(desk, DeedsAsked(GONE)) == (undo.number, change.number)
    assert deeds_done(desk, DeedsAsked(ALL, "WRONGLY communities")) == (change.number,)
    assert records_of_deed(desk, made.number) == (("concerns", one.id),)
    assert done_rows(desk, (999,)) == ()


def test_undoing_an_old_deed_says_what_it_left_alone(desk):
    (one,) = do(desk, concern("A van", urgency="ROUTINE"))
    done = desk.do(Deed(words="Changed it", puts=(replace(one, summary="A car", urgency="SAME_DAY"),)))
    do(desk, replace(done.records[0], summary="A lorry"))
    said = undone_in_words(desk.undo(done.number))
    assert said == (
        f"Undid: Changed it. Left alone, because it was changed again since: {one.reference}, In a few words."
    )
    assert desk.read.get(CONCERNS, one.id).urgency == "ROUTINE"
