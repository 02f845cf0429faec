"""Backups of a real desk: made while it is open, proven, and never half there."""

import shutil
import threading
from datetime import timedelta

import pytest

from socdesk.desk.backups import making
from socdesk.desk.backups.keeping import list_backups
from socdesk.desk.backups.log import backup_state, choose_folder
from socdesk.desk.backups.making import BackupFailedError, back_up, make
from socdesk.desk.backups.manifest import read_manifest
from socdesk.desk.backups.places import MARK, PlaceMissingError, PlaceRefusedError, name_of
from socdesk.desk.backups.proving import BackupNotGoodError
from socdesk.desk.deeds import Deed
from socdesk.errors import CancelledError
from socdesk.files import DiskFullError as DriveFullError
from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.registers.declared.desk_records import Setting
from socdesk.registers.register import new_id
from socdesk.storage.faults import DeskLockedError, DiskFullError, FullOrFaultyDiskError


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_a_backup_is_a_whole_desk_that_says_what_it_is(desk, made):
    assert names(made.folder) == {"desk.json", "store-1.db", "witness.log", "manifest.json"}
    found = read_manifest(made.folder)
    assert found == made.manifest
    assert found.counts["concerns"] == 2
    assert found.heads.changes == desk.store.writer.head.seq
    assert all(path.stat().st_mode & 0o077 == 0 for path in made.folder.iterdir())


def test_the_desk_knows_when_it_was_backed_up_and_whether_it_changed_since(desk, clock, made, keep):
    state = backup_state(desk)
    assert (state.words, state.changed, state.is_due_at_the_end) == ("Backed up today at 09:00", False, False)
    assert state.proven == state.made
    keep("A third thing")
    assert backup_state(desk).changed
    clock.forward(days=9)
    state = backup_state(desk)
    assert (state.days_without, state.is_due_by_age, state.is_due_at_the_end) == (9, True, True)
    assert state.words == "Backed up on 2 March 2026"


def test_a_day_is_not_over_twice(desk, clock, made, keep):
    keep("A third thing")
    assert not backup_state(desk).is_due_at_the_end
    clock.forward(hours=15)
    assert backup_state(desk).is_due_at_the_end
    assert not backup_state(desk).is_due_by_age
    assert backup_state(desk).words == "Backed up yesterday at 09:00"


def test_a_desk_whose_backups_go_nowhere_says_so(desk):
    state = backup_state(desk)
    assert (state.folder, state.words, state.is_due_by_age) == (None, "Backups are not set up", False)


def test_others_save_while_a_backup_is_made(desk, place, keep):
    saved = []

    class Saving(SilentProgress):
        def report(self, done, total, message=""):
            if threading.current_thread() is not threading.main_thread():
                return
            if not saved:
                saved.append(keep("Saved meanwhile"))

    made = make(desk, place, Saving())
    assert saved
    assert made.manifest.heads.changes in {desk.store.writer.head.seq, desk.store.writer.head.seq - 1}


def test_a_folder_without_its_mark_is_a_drive_that_is_not_there(desk, place, made):
    (place / MARK).unlink()
    with pytest.raises(PlaceMissingError, match="plug it in"):
        back_up(desk, place, SilentProgress())
    shutil.rmtree(place)
    with pytest.raises(PlaceMissingError):
        back_up(desk, place, SilentProgress())
    assert not place.exists()


@pytest.mark.parametrize("inside", ["", "backups", "a/../backups"])
def test_backups_never_lie_in_the_desks_own_folder(desk, folder, inside):
    with pytest.raises(PlaceRefusedError, match="own folder"):
        choose_folder(desk, folder / inside)
    assert backup_state(desk).folder is None


def test_a_path_that_is_not_whole_or_hangs_in_the_air_is_refused(desk, tmp_path):
    for folder in (type(tmp_path)("backups"), tmp_path / "none" / "backups"):
        with pytest.raises(PlaceRefusedError):
            choose_folder(desk, folder)


