"""One program at a time."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from socdesk.storage.desk_lock import DeskLock
from socdesk.storage.faults import DeskInUseError, ReadOnlyDeskError

HOLD = """
import sys
from pathlib import Path
from socdesk.storage.desk_lock import DeskLock
lock = DeskLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path, repository):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=repository,
    )  # fmt: skip
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_a_second_program_is_told_that_the_desk_is_open(tmp_path, holder):
    with pytest.raises(DeskInUseError, match="already open in another window or program"):
        DeskLock(tmp_path)


def test_a_program_that_dies_frees_the_desk(tmp_path, holder):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    DeskLock(tmp_path).release()


def test_the_same_program_cannot_open_a_desk_twice_either(tmp_path):
    first = DeskLock(tmp_path)
    with pytest.raises(DeskInUseError):
        DeskLock(tmp_path)
    first.release()
    DeskLock(tmp_path).release()


def test_another_thread_may_let_go(tmp_path):
    lock = DeskLock(tmp_path)
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    DeskLock(tmp_path).release()


def test_a_place_that_takes_no_file_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyDeskError):
        DeskLock(tmp_path / "file")
