from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from helpers.demo_samples import PASSPHRASE, PRESENT, all_records, content

from socdesk.clock import LONDON, london_day
from socdesk.desk.deeds import Deed
from socdesk.desk.demo.working_time import CLOSES, OPENS, is_working_day
from socdesk.desk.opening import FolderNotEmptyError, House, new_desk, open_desk
from socdesk.desk.verifying import verify
from socdesk.errors import CancelledError
from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.declared.learners import LEARNERS

LEAP_DAY = datetime(2028, 2, 29, 8, tzinfo=UTC)


class CancelledAfter:
    """Progress that a person cancels after so many reports."""

    def __init__(self, reports, folder):
        self.reports, self.folder, self.saw_files = reports, folder, False
        self.progress = CancellableProgress(lambda *_: None)

    def report(self, done, total, message=""):
        self.saw_files = any(self.folder.iterdir())
        self.reports -= 1
        if not self.reports:
            self.progress.cancel()
        self.progress.report(done, total, message)


@pytest.fixture(scope="module")
def told():
    """What the progress of the other demonstration said."""
    return []


@pytest.fixture(scope="module")
def other(write, told):
    """Another demonstration: another seed, and written on a leap day."""
    progress = CancellableProgress(lambda *report: told.append(report))
    return write(clock=lambda: LEAP_DAY, concerns=3, drivers=3, seed=2, progress=progress)


@pytest.fixture(scope="module")
def twin(write, tmp_path_factory):
    """The content of a second demonstration with the seed of the first, and its folder, locked again."""
    folder = tmp_path_factory.mktemp("twin") / "desk"
    desk = write(folder)
    found = content(desk)
    desk.lock()
    return found, folder


def test_a_demonstration_is_marked_and_sound_when_it_is_opened_again(twin):
    again = open_desk(twin[1], PASSPHRASE, House(clock=lambda: PRESENT + timedelta(days=1)))
    try:
        assert again.demo
        assert verify(again, SilentProgress()).findings == ()
    finally:
        again.lock()


def test_a_demonstration_with_concerns_and_drivers_is_sound(demo):
    assert verify(demo, SilentProgress()).findings == ()


def test_as_many_concerns_and_drivers_are_written_as_were_asked_for(records):
    assert len(records["concerns"]) == 15
    assert sum(learner.kind == "DRIVER" for learner in records["learners"]) == 12


def test_it_spans_24_months_from_a_first_working_morning_to_the_present(demo):
    deeds = demo.store.versions.deeds()
    assert demo.began() == deeds[0].at
    assert deeds[0].at.astimezone(LONDON).isoformat() == "2024-03-04T09:00:00+00:00"
    assert PRESENT - timedelta(days=14) < deeds[-1].at < PRESENT


def test_every_deed_is_done_in_working_hours(demo):
    moments = [deed.at.astimezone(LONDON) for deed in demo.store.versions.deeds()]
    odd = [m for m in moments if not (is_working_day(m.date()) and OPENS <= m.time() < CLOSES)]
    assert odd == []


def test_deeds_are_spread_over_all_months(demo):
    months = {deed.at.strftime("%Y-%m") for deed in demo.store.versions.deeds()}
    assert len(months) == 24


def test_past_days_differ_from_today(demo):
    days = (date(2024, 4, 30), date(2024, 10, 31), date(2025, 6, 30), date(2026, 3, 1))
    ratings = [tuple(a.rag for a in demo.records_at(ACTIONS, day)) for day in days]
    assert len(set(ratings)) == len(days)
    received = [len(demo.records_at(CONCERNS, day)) for day in days]
    assert received == sorted(received)
    assert received[0] < received[-1]


def test_the_real_clock_is_in_force_afterwards(demo):
    assert demo.clock() == PRESENT
    demo.snapshot(london_day(PRESENT))


def test_the_same_seed_writes_the_same_content(demo, twin):
    assert content(demo) == twin[0]


def test_another_seed_writes_other_people(demo, other):
    assert {x.surname for x in other.read.page(LEARNERS)} != {x.surname for x in demo.read.page(LEARNERS)}


def test_a_live_desk_refuses_none_of_its_records(records, tmp_path):
    live = new_desk(tmp_path / "live", PASSPHRASE, House(clock=lambda: PRESENT), cost=POLICY_FLOOR).desk
    try:
        puts = tuple(
            replace(record, version=0, reference="")
            for found in records.values()
            for record in found
            if record.state.value == "live"
        )
        assert len(live.do(Deed(words="Copied", puts=puts)).records) == len(puts)
    finally:
        live.lock()


def test_a_cancelled_demonstration_leaves_nothing(write, tmp_path):
    folder = tmp_path / "desk"
    progress = CancelledAfter(20, folder)
    with pytest.raises(CancelledError):
        write(folder, progress=progress)
    assert progress.saw_files
    assert not folder.exists()


def test_a_cancelled_demonstration_leaves_an_empty_folder_that_was_there(write, tmp_path):
    with pytest.raises(CancelledError):
        write(tmp_path, progress=CancelledAfter(3, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_files_is_refused_and_kept(write, tmp_path):
    (tmp_path / "letter.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(FolderNotEmptyError):
        write(tmp_path)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "kept"


def test_progress_comes_to_its_end(other, told):
    done = [report[0] for report in told]
    assert done == sorted(done)
    assert done[-1] == told[-1][1]


def test_it_can_be_written_on_a_leap_day(other):
    assert len(all_records(other)["concerns"]) == 3
    assert other.began().astimezone(LONDON).date() == date(2026, 3, 2)
    assert other.store.versions.deeds()[-1].at < LEAP_DAY
