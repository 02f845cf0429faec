"""A program that is killed while it backs up or restores leaves no desk and no backup that does not open."""

import os
import shutil

import pytest

from socdesk.desk.backups.keeping import list_backups, prove_backup
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.settling import settle
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.concerns import CONCERNS

QUIET = SilentProgress()
sizes = pytest.mark.parametrize(
    "times",
    [4, pytest.param(20, marks=pytest.mark.acceptance), pytest.param(200, marks=pytest.mark.soak)],
)


@pytest.fixture
def drive(tmp_path):
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


def made_long_ago(drive):
    """Let what was left half done look old, and return it: the next backup takes it away."""
    left = list(drive.glob("*.part"))
    for each in left:
        os.utime(each, (0, 0))
    return left


@sizes
def test_kills_while_backing_up_leave_only_good_backups(target, drive, workshop, times):
    saved, changes = set(), 0
    for _ in range(times):
        worker = workshop.start("backup", target.folder, *target.keys, drive).killed_within_a_write()
        saved |= {reference for (reference,) in worker.told("saved")}
        changes = max([changes, *(int(count) for _, count in worker.told("done"))])
        desk = target.opened()
        assert desk.notices == ()
        kept = {record.reference for record in desk.read.page(CONCERNS)}
        assert saved <= kept
        saved = kept  # a kill may come between a save and its acknowledgement
        listed = list_backups(desk, drive)
        assert listed[0].manifest.heads.changes >= changes
        assert [prove_backup(desk, each.folder, QUIET).findings for each in listed] == [()] * len(listed)
        made_long_ago(drive)
        desk.lock()
    desk = target.opened()
    back_up(desk, drive, QUIET)
    assert made_long_ago(drive) == []
    assert verify(desk, QUIET).findings == ()
    desk.lock()
    workshop.check_share("Backing up")


@sizes
def test_kills_while_restoring_leave_a_whole_desk_under_its_own_name(target, drive, workshop, times):
    desk = target.opened()
    choose_folder(desk, drive)
    back_up(desk, drive, QUIET)
    desk.lock()
    kept = 0
    for _ in range(times):
        workshop.start("restore", target.folder, *target.keys, drive).killed_within_a_write()
        settle(target.folder)
        desk = target.opened()
        assert verify(desk, QUIET).findings == ()
        desk.lock()
        aside = [path for path in target.folder.parent.iterdir() if "-before-restore-" in path.name]
        assert all((path / "desk.json").is_file() for path in aside)
        kept += len(aside)
        for path in aside:
            shutil.rmtree(path)
    assert kept
    workshop.check_share("Restoring")
