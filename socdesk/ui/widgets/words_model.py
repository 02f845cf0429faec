"""A table of words, held whole and made in no time: a thousand rows of an import, keys of the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_TOP = QModelIndex()
_WORDS = frozenset({Role.DisplayRole, Role.ToolTipRole})


class WordsModel(QAbstractTableModel):
    """Rows of texts under headings. The first cell of each row speaks the whole row."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings, self._rows = tuple(headings), tuple(rows)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in _WORDS:
            return row[index.column()]
        if role == Role.AccessibleTextRole:
            return self._spoken(row, index.column())
        return None

    def _spoken(self, row: Sequence[str], column: int) -> str:
        if column == 0:
            return ", ".join(text for text in row if text)
        return f"{self._headings[column]}: {row[column] or 'empty'}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole and section < len(self._headings):
            return self._headings[section]
        return None
