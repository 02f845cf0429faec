"""Chips: a state as shape, word and colour together, never colour alone (domain.md 2.6)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import Chip

_HEIGHT, _ICON, _LEFT, _GAP, _RIGHT = 24, 15, 8, 6, 10


def chip_width(theme: Theme, chip: Chip) -> int:
    """Return how wide a chip is at the present text size."""
    return QFontMetrics(theme.font("label")).horizontalAdvance(chip.word) + theme.px(_LEFT + _ICON + _GAP + _RIGHT)


def draw_chip(painter: QPainter, theme: Theme, rect: QRect, chip: Chip) -> None:
    """Draw a chip at the left of a rectangle, in the middle of its height. Tables draw theirs with this too."""
    px = theme.px
    height = px(_HEIGHT)
    frame = QRectF(rect.left() + 0.5, rect.center().y() - height / 2 + 0.5, chip_width(theme, chip) - 1, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(f"{chip.family}_line"), 1))
    painter.setBrush(theme.colour(f"{chip.family}_bg"))
    painter.drawRoundedRect(frame, height / 2, height / 2)
    at = QPointF(frame.left() + px(_LEFT), frame.center().y() - px(_ICON) / 2)
    painter.drawPixmap(at, theme.pixmap(chip.icon, chip.family, _ICON))
    painter.setPen(theme.colour(chip.family))
    painter.setFont(theme.font("label"))
    painter.drawText(frame.adjusted(px(_LEFT + _ICON + _GAP), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter.value, chip.word)


class ChipLabel(QWidget):
    """A chip on a page. ``what`` says what the state is of, for screen readers: "RAG: Amber"."""

    def __init__(self, theme: Theme, chip: Chip, what: str) -> None:
        super().__init__()
        self._theme, self._chip, self._what = theme, chip, what
        follow(theme, self, self._fit)

    def show_chip(self, chip: Chip) -> None:
        """Show another state."""
        self._chip = chip
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(chip_width(self._theme, self._chip) + 1, self._theme.px(_HEIGHT + 2))
        self.setAccessibleName(f"{self._what}: {self._chip.word}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_chip(painter, self._theme, self.rect(), self._chip)
