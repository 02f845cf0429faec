"""A disk that fills up at any write of a work loses nothing, is told as such, and lets it be done once there is space.

The disk is no real one: full_disk.c, loaded before all else into a process that works on desks, lets the n-th write and
all after it fail with "no space" until space is made. Each work is done with n from 1 to the number of its writes.
"""

from __future__ import annotations

import json
import logging
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from helpers.environment import own_folders

SOURCE = Path(__file__).with_name("full_disk.c")
WORKER = Path(__file__).with_name("full_disk_worker.py")
COMPILER = shutil.which("cc") if sys.platform == "linux" else None
pytestmark = pytest.mark.skipif(not COMPILER, reason="a full disk is played by a library in C: Linux and cc are needed")
ALL_FROM_THE_FIRST = 30
MOST = 300
"""Of a work with more writes than these, the first and the last are tried and a random sample of the others."""

SOME_WORKS = ("save", "back up", "export csv", "renew", "migrate")
WORKS = (*SOME_WORKS, "save file", "export xlsx", "export paper", "export trail", "unlock", "restore")


class FullDisk:
    """A process that works on desks with its disk, or a folder on it, full from some write on."""

    def __init__(self, folder, repository, full=""):
        library, control, disk = folder / "full_disk.so", folder / "control", folder / "disk"
        subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
        control.write_bytes(bytes(24))
        self._process = subprocess.Popen(
            [sys.executable, WORKER, disk], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={
                **os.environ, **own_folders(folder), "LD_PRELOAD": str(library), "FULL_DISK_CONTROL": str(control),
                "FULL_DISK_FOLDER": str(disk / full), "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}",
            },
        )  # fmt: skip

    def once(self, work, at, *, half=False, shut=False):
        """Do a work; return how many writes there were, what was told, and what was wrong."""
        self._process.stdin.write(json.dumps([work, at, half, shut]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def fill_up(self, work, choose):
        """Do a work again and again, full from each of the writes that are chosen of so many."""
        chance = random.Random(work)
        whole = self.once(work, 0)
        assert (whole["told"], whole["wrong"]) == (None, "")
        told, wrong = Counter(), {}
        for at in choose(whole["writes"]):
            how = {"half": chance.random() < 0.5, "shut": chance.random() < 0.5}
            found = self.once(work, at, **how)
            told[found["told"]] += 1
            if found["wrong"]:
                wrong[at, *how.values()] = found["wrong"]
        self._log(work, whole["writes"], told)
        assert not wrong, "\n".join(f"Full from write {at}: {words}" for at, words in wrong.items())
        assert set(told) - {None}, "no write failed"

    @staticmethod
    def _log(work, writes, told):
        log = logging.getLogger(__name__)
        log.info("%s: %s writes, full from each of %s", work, writes, sum(told.values()))
        for words, times in told.items():
            log.info("%s: %s times %s", work, times, words or "nothing failed but lines that may be left out")

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@pytest.fixture(scope="session")
def disk(tmp_path_factory, pytestconfig):
    made = FullDisk(tmp_path_factory.mktemp("full-disk"), pytestconfig.rootpath)
    yield made
    made.close()


@pytest.fixture
def drive(tmp_path, repository):
    made = FullDisk(tmp_path, repository, full="drive")
    yield made
    made.close()


def every(writes):
    """Return each of the writes, or of very many the first, the last, and some between."""
    if writes <= MOST:
        return range(1, writes + 1)
    between = random.Random(writes).sample(range(ALL_FROM_THE_FIRST + 1, writes), MOST - ALL_FROM_THE_FIRST - 1)
    return [*range(1, ALL_FROM_THE_FIRST + 1), *sorted(between), writes]


def few(number):
    """Return the choice of so many writes, none of them the last, which may be one that can be left out."""
    return lambda writes: sorted(random.Random(writes).sample(range(1, writes - 1), min(number, writes - 2)))


@pytest.mark.parametrize("work", SOME_WORKS)
def test_a_disk_that_is_full_from_a_write_on_loses_nothing_and_says_so(disk, work):
    disk.fill_up(work, few(2))


@pytest.mark.acceptance
@pytest.mark.parametrize("work", WORKS)
def test_a_disk_that_is_full_from_some_write_on_loses_nothing_and_says_so(disk, work):
    disk.fill_up(work, few(10))


@pytest.mark.soak
@pytest.mark.parametrize("work", WORKS)
def test_a_disk_that_is_full_from_any_write_on_loses_nothing_and_says_so(disk, work):
    disk.fill_up(work, every)


@pytest.mark.parametrize(
    "choose", [pytest.param(few(10), marks=pytest.mark.acceptance), pytest.param(every, marks=pytest.mark.soak)]
)
def test_a_drive_that_is_full_from_some_write_on_spoils_no_backup(drive, choose):
    drive.fill_up("back up", choose)
