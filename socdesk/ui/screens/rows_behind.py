"""The rows behind a figure: which records it counts. Opening one goes to its own page, where that is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from socdesk.commands.places import Spot, place_of_register
from socdesk.jobs import Job, Progress
from socdesk.ui.page import Page
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from socdesk.desk.rows_behind import Row

_ID = Qt.ItemDataRole.UserRole


def spot_of_rows(register: str, ids: tuple[str, ...], words: str) -> Spot:
    """Return the spot that shows these records, on their own page if that is built."""
    place = place_of_register(register)
    if place is not None and place.key != "today":
        return Spot(place.key, view="ids:" + ",".join(ids))
    return Spot("rows", view="\n".join((register, words, *ids)))


class RowsBehindPage(Page):
    """A plain table of reference, title and state."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "What is counted")
        self._register = ""
        self.buttons.addWidget(button(room.theme, "Back", lambda: room.shell.step(-1), hint="Back (Alt+Left)"))
        self.table = _table(room)
        self.table.activated.connect(self._open)
        self._empty = EmptyState(room.theme, "Nothing is counted here", "The figure is 0.")
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
        register, words, *ids = spot.view.split("\n")
        self._register = register
        self.heading.setText(words[:1].upper() + words[1:])
        self.summary.setText("Loading")
        desk = self.room.desk

        def work(_progress: Progress) -> tuple[Row, ...]:
            from socdesk.desk.rows_behind import rows_behind  # noqa: PLC0415  first paint needs none of it

            return rows_behind(desk, register, tuple(ids))

        self.room.work.read(Job("Loading", work), self, self._show)

    def _show(self, rows: tuple[Row, ...]) -> None:
        self.summary.setText("1 record" if len(rows) == 1 else f"{len(rows):,} records")
        self.room.announcer.say(f"{self.heading.text()}: {self.summary.text()}")
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        model = QStandardItemModel(0, 2, self.table)
        model.setHorizontalHeaderLabels(["Reference", "Record"])
        for row in rows:
            cells = [QStandardItem(row.reference or "None"), QStandardItem(row.title)]
            cells[0].setData(row.record, _ID)
            cells[0].setAccessibleText(f"{row.reference}, {row.title}")
            for cell in cells:
                cell.setEditable(False)
            model.appendRow(cells)
        self.table.setModel(model)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, self.room.theme.px(180))
        self.table.setCurrentIndex(model.index(0, 0))
        if self.isVisible():
            self.table.setFocus()

    def _open(self, index: QModelIndex) -> None:
        place = place_of_register(self._register)
        if place is not None and place.key != "today":
            self.room.shell.go(Spot(place.key, record=str(index.siblingAtColumn(0).data(_ID))))


def _table(room: Room) -> QTableView:
    table = QTableView()
    table.setProperty("look", "flush")
    table.setAccessibleName("What is counted")
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    follow(room.theme, table, lambda: table.verticalHeader().setDefaultSectionSize(room.theme.size("row_compact")))
    return table
