"""Statements, built by SQLAlchemy once and run by the driver many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Table, bindparam, insert, select, update
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
    """What one register's records need to be read and written, built once."""

    def __init__(self, register: AnyRegister, tables: Tables) -> None:
        table = tables.current[register.key]
        self.register = register
        self.columns = tuple(column.name for column in table.columns)
        self._in_row = tuple((name, kind) for name, kind in register.fields.items() if kind.in_row)
        self.insert = insert_into(table)
        columns: dict[str, BindParameter[Any]] = {
            column.name: bindparam(f"v_{column.name}") for column in table.columns if column.name != "id"
        }
        self.update = built(update(table).where(table.c.id == bindparam("v_id")).values(columns))
        changes = tables.changes
        whole = select(
            table.c.id, table.c.version, table.c.created_by, table.c.created_at, table.c.changed_by,
            table.c.changed_at, changes.c.schema, changes.c.body,
        ).join(changes, changes.c.seq == table.c.seq)  # fmt: skip
        self.by_id = built(whole.where(table.c.id == bindparam("id")))
        children = whole.where(table.c.parent == bindparam("parent"), table.c.state == bindparam("state"))
        self.by_parent = built(children.order_by(table.c.seq))
        parent = changes.alias()
        deed = select(parent.c.deed).where(
            parent.c.record == bindparam("record"), parent.c.version == bindparam("version")
        )
        self.gone_with = built(children.where(changes.c.deed == deed.scalar_subquery()).order_by(table.c.seq))

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
