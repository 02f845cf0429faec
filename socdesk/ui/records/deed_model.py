"""The deeds of a desk as a table model: it holds their numbers, newest first, and asks for rows a block at a time."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from socdesk.desk.deeds_done import DeedsAsked, DoneRow, deeds_done, done_rows
from socdesk.desk.desk import Desk
from socdesk.jobs import Job
from socdesk.ui.records.block_feed import LOADING, BlockFeed, span
from socdesk.ui.work import Work

HEADINGS = ("When", "What was done", "Who", "Records", "State")
_TOP = QModelIndex()
_WORDS = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}

AnyIndex = QModelIndex | QPersistentModelIndex


class DeedModel(QAbstractTableModel):
    """``listed`` is sent when the numbers of what was asked have come; ``failed`` with what went wrong."""

    listed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked = DeedsAsked()
        self.numbers: tuple[int, ...] = ()
        self._desk, self._work = desk, work
        self._rows: dict[int, DoneRow] = {}
        self._round = 0
        self._feed = BlockFeed(self)
        self._feed.needed.connect(self._fetch)

    def ask(self, asked: DeedsAsked) -> None:
        """Show other deeds, or the same afresh; what is seen stays until they have come."""
        self.asked = asked
        self._round += 1
        desk = self._desk
        job = Job("Looking for deeds", lambda _progress: deeds_done(desk, asked))
        self._work.read(job, self, partial(self._take_numbers, self._round), failed=self.failed.emit)

    def _take_numbers(self, number: int, numbers: tuple[int, ...]) -> None:
        if number != self._round:
            return
        self.beginResetModel()
        self.numbers = numbers
        self._rows.clear()
        self._feed.forget()
        self.endResetModel()
        self.listed.emit()

    def row(self, number: int) -> DoneRow | None:
        """Return a row that has come, or nothing."""
        return self._rows.get(self.numbers[number]) if 0 <= number < len(self.numbers) else None

    def _fetch(self, block: int) -> None:
        desk, numbers = self._desk, self.numbers[span(block)]
        job = Job("Loading deeds", lambda _progress: done_rows(desk, numbers))
        self._work.read(job, self, partial(self._take_rows, self._round, block), failed=self.failed.emit)

    def _take_rows(self, number: int, block: int, rows: tuple[DoneRow, ...]) -> None:
        if number == self._round:
            self._rows |= {row.number: row for row in rows}
            self._feed.came(block)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _WORDS:
            return None
        self._feed.want(index.row())
        row = self.row(index.row())
        if row is None:
            return LOADING
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, index.column())
        return row.cells[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section] if 0 <= section < len(HEADINGS) else None
        return None


def _spoken(row: DoneRow, column: int) -> str:
    if column:
        return f"{HEADINGS[column]}: {row.cells[column] or 'stands'}"
    records = "1 record" if row.records == 1 else f"{row.records:,} records"
    return ", ".join(part for part in (row.when, row.cells[1], row.who, records, row.state) if part)
