"""A table view that keeps its rows as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.register_model import CELL_ROLE
from socdesk.ui.records.row_delegate import RowDelegate
from socdesk.ui.records.row_pictures import Drawn, RowPictures, painted
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme


class PictureView(QTableView):
    """Draws rows by its ``RowDelegate``, each once; a row that has not come yet is drawn without being kept."""

    def __init__(self, theme: Theme, looks: CellLooks) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = RowPictures()
        self._delegate = RowDelegate(theme, looks, self)
        self.setItemDelegate(self._delegate)
        header = self.horizontalHeader()
        for signal in (header.sectionResized, header.sectionMoved, header.sectionCountChanged):
            signal.connect(self._pictures.forget)
        self.horizontalScrollBar().valueChanged.connect(self._pictures.forget)
        follow(theme, self, self._pictures.forget)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for signal in (model.dataChanged, model.modelReset, model.layoutChanged):
                signal.connect(self._pictures.forget)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange}:
            self._pictures.forget()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for row in self._seen(event.rect()):
                painter.drawPixmap(0, self.rowViewportPosition(row), self._picture(row))

    def _seen(self, rect: QRect) -> Iterator[int]:
        first, last = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        if first >= 0:
            yield from range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def _picture(self, row: int) -> QPixmap:
        rules = self._delegate
        drawn = Drawn(
            row,
            selected=rules.everything or self.selectionModel().isRowSelected(row),
            hovered=row == rules.hovered,
            focused=self.hasFocus() and row == self.currentIndex().row(),
        )
        size = QSize(self.viewport().width(), self.rowHeight(row))
        ground, ratio = self._theme.colour("surface"), self.devicePixelRatioF()
        draw = partial(self._draw_cells, row, drawn.selected)
        if self.model().index(row, 0).data(CELL_ROLE) is None:
            return painted(size, ratio, ground, draw)
        return self._pictures.picture(drawn, size, ratio, ground, draw)

    def _draw_cells(self, row: int, selected: bool, painter: QPainter) -> None:  # noqa: FBT001  a state, not a switch
        option = QStyleOptionViewItem()
        untyped = cast("Any", option)  # Qt's type stubs leave the fields of options out
        if selected:
            untyped.state |= QStyle.StateFlag.State_Selected
        header, height = self.horizontalHeader(), self.rowHeight(row)
        for column in range(header.count()):
            if not header.isSectionHidden(column):
                untyped.rect = QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), height)
                self._delegate.paint(painter, option, self.model().index(row, column))
