"""Processes at work that are killed: which lines each said, and whether the kill came within a write."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import random
import select
import signal
import statistics
import subprocess
import sys
import time
from collections import defaultdict

MANY = 100
LEAST_SHARE, LEAST_SHARE_OF_FEW = 0.9, 0.5
"""How much of many kills must land within a write, and of few, of which a busy machine lets some come too late."""
SILENCE = 120
_LOG = logging.getLogger(__name__)


class Workshop:
    """Starts works, one at a time. ``kills`` and ``within`` count what came of them, ``lengths`` of whole writes."""

    def __init__(self, repository, environment):
        self._process = subprocess.Popen(
            [sys.executable, repository / "tests" / "end_to_end" / "worker.py"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, **environment, "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}"},
        )  # fmt: skip
        self.worker = None
        self._heard = b""
        self.start_anew()

    def start_anew(self):
        """Count anew, and take the same random moments again."""
        self.chance = random.Random(20260302)
        self.lengths = defaultdict(list)
        self.kills = self.within = 0

    def start(self, work, *arguments):
        """Let a new process do a work, once the one before has ended."""
        self.worker = Worker(self, work)
        self._process.stdin.write((json.dumps([work, *map(str, arguments)]) + "\n").encode())
        self._process.stdin.flush()
        self.worker.number = int(self.worker.heard("process")[0])
        return self.worker

    def next_line(self):
        """Return the words of the next line; none at the end. Silence is a failure, and never waited out."""
        while b"\n" not in self._heard:
            assert select.select([self._process.stdout], [], [], SILENCE)[0], f"silent, after {self._heard!r}"
            some = os.read(self._process.stdout.fileno(), 8192)
            if not some:
                break
            self._heard += some
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode().split()

    def clear(self):
        """End a process that nobody killed."""
        if self.worker and not self.worker.ended:
            self.worker.killed()

    def close(self):
        self.clear()
        self._process.stdin.close()
        self._process.stdout.close()
        assert self._process.wait() == 0

    def check_share(self, what):
        """Say how many of the kills came within a write, and insist on most."""
        _LOG.info("%s: %s of %s kills within, %s", what, self.within, self.kills, self.whole)
        assert self.within >= (LEAST_SHARE if self.kills >= MANY else LEAST_SHARE_OF_FEW) * self.kills

    @property
    def whole(self):
        """How many writes were acknowledged, in words."""
        return ", ".join(f"{len(found)} whole ({statistics.median(found):.4f} s)" for found in self.lengths.values())


class Worker:
    """A process at work. What it said: lists of words, the first of which tells what they are."""

    def __init__(self, workshop, work):
        self._workshop = workshop
        self._lengths = workshop.lengths[work]
        self.said = []
        self.ended = False

    def _hear(self):
        words = self._workshop.next_line()
        if words[:1] in ([], ["ended"]):
            self.ended = True
            assert words[1:] == ["killed"], "it ended by itself: its error output says why"
            return False
        self.said.append(words)
        if words[0] == "done":
            self._lengths.append(float(words[1]))
        return True

    def heard(self, word):
        """Wait for the next line that begins with a word, and return the rest of it."""
        while self._hear():
            if self.said[-1][0] == word:
                return self.said[-1][1:]
        raise AssertionError(f"It ended by itself, after {[words[0] for words in self.said]}")

    def killed(self):
        """Kill it, and hear what else it said before."""
        with contextlib.suppress(ProcessLookupError):  # it ended by itself, and its error output says why
            os.kill(self.number, signal.SIGKILL)
        while self._hear():
            pass
        self._workshop.kills += 1
        self._workshop.within += self.is_within
        _LOG.debug("kill %s, within %s", self._workshop.kills, self._workshop.within)
        return self

    def killed_within_a_write(self, *, most_before=2):
        """Kill it at some moment of a write, which is known by those before to take so long.

        At least one write is done before where none is known, else a few or none.
        """
        chance = self._workshop.chance
        for _ in range(chance.randint(0 if self._lengths else 1, most_before)):
            self.heard("done")
        self.heard("began")
        time.sleep(chance.uniform(0, statistics.median(self._lengths)))
        return self.killed()

    def killed_after(self, writes):
        """Kill it once so many writes are done."""
        for _ in range(writes):
            self.heard("done")
        return self.killed()

    @property
    def is_within(self):
        """Whether the last write that began was not acknowledged."""
        marks = [words[0] for words in self.said if words[0] in ("began", "done")]
        return marks[-1:] == ["began"]

    def told(self, word):
        """Return what followed a word on each line that it began; of a write done, what follows its length."""
        return [words[2 if word == "done" else 1 :] for words in self.said if words[0] == word]
