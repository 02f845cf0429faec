"""A program that is killed in mid-save loses nothing that it acknowledged (issue 2, acceptance 5)."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS

SEED = 20260302
MOST_SECONDS = 0.12


class Saver:
    """A desk at work in another process."""

    def __init__(self, folder, laid_out, repository):
        self.process = subprocess.Popen(
            [sys.executable, repository / "tests" / "end_to_end" / "saver.py", folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}"},
        )  # fmt: skip
        unlocked = laid_out.unlocked
        self.process.stdin.write(f"{unlocked.root_key.expose().hex()} {unlocked.slot_id}\n")
        self.process.stdin.flush()
        self.opened = self.process.stdout.readline()

    def killed(self):
        """Kill it, and return what else it acknowledged before."""
        os.kill(self.process.pid, signal.SIGKILL)
        rest = self.process.stdout.read().splitlines()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        return rest

    def killed_after(self, seconds):
        """Kill it at some moment, and return the references that it acknowledged."""
        time.sleep(seconds)
        return self.killed()

    def killed_after_saving(self, concerns):
        """Kill it once it has saved so many, and return the references that it acknowledged."""
        return [self.process.stdout.readline().strip() for _ in range(concerns)] + self.killed()


def kill_again_and_again(laid_out, folder, house, repository, times):
    chance, acknowledged = random.Random(SEED), []
    laid_out.copied_to(folder)
    for _ in range(times):
        saver = Saver(folder, laid_out, repository)
        assert saver.opened == "open 0\n"
        acknowledged += saver.killed_after(chance.uniform(0, MOST_SECONDS))
    desk = laid_out.opened_in(folder, house)
    assert desk.notices == ()
    assert verify(desk, SilentProgress()).findings == ()
    kept = [record.reference for record in desk.read.page(CONCERNS)]
    assert set(acknowledged) <= set(kept)
    assert len(acknowledged) > times
    assert desk.read.count(STATEMENTS) == 3 * len(kept)
    assert len(kept) <= len(acknowledged) + times
    desk.lock()


FIRST_PAGE = 32 + 24 + 100
"""A place in the first page of a log: behind its header and the head of the page."""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_ten_kills_lose_nothing_that_was_acknowledged(laid_out, folder, house, repository):
    kill_again_and_again(laid_out, folder, house, repository, 10)


@pytest.mark.acceptance
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_fifty_kills_lose_nothing_that_was_acknowledged(laid_out, folder, house, repository):
    kill_again_and_again(laid_out, folder, house, repository, 50)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_a_bit_flipped_in_the_log_after_a_kill_says_how_many_changes_are_missing(laid_out, folder, house, repository):
    laid_out.copied_to(folder)
    acknowledged = Saver(folder, laid_out, repository).killed_after_saving(8)
    log = folder / "store-1.db-wal"
    content = bytearray(log.read_bytes())
    content[FIRST_PAGE] ^= 1  # a log that began anew holds old pages behind: the first is always of the newest
    log.write_bytes(content)
    desk = laid_out.opened_in(folder, house)
    missing = len(acknowledged) - desk.read.count(CONCERNS)
    assert missing > 0
    said = [words for words in desk.notices if words.startswith("This desk’s file lacks what was saved last: ")]
    changes = int(said[0].split(": ")[1].split()[0])
    assert 4 * missing <= changes <= 4 * (missing + 1)
    assert said[0] in verify(desk, SilentProgress()).findings
    desk.lock()
    desk = laid_out.opened_in(folder, house)
    assert said[0] in desk.notices
    desk.lock()


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_a_log_that_is_taken_away_after_a_kill_is_missed(laid_out, folder, house, repository):
    laid_out.copied_to(folder)
    acknowledged = Saver(folder, laid_out, repository).killed_after_saving(8)
    assert len(acknowledged) >= 8
    (folder / "store-1.db-wal").unlink()
    desk = laid_out.opened_in(folder, house)
    assert any("lacks what was saved last" in words for words in desk.notices)
    desk.lock()
