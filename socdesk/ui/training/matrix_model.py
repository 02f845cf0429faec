"""The matrix of people and courses as a table model: it holds the ordered ids and asks for rows a block at a time.

Statuses were reckoned with the board, in a job; a block's words come by a job too, and until then cells say "Loading".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from socdesk.desk.training.board import Board
from socdesk.desk.training.matrix import MatrixRow, matrix_rows
from socdesk.jobs import Job
from socdesk.registers.declared.training import Course
from socdesk.ui.records.block_feed import LOADING, BlockFeed, span
from socdesk.ui.work import Work

_TOP = QModelIndex()

Role = Qt.ItemDataRole
ROW_ROLE = Role.UserRole
_WORDS = frozenset({Role.DisplayRole, Role.AccessibleTextRole})
_ANSWERED = _WORDS | {Role.ToolTipRole, ROW_ROLE}

AnyIndex = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """Column 0 is the person, each other column a course. ``listed`` is sent when the ids asked for have come."""

    listed = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.courses: tuple[Course, ...] = ()
        self._heading = "Person"
        self._work = work
        self._ids: tuple[str, ...] = ()
        self._places: Mapping[str, int] = {}
        self._rows: dict[str, MatrixRow] = {}
        self._round = 0
        self._feed = BlockFeed(self)
        self._feed.needed.connect(self._fetch)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all people shown, in order."""
        return self._ids

    def row_of(self, person: str) -> int:
        """Return the row at which a person stands, or -1."""
        return self._places.get(person, -1)

    def row(self, number: int) -> MatrixRow | None:
        """Return a row that has come, or nothing."""
        return self._rows.get(self._ids[number]) if 0 <= number < len(self._ids) else None

    def ask(self, board: Board, kind: str, narrowed: str, text: str, heading: str) -> None:
        """Show other people; the rows change when the answer has come."""
        self._round += 1
        job = Job("Looking for people", lambda _progress: board.found(kind, narrowed, text))
        self._work.read(job, self, partial(self._take, self._round, board, kind, heading))

    def _take(self, number: int, board: Board, kind: str, heading: str, ids: tuple[str, ...]) -> None:
        if number != self._round:
            return
        courses = board.groups[kind].courses
        if (ids, courses, heading) != (self._ids, self.courses, self._heading):
            self.beginResetModel()
            self._ids, self.courses, self._heading = ids, courses, heading
            self._places = {each: row for row, each in enumerate(ids)}
            self._rows.clear()
            self.endResetModel()
        self.board = board
        self._feed.begin_again()
        self.listed.emit()

    def _fetch(self, block: int) -> None:
        job = Job("Loading people", partial(_read, self.board, self.courses, self._ids[span(block)]))
        self._work.read(job, self, partial(self._take_rows, self._round, block))

    def _take_rows(self, number: int, block: int, rows: tuple[MatrixRow, ...]) -> None:
        if number == self._round:
            self._rows |= {row.id: row for row in rows}
            self._feed.came(block)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self.courses) + 1

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in _ANSWERED:
            return None
        self._feed.want(index.row())
        row = self.row(index.row())
        if row is None:
            return LOADING if role in _WORDS else None
        if role == ROW_ROLE:
            return row
        return self._words(row, index.column(), role)

    def _words(self, row: MatrixRow, column: int, role: int) -> str:
        """Say the whole row at the name, and one status at each course: some listeners want the one, some both."""
        if column == 0:
            beside = f"{row.name}, {row.beside}" if row.beside else row.name
            return row.spoken if role == Role.AccessibleTextRole else beside if role == Role.ToolTipRole else row.name
        words = row.cells[column - 1].words
        return words if role == Role.DisplayRole else f"{self.courses[column - 1].title}: {words}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        known = orientation is Qt.Orientation.Horizontal and 0 <= section <= len(self.courses)
        if not known or role not in {Role.DisplayRole, Role.ToolTipRole}:
            return None
        return self.courses[section - 1].title if section else self._heading


def _read(
    board: Board | None, courses: tuple[Course, ...], ids: tuple[str, ...], _progress: object
) -> tuple[MatrixRow, ...]:
    return matrix_rows(board, courses, ids) if board else ()
