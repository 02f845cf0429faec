"""The papers made so far, as a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.papers.list_of_papers import PaperRow
from socdesk.ui.page import Breadth
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.empty_state import EmptyState
from socdesk.ui.widgets.plain_table import PlainTable

_COLUMNS = (
    ("Reference", 120),
    ("Paper", 0),
    ("Meeting", 106),
    ("Figures as at", 112),
    ("Layout", 120),
    ("State", 174),
    ("When", 108),
    ("By", 132),
    ("SHA-256", 122),
)
_HIDDEN = {
    Breadth.SLIM: {"By"},
    Breadth.TIGHT: {"By", "When", "SHA-256"},
    Breadth.NARROW: {"Layout", "By", "When", "SHA-256", "Figures as at"},
}


class PaperList(QWidget):
    """``opened`` is sent with a paper's id; ``wanted`` when one is to be made."""

    opened = Signal(str)
    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._rows: tuple[PaperRow, ...] = ()
        self._breadth = Breadth.FULL
        column = QVBoxLayout(self)
        spaced(column, theme)
        self.table = PlainTable(theme, "Papers", _COLUMNS)
        self.table.activated.connect(self._open)
        self.empty = EmptyState(
            theme,
            "No papers yet",
            "A paper is drafted from the records as at a day. You edit its words, check it for leaks and save it.",
            offer="Make a paper",
            do=self.wanted.emit,
        )
        self.empty.hide()
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)

    def show_rows(self, rows: tuple[PaperRow, ...]) -> None:
        """Show other papers; the one that was current stays so."""
        at = self.table.currentIndex().row()
        current = self._rows[at].id if 0 <= at < len(self._rows) else ""
        self._rows = rows
        self.table.show_rows(
            tuple(
                (row.reference, row.kind, row.meeting, row.as_at, row.layout, row.state, row.when, row.by, row.seal)
                for row in rows
            )
        )
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._hide_columns()
        self.choose(current)

    def choose(self, paper: str) -> None:
        """Make a paper the current row, if it is there."""
        at = next((n for n, row in enumerate(self._rows) if row.id == paper), -1)
        if at >= 0:
            self.table.setCurrentIndex(self.table.model().index(at, 0))

    def fit(self, breadth: Breadth) -> None:
        """Show as many columns as there is room for."""
        self._breadth = breadth
        self._hide_columns()

    def _hide_columns(self) -> None:
        hidden = _HIDDEN.get(self._breadth, set())
        for column, (heading, _width) in enumerate(_COLUMNS):
            self.table.setColumnHidden(column, heading in hidden)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows[index.row()].id)
