"""Draws the cells of a register's table: one look for the whole row, chips for ratings, a second line where needed."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from socdesk.desk.lists.rows import HIDDEN, Cell, ListColumn
from socdesk.ui.records.block_feed import LOADING
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.register_model import CELL_ROLE, COLUMN_ROLE
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.chip import draw_chip
from socdesk.ui.widgets.two_lines import TwoLines

AnyIndex = QModelIndex | QPersistentModelIndex
_V_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value
_LEFT, _FIRST_LEFT, _RIGHT = 12, 24, 8


class RowDelegate(QStyledItemDelegate):
    """One for the whole view. ``hovered`` is the row under the pointer, or -1; ``everything`` draws all as selected."""

    def __init__(self, theme: Theme, looks: CellLooks, view: QTableView) -> None:
        super().__init__(view)
        self._theme, self._looks, self._view = theme, looks, view
        self._lines = TwoLines()
        self.hovered = -1
        self.everything = False

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(120), self._theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        untyped = cast("Any", option)  # Qt's type stubs leave the fields of options out
        rect: QRect = untyped.rect
        selected = self.everything or bool(untyped.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._ground(painter, rect, index, selected=selected)
        first = self._view.horizontalHeader().visualIndex(index.column()) == 0
        inside = rect.adjusted(self._theme.px(_FIRST_LEFT if first else _LEFT), 0, -self._theme.px(_RIGHT), 0)
        self._cell(painter, inside, index)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            self._outline(painter, rect, index.column())
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: AnyIndex, *, selected: bool) -> None:
        colour = self._theme.colour
        if selected:
            painter.fillRect(rect, colour("selected"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line"))
        if selected and self._view.horizontalHeader().visualIndex(index.column()) == 0:
            painter.fillRect(rect.left(), rect.top(), self._theme.px(3), rect.height(), colour("accent"))

    def _cell(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        cell: Cell | None = index.data(CELL_ROLE)
        column: ListColumn = index.data(COLUMN_ROLE)
        if cell is None or cell.text == HIDDEN:
            self._words(painter, rect, LOADING if cell is None else HIDDEN, ink="text3")
            return
        chip = self._looks.chip(column.vocabulary, cell.code, cell.text) if cell.code else None
        if chip:
            draw_chip(painter, self._theme, rect, chip)
        elif cell.below and self._theme.compact:
            self._words(painter, rect, cell.text, ink="red" if cell.pressing else "text")
        elif cell.below:
            self._two(painter, rect, cell)
        elif icon := self._looks.icon(column.vocabulary, cell.code):
            self._with_icon(painter, rect, icon, cell.text.split(" (")[0])
        else:
            self._words(painter, rect, cell.text, ink="text" if column.name != "reference" else "text2")

    def _words(self, painter: QPainter, rect: QRect, text: str, *, ink: str) -> None:
        font = self._theme.font(tabular=True)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        metrics = QFontMetrics(font)
        if self._theme.compact:
            lines: tuple[str, ...] = (metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()),)
        else:
            lines = self._lines.broken(text, rect.width(), metrics, font.pixelSize())
        top = rect.center().y() + 1 - metrics.height() * len(lines) // 2
        for line in lines:
            painter.drawText(QRect(rect.left(), top, rect.width() + 2, metrics.height()), _V_MIDDLE, line)
            top += metrics.height()

    def _two(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        painter.setPen(self._theme.colour("text"))
        painter.setFont(self._theme.font(tabular=True))
        space = self._theme.px(5)
        painter.drawText(rect.adjusted(0, space, 0, 0), Qt.AlignmentFlag.AlignTop.value, cell.text)
        painter.setPen(self._theme.colour("red" if cell.pressing else "text3"))
        font = self._theme.font("label", tabular=True)
        painter.setFont(font)
        short = QFontMetrics(font).elidedText(cell.below, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.adjusted(0, 0, 0, -space), Qt.AlignmentFlag.AlignBottom.value, short)

    def _with_icon(self, painter: QPainter, rect: QRect, icon: str, text: str) -> None:
        px = self._theme.px
        painter.drawPixmap(
            QPoint(rect.left(), rect.center().y() + 1 - px(16) // 2), self._theme.pixmap(icon, "text2", 16)
        )
        self._words(painter, rect.adjusted(px(23), 0, 0, 0), text, ink="text")

    def _outline(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Draw a ring round the whole row, each cell its part, so that one sees where the keyboard is."""
        colour, width = self._theme.colour("focus"), self._theme.size("focus")
        header = self._view.horizontalHeader()
        place, last = header.visualIndex(column), header.count() - header.hiddenSectionCount() - 1
        painter.fillRect(rect.left(), rect.top(), rect.width(), width, colour)
        painter.fillRect(rect.left(), rect.bottom() - width + 1, rect.width(), width, colour)
        if place == 0:
            painter.fillRect(rect.left(), rect.top(), width, rect.height(), colour)
        if sum(not header.isSectionHidden(header.logicalIndex(n)) for n in range(place)) == last:
            painter.fillRect(rect.right() - width + 1, rect.top(), width, rect.height(), colour)