def test_a_full_or_failing_drive_loses_nothing(monkeypatch, desk, place, made):
    before = names(place)
    faults = (DiskFullError(), DriveFullError("full"), OSError(28, "full"), OSError(5, "gone"), FullOrFaultyDiskError())
    steps = ("make_private_folder", "copy_file", "sync_file", "copy_whole", "prove", "move_folder")
    for where, fault in [*zip(steps, faults * 2, strict=False), ("sync_file", faults[2])]:

        def fail(*_args, fault=fault):
            raise fault

        with monkeypatch.context() as patch:
            patch.setattr(making, where, fail)
            with pytest.raises(BackupFailedError) as told:
                back_up(desk, place, SilentProgress())
        assert "Nothing was lost" in told.value.advice
        assert names(place) == before
    again = back_up(desk, place, SilentProgress())
    assert again.folder.is_dir()


def test_a_copy_that_does_not_stand_its_checks_is_no_backup(monkeypatch, desk, place, made):
    before, sync = names(place), making.sync_file

    def spoil(path):
        sync(path)
        content = bytearray(path.read_bytes())
        content[5000] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(making, "sync_file", spoil)
    with pytest.raises((BackupNotGoodError, making.UserFacingError)):
        back_up(desk, place, SilentProgress())
    assert names(place) == before


def test_a_cancelled_backup_leaves_nothing_behind(desk, place, made):
    before = names(place)
    reports = []

    def cancel_soon(*report):
        reports.append(report)
        if len(reports) == 2:
            progress.cancel()

    progress = CancellableProgress(cancel_soon)
    with pytest.raises(CancelledError):
        make(desk, place, progress)
    assert names(place) == before


def test_a_locked_desk_is_not_backed_up(desk, place, made):
    before = names(place)
    desk.lock()
    with pytest.raises(DeskLockedError):
        make(desk, place, SilentProgress())
    assert names(place) == before


def test_locking_stops_a_backup_that_is_being_copied(desk, place):
    locked = threading.Event()

    def lock_meanwhile(*_report):
        if not locked.is_set():
            locked.set()
            threading.Thread(target=desk.lock).start()

    with pytest.raises((DeskLockedError, BackupFailedError)):
        while True:
            make(desk, place, CancellableProgress(lock_meanwhile))
    assert not [name for name in names(place) if name.endswith(".part")]


def test_what_a_kill_left_is_cleared_away_once_it_is_old(desk, place, made):
    import os

    left = place / f"{name_of(made.manifest.desk_id, made.manifest.made - timedelta(days=2))}.part"
    left.mkdir()
    fresh = place / f"{name_of(made.manifest.desk_id, made.manifest.made - timedelta(days=1))}.part"
    fresh.mkdir()
    os.utime(left, (0, 0))
    back_up(desk, place, SilentProgress())
    assert not left.exists()
    assert fresh.exists()


def test_what_a_kill_left_in_the_same_second_is_not_in_the_way(desk, place, made, clock):
    last = clock().replace(microsecond=0)
    for second in range(1, 5):
        (place / f"{name_of(made.manifest.desk_id, last + timedelta(seconds=second))}.part").mkdir()
    assert back_up(desk, place, SilentProgress()).manifest.made > last + timedelta(seconds=4)


def test_old_backups_go_by_the_rule_and_the_newest_of_a_day_stays(desk, place, clock, backed_up):
    made = []
    desk.do(Deed(words="Set", puts=(Setting(id=new_id(), name="backups_daily", value="2"),)))
    for _ in range(4):
        made += [backed_up(), backed_up()]
        clock.forward(days=1)
    left = {each.folder.name for each in made if each.folder.exists()}
    assert made[-1].folder.name in left
    assert not {each.folder.name for each in made[:-2:2]} & left
    assert 2 <= len(left) <= 3


def test_after_the_clock_was_put_back_the_newest_backup_is_still_the_one_with_the_newest_changes(
    desk, place, made, clock, keep
):
    clock.forward(hours=-3)
    keep("Written after the clock was put back")
    newest = back_up(desk, place, SilentProgress())
    assert newest.manifest.made < made.manifest.made
    assert newest.folder.exists()
    assert [each.folder for each in list_backups(desk, place)][:1] == [newest.folder]
