"""The rows of a list in words: what stands in each cell, and what a screen reader says of the whole row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk
from socdesk.desk.lists.asking import is_sortable
from socdesk.desk.lists.tombstones import tombstone, tombstone_column
from socdesk.desk.table_data import columns_of
from socdesk.desk.words import DeskWords
from socdesk.registers.fields import Audience, Field
from socdesk.registers.register import AnyRegister, Record
from socdesk.registers.text_fields import Choice

HIDDEN = "Restricted"
"""What a masked cell says instead of its text (ux.md 7, 21)."""


@dataclass(frozen=True)
class ListColumn:
    """One column: the field's name, its heading, the vocabulary of its codes, and whether the list sorts by it."""

    name: str
    label: str
    vocabulary: str
    sortable: bool


@dataclass(frozen=True)
class Cell:
    """One value in words; ``code`` is the code behind it; ``below`` a second, smaller line, red when ``pressing``."""

    text: str
    code: str = ""
    below: str = ""
    pressing: bool = False


@dataclass(frozen=True)
class ListRow:
    """One record: a cell for each column, and all of it as a screen reader says it."""

    id: str
    reference: str
    restricted: bool
    masked: bool
    cells: tuple[Cell, ...]
    spoken: str


Cells = Mapping[tuple[str, str], Cell]
"""Cells that say more than their field does, by record id and column."""

Notes = Callable[[Desk, tuple[Record, ...]], Cells]
"""Looks up, for one block of records, the cells that say more than their field does."""


def no_notes(desk: Desk, records: tuple[Record, ...]) -> Cells:
    """Add nothing."""
    del desk, records
    return {}


def list_columns(register: AnyRegister) -> tuple[ListColumn, ...]:
    """Return the columns of a register's list: its reference and the fields declared for lists."""
    found: list[ListColumn] = []
    for column in columns_of(register):
        kind = register.fields.get(column.name)
        vocabulary = kind.vocabulary if isinstance(kind, Choice) else ""
        found.append(ListColumn(column.name, column.label, vocabulary, is_sortable(register, column.name)))
    return tuple(found)


def rows_of(
    desk: Desk,
    register: AnyRegister,
    ids: Iterable[str],
    *,
    shown: frozenset[str] = frozenset(),
    notes: Notes = no_notes,
) -> tuple[ListRow, ...]:
    """Return the rows of some records, in the order of their ids; of one that is gone there is no row.

    A restricted record is masked unless its id is among ``shown``.
    """
    records = cast("tuple[Record, ...]", desk.read.block(register, ids))
    masked = frozenset(record.id for record in records if record.restricted) - shown
    noted = {**notes(desk, records), **_tombstones(desk, register, records)}
    return rows_of_records(desk, register, records, masked=masked, noted=noted)


def _tombstones(desk: Desk, register: AnyRegister, records: tuple[Record, ...]) -> Cells:
    name = tombstone_column(register)
    voided = ((each, words) for each in records if name and (words := tombstone(desk, each)))
    return {(each.id, name): Cell(str(getattr(each, name)), below=words, pressing=True) for each, words in voided}


def rows_of_records(
    desk: Desk,
    register: AnyRegister,
    records: tuple[Record, ...],
    *,
    masked: frozenset[str],
    noted: Cells | None = None,
) -> tuple[ListRow, ...]:
    """Return the rows of these records; ``masked`` are the ids of those whose close answers stay hidden."""
    maker = _RowMaker(register, list_columns(register), DeskWords(desk), noted or {})
    return tuple(maker.row(record, masked=record.id in masked) for record in records)


@dataclass(frozen=True)
class _RowMaker:
    register: AnyRegister
    columns: tuple[ListColumn, ...]
    words: DeskWords
    noted: Cells

    def row(self, record: Record, *, masked: bool) -> ListRow:
        cells = (Cell(record.reference), *(self._cell(record, each.name, masked=masked) for each in self.columns[1:]))
        return ListRow(record.id, record.reference, record.restricted, masked, cells, _spoken(self.columns, cells))

    def _cell(self, record: Record, name: str, *, masked: bool) -> Cell:
        kind, value = self.register.fields[name], getattr(record, name)
        if masked and kind.audience >= Audience.RESTRICTED:
            return Cell(HIDDEN)
        return self.noted.get((record.id, name)) or _plain_cell(kind, value, self.words)


def _plain_cell(kind: Field[Any], value: Any, words: DeskWords) -> Cell:
    if isinstance(value, datetime):
        local = value.astimezone(LONDON)
        return Cell(day_in_table(local.date()), below=f"{local:%H:%M}")
    return Cell(short_words(kind, value, words), value if isinstance(kind, Choice) else "")


def short_words(kind: Field[Any], value: Any, words: DeskWords) -> str:
    """Return a value in words as tables have it: days short, the rest in full."""
    if isinstance(value, datetime):
        local = value.astimezone(LONDON)
        return f"{day_in_table(local.date())}, {local:%H:%M}"
    if isinstance(value, date):
        return day_in_table(value)
    return kind.show(value, words)


def _spoken(columns: tuple[ListColumn, ...], cells: tuple[Cell, ...]) -> str:
    """Say reference and values in the order of the columns; say nothing of what is empty."""
    said = [cells[0].text]
    for column, cell in zip(columns[1:], cells[1:], strict=True):
        if cell.text:
            said.append(f"{column.label}: {cell.text}{', ' + cell.below if cell.below else ''}")
    return ", ".join(said)
