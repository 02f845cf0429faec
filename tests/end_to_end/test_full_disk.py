"""A disk that fills up at any write of a work loses nothing, is told as such, and lets it be done once there is space.

The disk is no real one: full_disk.c, loaded before all else into a process that works on desks, lets the n-th write and
all after it fail with "no space" until space is made. Each work is done with n from 1 on, and is done when none failed.
"""

from __future__ import annotations

import json
import logging
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("full_disk.c")
WORKER = Path(__file__).with_name("full_disk_worker.py")
COMPILER = shutil.which("cc")
ALL_FROM_THE_FIRST = 30
pytestmark = pytest.mark.skipif(
    not (sys.platform == "linux" and COMPILER), reason="a full disk is played by a C library: Linux and cc are needed"
)


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    built = tmp_path_factory.mktemp("full-disk") / "full_disk.so"
    subprocess.run([COMPILER, "-shared", "-fPIC", "-O1", "-o", built, SOURCE, "-ldl"], check=True)
    return built


@pytest.fixture
def ask(library, tmp_path, repository):
    """Return what lets a worker do a work with the disk full from some write on; ``full`` names what of it is full."""
    started = []

    def start(work, full=""):
        control = tmp_path / "control"
        control.write_bytes(bytes(24))
        disk = tmp_path / "disk"
        process = subprocess.Popen(
            [sys.executable, WORKER, work, disk], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={
                **os.environ, "LD_PRELOAD": str(library), "FULL_DISK_CONTROL": str(control),
                "FULL_DISK_FOLDER": str(disk / full), "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}",
            },
        )  # fmt: skip
        started.append(process)

        def once(at, *, half=False, shut=False):
            process.stdin.write(json.dumps([at, half, shut]) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        return once

    yield start
    for process in started:
        process.stdin.close()
        process.stdout.close()
        process.wait()


def places(writes, most):
    """Return at which writes the disk is to be full: all of few; of many the first, the last, and some between."""
    if writes <= most:
        return range(1, writes + 1)
    first = range(1, min(ALL_FROM_THE_FIRST, most // 2) + 1)
    between = random.Random(writes).sample(range(len(first) + 1, writes), most - len(first) - 1)
    return sorted({*first, *between, writes})


WORKS = [
    ("save", ""), ("save file", ""), ("back up", ""), ("back up", "drive"), ("export csv", ""), ("export xlsx", ""),
    ("export paper", ""), ("export trail", ""), ("renew", ""), ("migrate", ""), ("unlock", ""), ("restore", ""),
]  # fmt: skip


def fill_up(ask, work, full, most):
    once, rng = ask(work, full), random.Random(work)
    whole = once(0)
    assert whole["wrong"] == ""
    assert whole["writes"] > 0
    told, wrong = {}, {}
    for at in places(whole["writes"], most):
        found = once(at, half=rng.random() < 0.5, shut=rng.random() < 0.5)
        told[found["told"]] = told.get(found["told"], 0) + 1
        if found["wrong"]:
            wrong[at] = found["wrong"]
    logging.getLogger(__name__).info("%s %s: %s writes, %s tried", work, full, whole["writes"], sum(told.values()))
    for words, times in told.items():
        logging.getLogger(__name__).info("  %s times: %s", times, words)
    assert wrong == {}
    assert any(told), "no write failed"


@pytest.mark.parametrize(("work", "full"), WORKS)
def test_a_full_disk_at_some_writes(ask, work, full):
    fill_up(ask, work, full, 4)


@pytest.mark.acceptance
@pytest.mark.parametrize(("work", "full"), WORKS)
def test_a_full_disk_at_a_tenth_of_the_writes(ask, work, full):
    fill_up(ask, work, full, 15)


@pytest.mark.soak
@pytest.mark.parametrize(("work", "full"), WORKS)
def test_a_full_disk_at_every_write(ask, work, full):
    fill_up(ask, work, full, 150)
