"""A timeline: events along a rail, newest first. One Tab stop, arrows go through it, Enter opens what it is about."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from socdesk.desk.lists.timeline import Event
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.scrolled import Scrolled

AnyIndex = QModelIndex | QPersistentModelIndex
_EVENT = Qt.ItemDataRole.UserRole
_WRAP = Qt.TextFlag.TextWordWrap.value
_RAIL, _DOT, _TOP, _BOTTOM = 34, 24, 8, 12
_FAR = 10_000


class TimelineList(QListView):
    """Takes the height that its events need; the panel around it scrolls, and shows the current one.

    ``opened`` carries an event, ``pressed_space`` one on which Space was pressed, ``menu_wanted`` one and the place of
    its menu on the screen.
    """

    opened = Signal(object)
    pressed_space = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, theme: Theme, looks: CellLooks) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Timeline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Events(theme, looks, self))
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.activated.connect(self._activated)
        follow(theme, self, self._fit)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events shown."""
        return tuple(self._items.item(row).data(_EVENT) for row in range(self._items.rowCount()))

    def show_events(self, events: tuple[Event, ...]) -> None:
        """Show these events."""
        self._items.clear()
        for event in events:
            item = QStandardItem(event.heading)
            item.setData(event, _EVENT)
            item.setData(event.spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._items.appendRow(item)
        self._fit()

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        heights = (self.sizeHintForRow(row) for row in range(self._items.rowCount()))
        self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + self._theme.px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._bring_into_view()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._items.rowCount():
            self.setCurrentIndex(self._items.index(0, 0))
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        up = self.parentWidget()
        while up is not None and not isinstance(up, Scrolled):
            up = up.parentWidget()
        if up is not None and self.currentIndex().isValid() and self.hasFocus():
            up.show_part(self, self.visualRect(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.pressed_space.emit(self.currentIndex().data(_EVENT))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_wanted.emit(index.data(_EVENT), event.globalPos() if by_mouse else below)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(_EVENT))


class _Events(QStyledItemDelegate):
    """Draws one event: a picture on the rail, what, who and when, and the note in full."""

    def __init__(self, theme: Theme, looks: CellLooks, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._looks, self._view = theme, looks, view

    def _height(self, font: str, text: str, width: int) -> int:
        if not text:
            return 0
        metrics = QFontMetrics(self._theme.font(font))
        return metrics.boundingRect(0, 0, width, _FAR, _WRAP, text).height()

    def _parts(self, event: Event, width: int) -> tuple[tuple[str, str, str, int], ...]:
        """Return font, colour, text and height of each part."""
        inside = width - self._theme.px(_RAIL + 10)
        parts = (("strong", "text", event.heading), ("small", "text3", event.who), ("body", "text2", event.note))
        return tuple((font, ink, text, self._height(font, text, inside)) for font, ink, text in parts)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._view.viewport().width()
        parts = self._parts(index.data(_EVENT), width)
        gaps = self._theme.px(2) * sum(bool(part[3]) for part in parts)
        return QSize(width, self._theme.px(_TOP + _BOTTOM) + sum(part[3] for part in parts) + gaps)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = cast("Any", option).rect  # Qt's type stubs leave the fields of options out
        event: Event = index.data(_EVENT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rail(painter, rect, index.row(), event)
        y = rect.top() + self._theme.px(_TOP)
        for font, ink, text, height in self._parts(event, rect.width()):
            painter.setFont(self._theme.font(font))
            painter.setPen(self._theme.colour(ink))
            left = rect.left() + self._theme.px(_RAIL)
            painter.drawText(QRect(left, y, rect.width() - self._theme.px(_RAIL + 10), height), _WRAP, text)
            y += height + (self._theme.px(2) if height else 0)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.setPen(QPen(self._theme.colour("focus"), self._theme.size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 5, 5)
        painter.restore()

    def _rail(self, painter: QPainter, rect: QRect, row: int, event: Event) -> None:
        px, colour = self._theme.px, self._theme.colour
        middle, top, dot = rect.left() + px(15), rect.top() + px(6), px(_DOT)
        painter.setPen(QPen(colour("line_strong"), 2))
        if row > 0:
            painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, top))
        if row < self._view.model().rowCount() - 1:
            painter.drawLine(QPointF(middle, top + dot), QPointF(middle, rect.bottom() + 1))
        family, icon = self._looks.event(event.register)
        painter.setPen(QPen(colour(f"{family}_line"), 1))
        painter.setBrush(colour(f"{family}_bg"))
        painter.drawEllipse(QRectF(middle - dot / 2, top, dot, dot))
        side = px(14)
        painter.drawPixmap(QPoint(middle - side // 2, top + (dot - side) // 2), self._theme.pixmap(icon, family, 14))
