"""The desk as at a day: dated facts as known at the head, all else as it stood at the end of the day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from helpers.records import action, concern

from socdesk.desk.deeds import Deed
from socdesk.desk.snapshot import DayOutsideError
from socdesk.registers.declared.actions import ACTIONS, ProgressNote
from socdesk.registers.declared.actions import PROGRESS_NOTES as NOTES
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import State, new_id

MONDAY, TUESDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 6)


@pytest.fixture
def do(desk):
    return lambda *records: desk.do(Deed(words="Did something", puts=records)).records


def titles(snapshot):
    return {record.title for record in snapshot.records(ACTIONS) if record.reference.startswith("L")}


def test_an_undated_record_counts_as_it_stood_at_the_end_of_the_day(desk, do, clock):
    (saved,) = do(action("Monday's title"))
    clock.forward(days=1)
    (saved,) = do(replace(saved, title="Tuesday's title"))
    clock.forward(days=3)
    do(replace(saved, state=State.BINNED))
    assert [titles(desk.snapshot(day)) for day in (MONDAY, TUESDAY, FRIDAY)] == [
        {"Monday's title"}, {"Tuesday's title"}, set(),
    ]  # fmt: skip


def test_a_dated_fact_that_became_known_later_counts(desk, do, clock):
    (parent,) = do(action())
    clock.forward(days=4)
    do(ProgressNote(id=new_id(), parent=parent.id, day=MONDAY, public_text="Noted on Friday, done on Monday"))
    assert len(desk.snapshot(MONDAY).records(NOTES)) == 1


def test_a_snapshot_of_an_earlier_head_never_changes(desk, do, clock):
    (saved,) = do(action("Before"))
    head = desk.store.writer.head.seq
    before = desk.snapshot(MONDAY)
    do(replace(saved, title="After"), ProgressNote(id=new_id(), parent=saved.id, day=MONDAY, public_text="Later"))
    clock.forward(days=5)
    again = desk.snapshot(MONDAY, seq=head)
    assert titles(again) == {"Before"}
    assert again.records(NOTES) == ()
    assert (again.head, again.standing) == (before.head, before.standing)
    assert titles(desk.snapshot(MONDAY)) == {"After"}


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 4, 0, 0, tzinfo=UTC), date(2026, 3, 4)),
        (datetime(2026, 3, 3, 23, 59, 58, tzinfo=UTC), TUESDAY),
        (datetime(2026, 7, 1, 22, 59, 58, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 23, 0, 0, tzinfo=UTC), date(2026, 7, 2)),
    ],
)
def test_the_day_ends_at_london_s_midnight(desk, do, clock, moment, day):
    clock.now = moment
    (saved,) = do(concern())
    clock.now = datetime(2026, 8, 1, tzinfo=UTC)
    assert desk.records_at(CONCERNS, day) == (saved,)
    assert desk.records_at(CONCERNS, date.fromordinal(day.toordinal() - 1)) == ()


def test_days_the_desk_knows_nothing_of_are_refused_in_words(desk):
    with pytest.raises(DayOutsideError, match="began on 2 March 2026 and knows nothing as at 1 March 2026") as caught:
        desk.snapshot(date(2026, 3, 1))
    assert caught.value.advice == "Choose 2 March 2026 or a later day."
    with pytest.raises(DayOutsideError, match="3 March 2026 has not come yet"):
        desk.records_at(CONCERNS, TUESDAY)


def test_a_clock_set_back_changes_no_past_day(desk, do, clock):
    clock.forward(days=4)
    do(concern("Written on Friday"))
    clock.forward(days=-3)
    do(concern("Written with the clock set back to Tuesday"))
    clock.forward(days=3)
    assert desk.records_at(CONCERNS, TUESDAY) == ()
    assert len(desk.records_at(CONCERNS, FRIDAY)) == 2
