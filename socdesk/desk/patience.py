"""A growing wait after wrong tries to open a desk: it slows a guesser at the door, and shuts nobody out for good.

How many tries failed stands in the side file beside the desk, so that a restart forgets nothing. How long is left runs
by a clock that nobody can set; where the computer's own clock was set back, the whole wait begins again. Recovery words
are not counted, and never wait: nobody guesses twenty words.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socdesk.desk.too_soon import TooSoonError
from socdesk.storage.failed_unlocks import FailedUnlocks

RECOVERY_WORDS = "recovery words"
FREE_TRIES = 3
"""So many tries may fail before anybody waits."""
_FIRST, _MOST = 5, 300
_MOST_DOUBLINGS = 10


def wait_after(tries: int) -> int:
    """Return how many seconds to wait once so many tries have failed: 5, 10, 20 and so on, 5 minutes at most."""
    if tries < FREE_TRIES:
        return 0
    return int(min(_FIRST * 2 ** min(tries - FREE_TRIES, _MOST_DOUBLINGS), _MOST))


@dataclass(frozen=True)
class _Seen:
    """How many failed tries were seen, how many seconds were left then, and when, by the clock nobody can set."""

    tries: int
    left: float
    at: float


class Patience:
    """Tells how long to wait before the next try at a desk."""

    def __init__(self, running: Callable[[], float] = time.monotonic) -> None:
        self._running = running
        self._seen: dict[Path, _Seen] = {}

    def seconds_left(self, folder: Path, now: datetime) -> int:
        """Return how long to wait, in whole seconds; 0 when a try may be made."""
        noted = FailedUnlocks(folder)
        failed = [each for each in noted.read() if each.way != RECOVERY_WORDS]
        tries, seen = len(failed) + noted.unreadable(), self._seen.get(folder)
        if seen is None or seen.tries != tries:
            newest = max((each.at for each in failed), default=now)
            whole = wait_after(tries)
            passed = (now - newest).total_seconds()
            seen = _Seen(tries, whole - passed if passed >= 0 else whole, self._running())
            self._seen[folder] = seen
        left = seen.left - (self._running() - seen.at)
        return max(-int(-left // 1), 0)

    def check(self, folder: Path, now: datetime) -> None:
        """Refuse a try that comes too soon.

        Raises:
            TooSoonError: several tries failed a moment ago.

        """
        if seconds := self.seconds_left(folder, now):
            raise TooSoonError(seconds)
