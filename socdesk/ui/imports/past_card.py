"""The imports made so far: each can be undone from here at any later time (story 23)."""

from __future__ import annotations

from PySide6.QtCore import Signal

from socdesk.desk.imports.past_imports import PastImport
from socdesk.ui.imports.list_jobs import past_job
from socdesk.ui.page import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.plain_table import PlainTable

_COLUMNS = (("Import", 84), ("When", 160), ("Who", 0), ("List", 170), ("Rows", 150), ("File", 110), ("State", 96))
_LIST, _FILE = 3, 5
_SHOWN = 6


class PastCard(Card):
    """``undo_wanted`` is sent with the import that shall be undone."""

    undo_wanted = Signal(object)

    def __init__(self, room: Room) -> None:
        self.undo = button(room.theme, "Undo this import", self._undo, icon="history")
        super().__init__(
            room.theme,
            "Imports made so far",
            hint="An import can be undone at any later time. The newest is first.",
            beside=self.undo,
        )
        self._room = room
        self.imports: tuple[PastImport, ...] = ()
        self.table = PlainTable(room.theme, "Imports made so far", _COLUMNS)
        self._none = label("None yet.", "small")
        self.column.addWidget(self._none)
        self.column.addWidget(self.table)
        follow(room.theme, self, self._fit_table)
        self.show_imports(())

    def load(self) -> None:
        """Read the imports afresh."""
        self._room.work.read(past_job(self._room.desk), self, self.show_imports)

    def show_imports(self, imports: tuple[PastImport, ...]) -> None:
        """Show other imports; the one in focus keeps its place."""
        at = max(self.table.currentIndex().row(), 0)
        self.imports = imports
        self.table.show_rows(tuple(_cells(each) for each in imports))
        model = self.table.model()
        self.table.setCurrentIndex(model.index(min(at, len(imports) - 1), 0))
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self._none.setVisible(not imports)
        self.table.setVisible(bool(imports))
        self.undo.setVisible(bool(imports))
        self._fit_table()
        self._chosen()

    def fit(self, breadth: Breadth) -> None:
        """Leave out what there is no room for."""
        self.table.setColumnHidden(_FILE, breadth < Breadth.TIGHT)
        self.table.setColumnHidden(_LIST, breadth < Breadth.TIGHT)

    def _fit_table(self) -> None:
        row, header = self._room.theme.size("row_compact"), self._room.theme.size("header")
        self.table.setFixedHeight(header + row * min(max(len(self.imports), 1), _SHOWN) + 4)

    def _current(self) -> PastImport | None:
        row = self.table.currentIndex().row()
        return self.imports[row] if 0 <= row < len(self.imports) else None

    def _chosen(self) -> None:
        current = self._current()
        self.undo.setEnabled(current is not None and current.stands)
        self.undo.setAccessibleName(f"Undo import {current.reference}" if current else "Undo this import")

    def _undo(self) -> None:
        current = self._current()
        if current is not None and current.stands:
            self.undo_wanted.emit(current)


def _cells(each: PastImport) -> tuple[str, ...]:
    state = "In" if each.stands else "Undone"
    return each.reference, each.when, each.who, each.kind, each.rows, each.file, state
