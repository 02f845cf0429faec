"""What the system tells: that the computer goes to sleep, and that the person locks their whole desktop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class SystemWatch(QObject):
    """Hears nothing by itself: each system has a watch of its own.

    ``sleeping`` is sent before the computer sleeps, or at the latest when it wakes; ``locked`` when the desktop is
    locked. ``hears_sleep`` and ``hears_lock`` say what this system really tells.
    """

    sleeping = Signal()
    locked = Signal()

    hears_sleep = False
    hears_lock = False

    def close(self) -> None:
        """Stop listening."""

    @property
    def unheard(self) -> str:
        """What is not watched, in words for the line at the bottom; nothing where all is."""
        missing = [
            words
            for words, heard in (("sleep", self.hears_sleep), ("the system’s own lock", self.hears_lock))
            if not heard
        ]
        return f"{' and '.join(missing)} not watched" if missing else ""
