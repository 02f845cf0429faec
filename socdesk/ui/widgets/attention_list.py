"""The list of what needs attention: arrows go through it, Enter opens what is behind a line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView

from socdesk.figures.attention import Attention
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.drawn_rows import AnyIndex, DrawnRow, RowsDelegate

_ATTENTION = Qt.ItemDataRole.UserRole
_HEIGHT = 54
_ICONS = {
    "strategies": "file-text",
    "actions": "list-checks",
    "concerns": "message-square-warning",
    "learners": "graduation-cap",
    "backups": "download",
}


class _Lines(RowsDelegate):
    """Draws a line: picture in a tinted square, title over detail, when at the right."""

    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        theme, px = self.theme, self.theme.px
        each: Attention = index.data(_ATTENTION)
        rect = row.rect
        if row.hovered:
            painter.fillRect(rect, theme.colour("hover"))
        if index.row():
            painter.fillRect(QRect(rect.left() + px(52), rect.top(), rect.width() - px(52), 1), theme.colour("line"))
        self._picture(painter, rect, each)
        painter.setFont(theme.font("label", tabular=True))
        taken = painter.fontMetrics().horizontalAdvance(each.when) + px(22)
        painter.setPen(theme.colour("text2" if each.level == "blue" else each.level))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -px(14), 0), right.value, each.when)
        words = rect.adjusted(px(54), 0, -taken, 0)
        self._line(painter, words.adjusted(0, px(8), 0, 0), "nav", "text", each.title, top=True)
        self._line(painter, words.adjusted(0, 0, 0, -px(8)), "small", "text3", each.detail, top=False)

    def _picture(self, painter: QPainter, rect: QRect, each: Attention) -> None:
        theme, px = self.theme, self.theme.px
        side = px(30)
        square = QRectF(rect.left() + px(12), rect.center().y() - side / 2, side, side)
        painter.setPen(QPen(theme.colour(f"{each.level}_line"), 1))
        painter.setBrush(theme.colour(f"{each.level}_bg"))
        painter.drawRoundedRect(square, px(8), px(8))
        icon = "octagon-alert" if each.level == "red" else _ICONS[each.register]
        at = QPointF(square.center().x() - px(17) / 2, square.center().y() - px(17) / 2)
        painter.drawPixmap(at, theme.pixmap(icon, each.level, 17))

    def _line(self, painter: QPainter, rect: QRect, font: str, ink: str, words: str, *, top: bool) -> None:
        painter.setFont(self.theme.font(font))
        painter.setPen(self.theme.colour(ink))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        edge = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect, edge.value, short)


class AttentionList(QListView):
    """``opened`` is sent with what a person pressed Enter on, or clicked."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Needs your attention")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        _Lines(theme, self, _HEIGHT)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.show_lines(())

    def show_lines(self, lines: tuple[Attention, ...]) -> None:
        """Show other lines; the one in focus keeps its place."""
        at = max(self.currentIndex().row(), 0)
        model = QStandardItemModel(self)
        for each in lines:
            item = QStandardItem(each.spoken)
            item.setData(each, _ATTENTION)
            item.setToolTip(f"{each.title}\n{each.detail}")
            model.appendRow(item)
        self.setModel(model)
        self.setCurrentIndex(model.index(min(at, len(lines) - 1), 0))

    def _open(self, index: QModelIndex) -> None:
        each: Attention | None = index.data(_ATTENTION)
        if each is not None:
            self.opened.emit(each)
