"""The columns of a list: which are shown and in which order. What is changed here is seen at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.ui.records.register_table import RegisterTable
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.over_window import place_over
from socdesk.ui.widgets.tick_rows import TickRows

_UP, _DOWN = -1, 1


class ColumnsDialog(QDialog):
    """Space shows or hides a column, Alt+Up and Alt+Down move it; ``put_back`` shows those of the first time."""

    def __init__(self, window: QWidget, room: Room, table: RegisterTable, put_back: Callable[[], object]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Columns")
        self._room, self._table, self._put_back = room, table, put_back
        column = QVBoxLayout(self)
        spaced(column, room.theme, margins=(20, 16, 20, 16), spacing=12)
        column.addWidget(Heading("Columns", "subtitle"))
        column.addWidget(label("Space shows or hides a column. Alt+Up and Alt+Down move it.", "small", wrap=True))
        row = QHBoxLayout()
        spaced(row, room.theme, spacing=12)
        self.rows = TickRows(room.theme, "Columns")
        row.addWidget(self.rows, 1)
        row.addLayout(self._deeds())
        column.addLayout(row, 1)
        self._fill()
        self.rows.ticked.connect(self._apply)
        self.rows.moved.connect(self._move)
        place_over(self, window, room.theme, width=480, height=520)
        self.rows.setFocus()

    def _deeds(self) -> QVBoxLayout:
        theme = self._room.theme
        deeds = QVBoxLayout()
        spaced(deeds, theme, spacing=8)
        self.up = button(theme, "Move up", lambda: self._move(_UP), icon="chevron-up", hint="Alt+Up")
        self.down = button(theme, "Move down", lambda: self._move(_DOWN), icon="chevron-down", hint="Alt+Down")
        self.reset = button(theme, "Reset columns", self._reset)
        self.close_button = button(theme, "Close", self.accept, look="primary", hint="Esc")
        for each in (self.up, self.down, self.reset):
            deeds.addWidget(each)
        deeds.addStretch(1)
        deeds.addWidget(self.close_button)
        return deeds

    def _fill(self) -> None:
        self.rows.show_rows(self._table.column_states())

    def _apply(self) -> None:
        self._table.show_columns(self.rows.chosen, self.rows.keys)
        self._fill()

    def _move(self, step: int) -> None:
        row, keys = self.rows.currentRow(), list(self.rows.keys)
        place = row + step
        if row < 1 or not 1 <= place < len(keys):
            self._room.announcer.say("It cannot be moved further. The reference stays first")
            return
        keys.insert(place, keys.pop(row))
        self._table.show_columns(self.rows.chosen, keys)
        self._fill()
        self.rows.setCurrentRow(place)
        self._room.announcer.say(f"{self.rows.item(place).text()}, now {place + 1} of {len(keys)}")

    def _reset(self) -> None:
        self._put_back()
        self._fill()
        self._room.announcer.say("The columns are as they were at first")
