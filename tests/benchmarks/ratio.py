"""A time as a ratio to its floor, measured in turns in one run: milliseconds alone say little on a busy machine."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]
Seconds = Callable[[], float]


@dataclass(frozen=True)
class Ratio:
    """What a person waits for, and the least it could take. Times in milliseconds; no limit means: just to be seen."""

    name: str
    ours_ms: float
    floor_ms: float
    limit: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor it takes."""
        return self.ours_ms / self.floor_ms

    @property
    def is_over(self) -> bool:
        """Whether it takes more than is allowed."""
        return self.limit is not None and self.ratio > self.limit


def measure(
    name: str,
    ours: Work,
    floor: Work,
    *,
    limit: float | None = None,
    after: Work | None = None,
    rounds: int = 9,
    clock: Seconds = time.perf_counter,
) -> Ratio:
    """Run both in turns, after one round that does not count, and compare the medians.

    ``after`` tidies up after each turn of ours, outside both times.
    """
    ours()
    if after:
        after()
    floor()
    pairs = [(_milliseconds(ours, clock, after), _milliseconds(floor, clock)) for _ in range(rounds)]
    ours_ms, floor_ms = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Ratio(name, ours_ms, floor_ms, limit)


def _milliseconds(work: Work, clock: Seconds, after: Work | None = None) -> float:
    start = clock()
    work()
    passed = clock() - start
    if after:
        after()
    return passed * 1000
