"""How long nobody pressed a key or moved the mouse, by two clocks.

The steady clock of a computer stands still while it sleeps, and its wall clock can be set back. The longer of the two
times counts, so that a laptop that slept past the limit is found late, and a clock that was wrong does no harm.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clocks:
    """Both clocks, in seconds from any beginning."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic


SYSTEM_CLOCKS = Clocks()


class IdleTime:
    """Counts from the last touch. ``limit`` is in seconds."""

    def __init__(self, clocks: Clocks, limit: float) -> None:
        self.limit = limit
        self._clocks = clocks
        self._wall, self._steady = clocks.wall(), clocks.steady()

    @property
    def left(self) -> float:
        """How many seconds are left; none, or fewer, once the limit is reached."""
        idle = max(self._clocks.wall() - self._wall, self._clocks.steady() - self._steady)
        return self.limit - idle

    def touch(self) -> bool:
        """Begin anew; but not where the limit was reached already. Return whether it began."""
        if self.left <= 0:
            return False
        self._wall, self._steady = self._clocks.wall(), self._clocks.steady()
        return True
