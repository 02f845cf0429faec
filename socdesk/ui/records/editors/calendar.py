"""A calendar under a line for a day: Alt+Down shows it, Enter takes the day, Esc puts it away. Nobody has to use it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout

DayOf = Callable[[str], date | None]


class CalendarKey(QObject):
    """Belongs to a line. ``day_of`` reads what stands there; ``take`` is given the day that was chosen."""

    def __init__(self, line: QLineEdit, day_of: DayOf, take: Callable[[date], object]) -> None:
        super().__init__(line)
        self._line, self._day_of, self._take = line, day_of, take
        self.popup: QFrame | None = None
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _asks(event):
            self.show()
            return True
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Show the calendar under the line, on the day that stands there or on today."""
        popup = QFrame(self._line, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("look", "dialog")
        popup.setAccessibleName("Calendar")
        calendar = QCalendarWidget()
        calendar.setAccessibleName("Calendar")
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        with contextlib.suppress(ValueError):
            if day := self._day_of(self._line.text()):
                calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        calendar.activated.connect(self._chosen)
        calendar.clicked.connect(self._chosen)
        self.popup = popup
        popup.destroyed.connect(self._gone)
        popup.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _gone(self) -> None:
        self.popup = None

    def _chosen(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))
        if self.popup is not None:
            self.popup.close()
        self._line.setFocus()


def _asks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Down and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
