"""The rows behind a figure: which records it counts. Opening one goes to its own page, where that is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.commands.places import PLACES, Spot, place_of_register
from socdesk.jobs import Job, Progress
from socdesk.ui.page import Page
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.empty_state import EmptyState
from socdesk.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from socdesk.desk.rows_behind import Row

Rows = tuple[tuple[str, str], ...]
"""The keys of registers and the ids of records in them."""


def spot_of_rows(rows: Rows, words: str, *, view: str = "") -> Spot:
    """Return the spot that shows these records.

    That is their page's own view where the page is built and has one, the one record where there is one, their page
    narrowed to them where it can show any, or else the plain list.
    """
    for place in PLACES:
        if view and view in place.views:
            return Spot(place.key, view=view)
    place = place_of_register(rows[0][0]) if len(rows) == 1 else None
    if place is not None:
        return Spot(place.key, record=rows[0][1])
    registers = {register for register, _record in rows}
    place = place_of_register(registers.pop()) if len(registers) == 1 else None
    if place is not None and place.lists_rows:
        return Spot(place.key, view="ids:" + ",".join(record for _register, record in rows))
    return Spot("rows", view="\n".join((words, *(f"{register} {record}" for register, record in rows))))


class RowsBehindPage(Page):
    """A plain table of reference and title."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "What is counted")
        self._rows: tuple[Row, ...] = ()
        self.buttons.addWidget(button(room.theme, "Back", lambda: room.shell.step(-1), hint="Back (Alt+Left)"))
        self.table = PlainTable(room.theme, "What is counted", (("Reference", 200), ("Record", 0)))
        self.table.activated.connect(self._open)
        self._empty = EmptyState(room.theme, "Nothing is counted here", "The figure is 0.")
        self._empty.hide()
        holder = QWidget()
        holder.setProperty("look", "inside")
        column = QVBoxLayout(holder)
        spaced(column, room.theme)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        self.body.addWidget(holder)

    def regions(self) -> tuple[QWidget, ...]:
        return (self.table,)

    def arrive(self, spot: Spot) -> None:
        words, *lines = spot.view.split("\n")
        self.heading.setText(words[:1].upper() + words[1:])
        self.summary.setText("Loading")
        wanted = tuple((register, record) for register, _, record in (line.partition(" ") for line in lines))
        desk = self.room.desk

        def work(_progress: Progress) -> tuple[Row, ...]:
            from socdesk.desk.rows_behind import rows_behind  # noqa: PLC0415  first paint needs none of it

            return rows_behind(desk, wanted)

        self.room.work.read(Job("Loading", work), self, self._show)

    def _show(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self.summary.setText("1 record" if len(rows) == 1 else f"{len(rows):,} records")
        self.room.announcer.say(f"{self.heading.text()}: {self.summary.text()}")
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.table.show_rows(tuple((row.reference, row.title) for row in rows))
        if self.isVisible():
            self.table.setFocus()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows[index.row()]
        place = place_of_register(row.register)
        if place is not None:
            self.room.shell.go(Spot(place.key, record=row.record))
