"""A list of things to tick: Space or a click ticks the row, Alt+Up and Alt+Down ask to move it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyleOptionViewItem

from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.drawn_rows import AnyIndex, DrawnRow, RowsDelegate

_KEY = Qt.ItemDataRole.UserRole
_HEIGHT, _BOX, _TICK = 36, 20, 14
_PRESSES = {QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress}
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Ticks(RowsDelegate):
    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        px, colour = self.theme.px, self.theme.colour
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == _ON.value
        if row.current or row.hovered:
            painter.fillRect(row.rect, colour("selected" if row.current else "hover"))
        side, left = px(_BOX), row.rect.left() + px(10)
        box = QRectF(left, row.rect.center().y() - side / 2, side, side)
        painter.setPen(QPen(colour("accent" if ticked else "control"), 1))
        painter.setBrush(colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, px(4), px(4))
        if ticked:
            inset = (side - px(_TICK)) / 2
            at = QPointF(box.left() + inset, box.top() + inset)
            painter.drawPixmap(at, self.theme.pixmap("check", "text_on_accent", _TICK))
        painter.setPen(colour("text"))
        painter.setFont(self.theme.font())
        words = row.rect.adjusted(px(40), 0, -px(8), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter.value, str(index.data()))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        space = not isinstance(event, QKeyEvent) or event.key() == Qt.Key.Key_Space
        if event.type() not in _PRESSES or not space:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == _ON.value
        return model.setData(index, (_OFF if ticked else _ON).value, Qt.ItemDataRole.CheckStateRole)


class TickRows(QListWidget):
    """``ticked`` is sent when a row was ticked or unticked, ``moved`` with -1 or 1 when it is to be moved."""

    ticked = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = _Ticks(theme, self, _HEIGHT)
        self.itemChanged.connect(self.ticked)

    def show_rows(self, rows: Iterable[tuple[str, str, bool]]) -> None:
        """Show rows by key and words, ticked or not; the current one stays by its place."""
        current = self.currentRow()
        self.blockSignals(True)  # noqa: FBT003  Qt's way to say so
        self.clear()
        for key, words, on in rows:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_ON if on else _OFF)
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003
        self.setCurrentRow(min(max(current, 0), self.count() - 1))

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the order of the rows."""
        return tuple(str(self.item(row).data(_KEY)) for row in range(self.count()))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked."""
        rows = range(self.count())
        return tuple(str(self.item(row).data(_KEY)) for row in rows if self.item(row).checkState() is _ON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
