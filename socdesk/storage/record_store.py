"""Current records: one, pages of many, children, counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, Table, func, select

from socdesk.registers.fields import Scalar
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.rows import record_of
from socdesk.storage.tables import Tables, order_column


@dataclass(frozen=True, kw_only=True)
class Query:
    """Which records of a register, in which order.

    ``equal`` compares columns with scalars as ``Field.to_column`` makes them, ``among`` with several; ``order`` names
    fields, a minus before one turns it round; ``between`` holds the first value of a span and the first after it;
    ``without`` holds ids that the asker may not see.
    """

    states: tuple[State, ...] = (State.LIVE,)
    equal: Mapping[str, Scalar] = field(default_factory=dict[str, Scalar])
    among: Mapping[str, tuple[Scalar, ...]] = field(default_factory=dict[str, tuple[Scalar, ...]])
    between: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    parents: tuple[str, ...] | None = None
    order: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    offset: int = 0
    limit: int | None = None


_IDS_AT_ONCE = 5000
"""The database takes so many parameters in one statement, and more."""


class RecordStore:
    """Reads the current records of every register."""

    def __init__(self, tables: Tables, engine: Engine) -> None:
        self._tables = tables
        self._engine = engine

    def _table(self, register: AnyRegister) -> Table:
        return self._tables.current[register.key]

    def _select(self, register: AnyRegister) -> Select[*tuple[Any, ...]]:
        table, changes = self._table(register), self._tables.changes
        return select(
            table.c.id, table.c.version, table.c.created_by, table.c.created_at, table.c.changed_by,
            table.c.changed_at, changes.c.schema, changes.c.body,
        ).join(changes, changes.c.seq == table.c.seq)  # fmt: skip

    def _conditions(self, register: AnyRegister, query: Query) -> list[ColumnElement[bool]]:
        table = self._table(register)
        found: list[ColumnElement[bool]] = [_one_of(table.c.state, tuple(state.value for state in query.states))]
        found += [_one_of(table.c[order_column(name)], values) for name, values in query.among.items()]
        found += [table.c[order_column(name)] == value for name, value in query.equal.items()]
        for name, (first, after) in query.between.items():
            found += [table.c[order_column(name)] >= first, table.c[order_column(name)] < after]
        if query.parents is not None:
            found.append(table.c.parent.in_(query.parents))
        if query.without:
            found.append(table.c.id.not_in(query.without))
            if register.parent:
                found.append(table.c.parent.not_in(query.without))
        return found

    def _ordered(self, register: AnyRegister, query: Query) -> list[ColumnElement[object]]:
        table = self._table(register)
        order = query.order or register.order
        columns = [
            table.c[order_column(name.removeprefix("-"))].desc()
            if name.startswith("-")
            else table.c[order_column(name)]
            for name in order
        ]
        return [*columns, table.c.id]

    def page(self, register: AnyRegister, query: Query) -> tuple[Record, ...]:
        """Return the records that a query asks for."""
        statement = (
            self._select(register)
            .where(*self._conditions(register, query))
            .order_by(*self._ordered(register, query))
            .offset(query.offset)
            .limit(query.limit)
        )
        with self._engine.connect() as connection:
            return tuple(record_of(register, tuple(row)) for row in connection.execute(statement))

    def ids(self, register: AnyRegister, query: Query) -> tuple[str, ...]:
        """Return the ids alone, in order: what a list holds before its rows come."""
        table = self._table(register)
        statement = select(table.c.id).where(*self._conditions(register, query))
        ordered = statement.order_by(*self._ordered(register, query)).offset(query.offset).limit(query.limit)
        with self._engine.connect() as connection:
            return tuple(connection.execute(ordered).scalars())

    def counts(self, register: AnyRegister, name: str, query: Query) -> Mapping[Scalar, int]:
        """Return how many of the records have each value of a field."""
        column = self._table(register).c[order_column(name)]
        statement = select(column, func.count()).where(*self._conditions(register, query)).group_by(column)
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(statement).all()}

    def count(self, register: AnyRegister, query: Query) -> int:
        """Return how many records a query asks for."""
        statement = select(func.count()).select_from(self._table(register)).where(*self._conditions(register, query))
        with self._engine.connect() as connection:
            return connection.execute(statement).scalar_one()

    def get(self, register: AnyRegister, record_id: str) -> Record | None:
        """Return one record in whatever state, or nothing."""
        return next(iter(self.block(register, (record_id,))), None)

    def block(self, register: AnyRegister, ids: Iterable[str]) -> tuple[Record, ...]:
        """Return the records with these ids, in their order; missing ones are left out."""
        wanted = tuple(ids)
        found: dict[str, Record] = {}
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), _IDS_AT_ONCE):
                some = self._table(register).c.id.in_(wanted[start : start + _IDS_AT_ONCE])
                rows = connection.execute(self._select(register).where(some))
                found |= {record.id: record for record in (record_of(register, tuple(row)) for row in rows)}
        return tuple(found[record_id] for record_id in wanted if record_id in found)

    def find(self, record_id: str) -> tuple[AnyRegister, Record] | None:
        """Return a record and its register, whatever register that is."""
        changes = self._tables.changes
        statement = select(changes.c.register).where(changes.c.record == record_id).limit(1)
        with self._engine.connect() as connection:
            key = connection.execute(statement).scalar_one_or_none()
        if key is None:
            return None
        register = self._tables.catalogue.get(key)
        record = self.get(register, record_id)
        return (register, record) if record else None

    def by_reference(self, reference: str) -> tuple[AnyRegister, Record] | None:
        """Return the record with a reference, whatever register it is in."""
        for register in self._tables.catalogue:
            table = self._table(register)
            with self._engine.connect() as connection:
                statement = select(table.c.id).where(table.c.reference == reference)
                found = connection.execute(statement).scalar_one_or_none()
            if found and (record := self.get(register, found)):
                return register, record
        return None

    def restricted_ids(self, register: AnyRegister, *, besides: str | None = None) -> frozenset[str]:
        """Return the ids of all restricted records, besides those that one officer made."""
        table = self._table(register)
        statement = select(table.c.id).where(table.c.restricted == 1)
        if besides is not None:
            statement = statement.where(table.c.created_by != besides)
        with self._engine.connect() as connection:
            return frozenset(connection.execute(statement).scalars())


def _one_of(column: ColumnElement[Any], values: tuple[Scalar, ...]) -> ColumnElement[bool]:
    """Compare with one value plainly: an index then gives its rows in order."""
    return column == values[0] if len(values) == 1 else column.in_(values)
