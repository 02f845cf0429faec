"""Waits until a window was painted for the first time: a timer alone would go off before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_FRAME_MS = 20
"""So long what was painted has to come on the screen before anything else is done."""


class FirstPaint(QObject):
    """Does something once, when its window was painted."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_FRAME_MS, self._then)
        return False
