"""What lists that draw their own rows share: where a row is, how it stands, and the ring round the one in focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DrawnRow:
    """One row that is to be drawn."""

    rect: QRect
    current: bool
    hovered: bool
    focused: bool


class RowsDelegate(QStyledItemDelegate):
    """Draws rows of one height; override ``draw``. ``height`` in pixels at 100 %."""

    def __init__(self, theme: Theme, view: QListView, height: float) -> None:
        super().__init__(view)
        self.theme, self.view, self._height = theme, view, height
        view.setMouseTracking(True)
        view.setItemDelegate(self)
        follow(theme, view, view.scheduleDelayedItemsLayout)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self.theme.px(48), self.theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = self._row(option, index)
        self.draw(painter, row, index)
        if row.focused:
            self._ring(painter, row.rect)
        painter.restore()

    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        """Draw one row; the ring round the one in focus comes by itself."""
        raise NotImplementedError

    def _row(self, option: QStyleOptionViewItem, index: AnyIndex) -> DrawnRow:
        untyped = cast("Any", option)  # Qt's type stubs leave the fields of options out
        current = index.row() == self.view.currentIndex().row()
        hovered = bool(untyped.state & QStyle.StateFlag.State_MouseOver)
        return DrawnRow(untyped.rect, current, hovered, current and self.view.hasFocus())

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self.theme.colour("focus"), self.theme.size("focus")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self.theme.px(5)
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), radius, radius)
