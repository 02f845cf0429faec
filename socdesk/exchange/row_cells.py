"""The cells of one row by field, gathering what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.days import read_day
from socdesk.exchange.list_kinds import list_shape
from socdesk.exchange.person_names import PersonName, read_full_name, read_name_parts
from socdesk.exchange.sheet import Cell, Row, tidy

Value = TypeVar("Value")

_LONGEST_TEXT = 300


class CellProblem(NamedTuple):
    """Why a cell cannot be read: its heading, the reason, and the place of its column, None where it has none."""

    heading: str
    reason: str
    at: int | None


class RowCells:
    """One row seen through a column match; ``problems`` are kept as they are met."""

    def __init__(self, match: ColumnMatch, cells: Row) -> None:
        self._match = match
        self._cells = cells
        self.problems: list[CellProblem] = []

    def cell(self, target: str) -> Cell:
        """Return the cell of a field, None where it has no column."""
        at = self._match.column_of(target)
        return self._cells[at] if at is not None and at < len(self._cells) else None

    def label(self, target: str) -> str:
        """Return the heading of a field's column as the file has it, or the field's own label."""
        at = self._match.column_of(target)
        own = list_shape(self._match.kind).target(target).label
        return own if at is None else self._match.header[at] or own

    def refuse(self, target: str, reason: str) -> None:
        """Note that a field cannot be read."""
        self.problems.append(CellProblem(self.label(target), reason, self._match.column_of(target)))

    def read(self, target: str, reader: Callable[[Cell], Value | Unreadable]) -> Value | None:
        """Return what a reader makes of a field, None after noting why it cannot."""
        value = reader(self.cell(target))
        if isinstance(value, Unreadable):
            self.refuse(target, value.reason)
            return None
        return value

    def text(self, target: str) -> str:
        """Return a field as one line of text, "" where it is empty."""
        text = tidy(self.cell(target))
        if len(text) > _LONGEST_TEXT:
            self.refuse(target, f"This is longer than {_LONGEST_TEXT} characters.")
        return text

    def day(self, target: str) -> date | None:
        """Return a field as a day."""
        return self.read(target, read_day)

    def needed(self, target: str, value: Value | None) -> Value | None:
        """Return a value, noting that it is missing, unless the cell was found unreadable or there is no column.

        Which columns a list cannot do without is data: ``required`` in resources/exchange.
        """
        has_column = self._match.column_of(target) is not None
        if has_column and not value and all(problem.heading != self.label(target) for problem in self.problems):
            self.refuse(target, "This is missing.")
        return value

    def name(self) -> PersonName:
        """Return the name, from its own columns where the row has a surname, else from the full name."""
        parts = bool(tidy(self.cell("surname"))) or self._match.column_of("full_name") is None
        if parts:
            name = read_name_parts(self.cell("surname"), self.cell("forename"), self.cell("title"))
        else:
            name = read_full_name(self.cell("full_name"))
        if isinstance(name, Unreadable):
            self.refuse("surname" if parts else "full_name", name.reason)
            return PersonName("")
        return name

    def in_order(self, earlier: tuple[str, date | None], later: tuple[str, date | None]) -> None:
        """Note it when the later of two days comes before the earlier."""
        if earlier[1] and later[1] and later[1] < earlier[1]:
            self.refuse(later[0], f"This day is before \u201c{self.label(earlier[0])}\u201d.")
