"""A program that is killed while it backs up or restores leaves no desk and no backup that does not open."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from socdesk.desk.backups.keeping import list_backups, prove_backup
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.settling import settle
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.concerns import CONCERNS

QUIET = SilentProgress()
pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")


@pytest.fixture
def drive(tmp_path):
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


@pytest.fixture
def killed(laid_out, folder, drive, repository):
    """Let a process work, kill it at some moment after its first whole piece, and return how many it did."""
    chance = random.Random(20260302)

    def run(what):
        process = subprocess.Popen(
            [sys.executable, repository / "tests" / "end_to_end" / "backup_worker.py", what, folder, drive],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}"},
        )  # fmt: skip
        unlocked = laid_out.unlocked
        process.stdin.write(f"{unlocked.root_key.expose().hex()} {unlocked.slot_id}\n")
        process.stdin.flush()
        done = [process.stdout.readline()]
        time.sleep(chance.uniform(0, 0.4))
        os.kill(process.pid, signal.SIGKILL)
        done += process.stdout.read().splitlines()
        process.wait()
        process.stdin.close()
        process.stdout.close()
        return len(done)

    return run


def test_kills_while_backing_up_leave_only_good_backups(laid_out, folder, drive, house, killed):
    laid_out.copied_to(folder)
    done = sum(killed("backup") for _ in range(4))
    assert done >= 4
    desk = laid_out.opened_in(folder, house)
    assert desk.notices == ()
    listed = list_backups(desk, drive)
    assert listed
    assert [prove_backup(desk, each.folder, QUIET).findings for each in listed] == [()] * len(listed)
    assert desk.read.count(CONCERNS) >= done
    desk.lock()


def test_kills_while_restoring_leave_a_whole_desk_under_its_own_name(laid_out, folder, drive, house, killed):
    laid_out.copied_to(folder)
    desk = laid_out.opened_in(folder, house)
    choose_folder(desk, drive)
    back_up(desk, drive, QUIET)
    desk.lock()
    for _ in range(4):
        assert killed("restore")
        settle(folder)
        desk = laid_out.opened_in(folder, house)
        assert verify(desk, QUIET).findings == ()
        desk.lock()
    kept = [path for path in folder.parent.iterdir() if "-before-restore-" in path.name]
    assert kept
    assert all((path / "desk.json").is_file() for path in kept)
