"""Says to a screen reader what a sighted person sees happen: saved, undone, how many were found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Speaks for one window. ``announced`` tells tests what was said."""

    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def say(self, words: str) -> None:
        """Say a sentence, after what the screen reader is just saying."""
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))
            self.announced.emit(words)
