"""A small piece of a list, to see what a choice of colours and sizes does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.chip import chip_width, draw_chip

_ROWS = (("A01.1", "Example of a row in a list", "GREEN"), ("A01.2", "Another row, the one chosen", "AMBER"))


class Preview(QWidget):
    """Painted, with words of its own that name nothing real."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Preview: two rows of a list, one of them chosen")
        follow(theme, self, self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.size("row") * len(_ROWS) + 2)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, height = self._theme, self._theme.size("row")
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("line"))
            for number, row in enumerate(_ROWS):
                place = QRect(1, 1 + number * height, self.width() - 2, height)
                self._row(painter, place, row, chosen=number == len(_ROWS) - 1)

    def _row(self, painter: QPainter, place: QRect, row: tuple[str, str, str], *, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        reference, words, rating = row
        painter.fillRect(place, theme.colour("selected" if chosen else "surface"))
        if chosen:
            painter.fillRect(place.left(), place.top(), px(3), place.height(), theme.colour("accent"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, theme.colour("line"))
        chip = theme.tokens.rag[rating]
        right = chip_width(theme, chip) + px(16)
        draw_chip(painter, theme, QRect(place.right() - right, place.top(), right, place.height()), chip)
        painter.setFont(theme.font(tabular=True))
        metrics = painter.fontMetrics()
        baseline = place.center().y() + metrics.ascent() // 2 - 1
        painter.setPen(theme.colour("text2"))
        painter.drawText(place.left() + px(16), baseline, reference)
        left = place.left() + px(16) + px(72)
        painter.setPen(theme.colour("text"))
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.right() - right - px(8) - left)
        painter.drawText(left, baseline, short)
