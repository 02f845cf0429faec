"""Draws the matrix: names with what stands beside them, and each status as shape and words, never as colour alone."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from socdesk.desk.training.matrix import MatrixCell, MatrixRow
from socdesk.ui.records.block_feed import LOADING
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import Chip
from socdesk.ui.training.matrix_model import ROW_ROLE
from socdesk.ui.widgets.chip import chip_width, draw_chip

AnyIndex = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight.value
_PRESSING = frozenset({"red", "amber"})
"""The colour families of what a person must do something about: these stand in a chip, the rest without."""

STATUSES = "training_status"
_FIRST, _BETWEEN, _ICON, _WORDS, _ENOUGH = 24, 8, 8, 29, 84


class MatrixDelegate(QStyledItemDelegate):
    """One for the whole view. ``view`` is the table that has the keyboard, also where another one draws the names."""

    def __init__(self, theme: Theme, looks: CellLooks, view: QTableView, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._looks, self._view = theme, looks, view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(120), self._theme.size("row_matrix"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        untyped = cast("Any", option)  # Qt's type stubs leave the fields of options out
        rect: QRect = untyped.rect
        row: MatrixRow | None = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, index, selected=bool(untyped.state & QStyle.StateFlag.State_Selected))
        inside = rect.adjusted(self._theme.px(_BETWEEN if index.column() else _FIRST), 0, -self._theme.px(_BETWEEN), 0)
        if row is None:
            self._text(painter, inside, LOADING, "text3")
        elif index.column():
            self._status(painter, inside, row.cells[index.column() - 1])
        else:
            self._name(painter, inside, row)
        if index == self._view.currentIndex() and self._view.hasFocus():
            self._ring(painter, rect)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: AnyIndex, *, selected: bool) -> None:
        colour = self._theme.colour
        is_name = index.column() == 0
        at = is_name and index.row() == self._view.currentIndex().row()
        painter.fillRect(rect, colour("selected" if selected or at else "surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
        if is_name:
            painter.fillRect(rect.right(), rect.top(), 1, rect.height(), colour("line_strong"))
        if at:
            painter.fillRect(rect.left(), rect.top(), self._theme.px(3), rect.height(), colour("accent"))

    def _text(self, painter: QPainter, rect: QRect, words: str, ink: str, *, font: str = "body") -> None:
        painter.setFont(self._theme.font(font, tabular=True))
        painter.setPen(self._theme.colour(ink))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _MIDDLE, short)

    def _name(self, painter: QPainter, rect: QRect, row: MatrixRow) -> None:
        """Draw the name, and beside it as much of the badge as there is room for."""
        theme, gap = self._theme, self._theme.px(12)
        taken = QFontMetrics(theme.font(tabular=True)).horizontalAdvance(row.name) + gap
        self._text(painter, rect, row.name, "text")
        left = rect.adjusted(min(taken, rect.width()), 0, 0, 0)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("text3"))
        short = painter.fontMetrics().elidedText(row.beside, Qt.TextElideMode.ElideRight, left.width())
        if short == row.beside or left.width() > theme.px(_ENOUGH):
            painter.drawText(left, _RIGHT, short)

    def _status(self, painter: QPainter, rect: QRect, cell: MatrixCell) -> None:
        theme = self._theme
        chip = self._looks.chip(STATUSES, cell.code, cell.words) or Chip(cell.words, "grey", "circle")
        if chip_width(theme, chip) > rect.width():
            chip = Chip(cell.short, chip.family, chip.icon)
        if chip.family in _PRESSING:
            draw_chip(painter, theme, rect, chip)
            return
        side = theme.px(15)
        at = QPointF(rect.left() + theme.px(_ICON), rect.center().y() + 1 - side / 2)
        painter.drawPixmap(at, theme.pixmap(chip.icon, chip.family, 15))
        self._text(painter, rect.adjusted(theme.px(_WORDS), 0, 0, 0), chip.word, "text2", font="small")

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self._theme.colour("focus"), self._theme.size("focus")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 1, -2, -2), 4, 4)
