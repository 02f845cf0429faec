"""A picture that only decorates: painted, so that a screen reader meets no nameless image."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme


class Picture(QWidget):
    """One icon in one colour; ``size`` in pixels at 100 %."""

    def __init__(self, theme: Theme, name: str, ink: str = "text2", size: float = 16) -> None:
        super().__init__()
        self._theme, self._name, self._ink, self._size = theme, name, ink, size
        follow(theme, self, self._fit)

    def show_icon(self, name: str, ink: str) -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def _fit(self) -> None:
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(QPoint(0, 0), self._theme.pixmap(self._name, self._ink, self._size))
