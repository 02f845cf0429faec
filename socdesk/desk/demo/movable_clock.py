"""A clock that says what it is told, until it is handed over to the real one."""

from __future__ import annotations

from datetime import datetime

from socdesk.clock import Clock


class MovableClock:
    """A clock for a desk whose past is being written: it is moved forward, never back."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._real: Clock | None = None

    def __call__(self) -> datetime:
        """Return the moment it stands at, or the real one once handed over."""
        return self._real() if self._real else self._now

    def move_to(self, moment: datetime) -> None:
        """Stand at a moment from now on; an earlier one than it stands at changes nothing."""
        self._now = max(self._now, moment)

    def hand_over(self, clock: Clock) -> None:
        """Follow the real clock from now on."""
        self._real = clock
