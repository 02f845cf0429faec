"""Any register as a table for the eye: headings, and each row's values in words."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.desk.desk import Desk
from socdesk.desk.words import DeskWords
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.record_store import Query

REFERENCE = "reference"


@dataclass(frozen=True)
class Column:
    """One column: the field's name, its heading."""

    name: str
    label: str


@dataclass(frozen=True)
class TableRow:
    """One record: its id, and its values in words, one for each column."""

    record: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class TableData:
    """What a list shows."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


def columns_of(register: AnyRegister) -> tuple[Column, ...]:
    """Return the reference and the fields that are declared for lists."""
    fields = (Column(name, kind.label) for name, kind in register.fields.items() if kind.in_list)
    return (Column(REFERENCE, "Reference"), *fields)


def table_data(desk: Desk, register: AnyRegister, query: Query) -> TableData:
    """Return a page of a register as its officer may see it."""
    columns, words = columns_of(register), DeskWords(desk)
    records: tuple[Record, ...] = desk.read.page(register, query)
    rows = (TableRow(record.id, _cells(register, record, columns, words)) for record in records)
    return TableData(columns, tuple(rows))


def _cells(register: AnyRegister, record: Record, columns: tuple[Column, ...], words: DeskWords) -> tuple[str, ...]:
    fields = (register.fields[column.name] for column in columns[1:])
    values = (getattr(record, column.name) for column in columns[1:])
    return (record.reference, *(kind.show(value, words) for kind, value in zip(fields, values, strict=True)))
