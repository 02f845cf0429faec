"""Any register as a table model: it holds the ordered ids and asks for rows a block at a time (architecture.md, 4).

Painting never waits: a cell says "Loading" until its block has come. Rows that were there stay until newer ones come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from socdesk.desk.desk import Desk
from socdesk.desk.lists.asking import Asked, first_ids, ids_of
from socdesk.desk.lists.rows import ListColumn, ListRow, Notes, list_columns, no_notes, rows_of
from socdesk.jobs import Job
from socdesk.registers.register import AnyRegister
from socdesk.ui.records.block_feed import BLOCK, LOADING, BlockFeed, span
from socdesk.ui.work import Work

_EMPTY = "empty"
_TOP = QModelIndex()

Role = Qt.ItemDataRole
ROW_ROLE = Role.UserRole
CELL_ROLE = Role.UserRole + 1
COLUMN_ROLE = Role.UserRole + 2

_WORDS = frozenset({Role.DisplayRole, Role.AccessibleTextRole})
_ANSWERED = _WORDS | {Role.ToolTipRole, ROW_ROLE, CELL_ROLE}

AnyIndex = QModelIndex | QPersistentModelIndex


class RegisterModel(QAbstractTableModel):
    """``listed`` is sent when the ids of what was asked have come; ``failed`` with what went wrong.

    ``begun`` is sent when the first rows stand there and the rest is still to come.
    """

    begun = Signal()
    listed = Signal()
    failed = Signal(object)

    def __init__(
        self, desk: Desk, work: Work, register: AnyRegister, *, notes: Notes = no_notes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.register = register
        self.columns: tuple[ListColumn, ...] = list_columns(register)
        self.asked = Asked()
        self.shown: frozenset[str] = frozenset()
        self._desk, self._work, self._notes = desk, work, notes
        self._ids: tuple[str, ...] = ()
        self._places: Mapping[str, int] = {}
        self._rows: dict[str, ListRow] = {}
        self._round = self._rows_round = 0
        self._feed = BlockFeed(self)
        self._feed.needed.connect(self._fetch)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all rows, in order."""
        return self._ids

    def row_of(self, record: str) -> int:
        """Return the row at which a record stands, or -1."""
        return self._places.get(record, -1)

    def row(self, number: int) -> ListRow | None:
        """Return a row that has come, or nothing."""
        return self._rows.get(self._ids[number]) if 0 <= number < len(self._ids) else None

    def ask(self, asked: Asked) -> None:
        """Show something else; the rows change when the answer has come."""
        self.asked = asked
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown, ids and rows; where nothing is yet, the first rows come before the rest."""
        self._round += 1
        if self._ids:
            self._ask_for_ids()
            return
        job = Job(f"Loading {self.register.plural}", partial(self._read_first, self.asked, self.shown))
        self._work.read(job, self, partial(self._take_first, self._round), failed=self.failed.emit)

    def _read_first(self, asked: Asked, shown: frozenset[str], progress: object) -> tuple[ListRow, ...]:
        return self._read(first_ids(self._desk, self.register, asked, BLOCK), shown, progress)

    def _take_first(self, number: int, rows: tuple[ListRow, ...]) -> None:
        if number != self._round:
            return
        if rows:
            self._rows |= {row.id: row for row in rows}
            self._stand(tuple(row.id for row in rows))
            self._feed.hold(0)
            self.begun.emit()
        self._ask_for_ids()

    def _ask_for_ids(self) -> None:
        desk, register, asked = self._desk, self.register, self.asked
        job = Job(f"Loading {register.plural}", lambda _progress: ids_of(desk, register, asked))
        self._work.read(job, self, partial(self._take_ids, self._round), failed=self.failed.emit)

    def show_masked(self, records: frozenset[str]) -> None:
        """Show these restricted records in clear, and no others."""
        self.shown = records
        self._ask_for_rows_again()

    def _take_ids(self, number: int, ids: tuple[str, ...]) -> None:
        if number != self._round:
            return
        if ids != self._ids:
            self._stand(ids)
        self._ask_for_rows_again()
        self.listed.emit()

    def _stand(self, ids: tuple[str, ...]) -> None:
        self.beginResetModel()
        self._ids = ids
        self._places = {each: row for row, each in enumerate(ids)}
        self.endResetModel()

    def _ask_for_rows_again(self) -> None:
        """Let every row that is looked at be fetched afresh; what stands stays until then."""
        self._rows_round += 1
        self._feed.begin_again()

    def _fetch(self, block: int) -> None:
        job = Job(f"Loading {self.register.plural}", partial(self._read, self._ids[span(block)], self.shown))
        self._work.read(job, self, partial(self._take_rows, self._rows_round, block), failed=self.failed.emit)

    def _read(self, ids: tuple[str, ...], shown: frozenset[str], _progress: object) -> tuple[ListRow, ...]:
        return rows_of(self._desk, self.register, ids, shown=shown, notes=self._notes)

    def _take_rows(self, number: int, block: int, rows: tuple[ListRow, ...]) -> None:
        if number == self._rows_round:
            self._rows |= {row.id: row for row in rows}
            self._feed.came(block)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == COLUMN_ROLE:
            return column
        if role not in _ANSWERED:
            return None
        self._feed.want(index.row())
        row = self.row(index.row())
        if row is None:
            return LOADING if role in _WORDS else None
        return _answer(role, row, column, index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.label
        if role == Role.AccessibleTextRole:
            return f"{column.label}, {self._sorted_words(column.name)}".removesuffix(", ")
        return None

    def _sorted_words(self, name: str) -> str:
        return {name: "sorted upwards", f"-{name}": "sorted downwards"}.get(self.asked.order, "")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the list in the order of a column; of -1 in the register's own."""
        name = self.columns[column].name if column >= 0 else ""
        if name and not self.columns[column].sortable:
            return
        turned = "-" if name and order is Qt.SortOrder.DescendingOrder else ""
        self.ask(replace(self.asked, order=turned + name))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)


def _answer(role: int, row: ListRow, column: ListColumn, number: int) -> object:
    if role == ROW_ROLE:
        return row
    if role == CELL_ROLE:
        return row.cells[number]
    return _spoken(row, column, number) if role == Role.AccessibleTextRole else row.cells[number].text


def _spoken(row: ListRow, column: ListColumn, number: int) -> str:
    """Say the whole row at the first column, and one value at the others: some listeners want the one, some both."""
    if number == 0:
        return row.spoken
    cell = row.cells[number]
    return f"{column.label}: {cell.text or _EMPTY}{', ' + cell.below if cell.below else ''}"
