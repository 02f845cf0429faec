"""Rows of a list of places: the pages in the sidebar, the sections of the settings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from socdesk.ui.widgets.drawn_rows import AnyIndex, DrawnRow, RowsDelegate

ICON, COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""What a row keeps beside its title: the name of its icon, and how many things there need attention."""


class PlaceRows(RowsDelegate):
    """Draws one row: marker, icon, title, and how many things there need attention; the icon alone where ``slim``."""

    slim = False

    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        theme, px = self.theme, self.theme.px
        frame = QRectF(row.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.current or row.hovered:
            painter.setBrush(theme.colour("nav_sel" if row.current else "nav_hover"))
            painter.drawRoundedRect(frame, px(6), px(6))
        if row.current:
            painter.setBrush(theme.colour("link"))
            marker = QRectF(frame.left(), frame.top() + px(9), px(3), frame.height() - px(18))
            painter.drawRoundedRect(marker, 1.5, 1.5)
        icon = theme.pixmap(str(index.data(ICON)), "link" if row.current else "text2", 20)
        painter.drawPixmap(QPointF(frame.left() + px(12), frame.center().y() - px(20) / 2), icon)
        if not self.slim:
            self._words(painter, frame, index, current=row.current)

    def _words(self, painter: QPainter, frame: QRectF, index: AnyIndex, *, current: bool) -> None:
        theme, px = self.theme, self.theme.px
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong" if current else "nav"))
        painter.setPen(theme.colour("text" if current else "text2"))
        painter.drawText(frame.adjusted(px(44), 0, -px(36), 0), middle.value, str(index.data()))
        if count := index.data(COUNT):
            painter.setFont(theme.font("small", tabular=True))
            painter.setPen(theme.colour("text2"))
            right = middle | Qt.AlignmentFlag.AlignRight
            painter.drawText(frame.adjusted(0, 0, -px(12), 0), right.value, f"{count:,}")
