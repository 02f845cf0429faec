"""Statements, built by SQLAlchemy once and run by the driver many times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import BindParameter, Select, Table, bindparam, insert, select, update
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.sql import ClauseElement

from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.tables import Tables

_DIALECT = dialect()
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Statement:
    """SQL text, and the names of its parameters in their order."""

    sql: str
    names: tuple[str, ...]


def built(element: ClauseElement) -> Statement:
    """Return a statement as the driver takes it."""
    compiled = element.compile(dialect=_DIALECT)
    return Statement(str(compiled), tuple(getattr(compiled, "positiontup", None) or ()))


def insert_into(table: Table) -> Statement:
    """Return the statement that inserts one whole row."""
    return built(insert(table))


class RegisterStatements:
    """What one register's records need to be read and written, each built once it is first needed."""

    def __init__(self, register: AnyRegister, tables: Tables) -> None:
        self.register = register
        self._table, self._changes = tables.current[register.key], tables.changes
        self.columns = tuple(column.name for column in self._table.columns)
        self._in_row = tuple((name, kind) for name, kind in register.fields.items() if kind.in_row)

    @cached_property
    def insert(self) -> Statement:
        """Insert a record's row."""
        return insert_into(self._table)

    @cached_property
    def update(self) -> Statement:
        """Update a record's row; its parameters are those of ``update_row``."""
        columns: dict[str, BindParameter[Any]] = {name: bindparam(f"v_{name}") for name in self.columns if name != "id"}
        return built(update(self._table).where(self._table.c.id == bindparam("v_id")).values(columns))

    @cached_property
    def by_id(self) -> Statement:
        """Read one record."""
        return built(self._whole.where(self._table.c.id == bindparam("id")))

    @cached_property
    def by_parent(self) -> Statement:
        """Read the children of a record in one state."""
        return built(self._children.order_by(self._table.c.seq))

    @cached_property
    def gone_with(self) -> Statement:
        """Read the children of a record that took its state in the same deed as a version of it."""
        parent = self._changes.alias()
        deed = select(parent.c.deed).where(
            parent.c.record == bindparam("record"), parent.c.version == bindparam("version")
        )
        same = self._children.where(self._changes.c.deed == deed.scalar_subquery())
        return built(same.order_by(self._table.c.seq))

    @property
    def _whole(self) -> Select[*tuple[Any, ...]]:
        table, changes = self._table, self._changes
        return select(
            table.c.id, table.c.version, table.c.created_by, table.c.created_at, table.c.changed_by,
            table.c.changed_at, changes.c.schema, changes.c.body,
        ).join(changes, changes.c.seq == table.c.seq)  # fmt: skip

    @property
    def _children(self) -> Select[*tuple[Any, ...]]:
        table = self._table
        return self._whole.where(table.c.parent == bindparam("parent"), table.c.state == bindparam("state"))

    def row(self, record: Record, seq: int) -> Row:
        """Return a record as its row of the current table, in the order of the table's columns."""
        meta = (
            record.id, record.reference, record.version, record.state.value, int(record.restricted), record.parent,
            record.created_by, record.created_at.isoformat() if record.created_at else "",
            record.changed_by, record.changed_at.isoformat() if record.changed_at else "", seq,
        )  # fmt: skip
        return (*meta, *(kind.to_column(getattr(record, name)) for name, kind in self._in_row))

    def update_row(self, row: Row) -> Row:
        """Return the parameters of the update from those of the insert: the id moves to the end."""
        return (*row[1:], row[0])
