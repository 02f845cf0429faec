"""A program that is killed while it renews the data key leaves a desk that opens, with all that was saved."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.reading import read_key_file
from socdesk.registers.declared.concerns import CONCERNS
from tests.desk.conftest import PASSPHRASE

SEED = 20260302
MOST_SECONDS = 0.9
LEAST_WITHIN = {4: 1, 20: 10, 200: 140}
"""How many of so many kills must land within a renewal: of few, chance and a busy machine leave fewer."""
NEW = "seven kettles singing loud"
KEPT = {"desk.json", "desk.lock"}
pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")


class Renewer:
    """A process that renews the data key; what it said so far, by the first word of each line."""

    def __init__(self, folder, repository):
        self.process = subprocess.Popen(
            [sys.executable, repository / "tests" / "end_to_end" / "renewal_worker.py", folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}"},
        )  # fmt: skip
        self.process.stdin.write(f"{PASSPHRASE}\n")
        self.process.stdin.flush()
        self.said = [self.process.stdout.readline().split(maxsplit=1) for _ in range(2)]

    def killed_after(self, seconds):
        """Kill it some time after its first renewal began, and tell whether it was within one."""
        time.sleep(seconds)
        os.kill(self.process.pid, signal.SIGKILL)
        self.said += [line.split(maxsplit=1) for line in self.process.stdout.read().splitlines()]
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
        return self.said[-1][0] == "words"


@pytest.mark.parametrize(
    "times",
    [4, pytest.param(20, marks=pytest.mark.acceptance), pytest.param(200, marks=pytest.mark.soak)],
)
def test_kills_while_the_data_key_is_renewed_lose_nothing_and_leave_nothing(laid_out, folder, house, repository, times):
    chance, saved, words, within = random.Random(SEED), set(), {}, 0
    laid_out.copied_to(folder)
    for _ in range(times):
        renewer = Renewer(folder, repository)
        within += renewer.killed_after(chance.uniform(0, MOST_SECONDS))
        saved |= {line[1].strip() for line in renewer.said if line[0] == "saved"}
        words |= dict(line[1].strip().split(maxsplit=1) for line in renewer.said if line[0] == "words")
        desk = open_desk(folder, PASSPHRASE, house)
        assert desk.notices == ()
        assert verify(desk, SilentProgress()).findings == ()
        assert saved == {record.reference for record in desk.read.page(CONCERNS)}
        place = desk.store.place
        desk.lock()
        assert {path.name for path in folder.iterdir()} == {*KEPT, place.file, place.witness_file}
    assert within >= LEAST_WITHIN[times]
    standing = read_key_file(folder / "desk.json").generation
    if str(standing) in words:
        open_with_recovery(folder, words[str(standing)], NEW, house, cost=POLICY_FLOOR).desk.lock()
