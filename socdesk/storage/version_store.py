"""Every version of every record, in the order of the chain of changes (architecture.md, bones 2 and 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, bindparam, func, select

from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.deed_writer import Head
from socdesk.storage.rows import record_of
from socdesk.storage.tables import Tables


@dataclass(frozen=True)
class Version:
    """One version of one record, and the deed that made it. ``record`` is nothing where its body was destroyed."""

    seq: int
    deed: int
    actor: str
    at: datetime
    register: str
    record_id: str
    number: int
    record: Record | None


@dataclass(frozen=True)
class DeedRow:
    """One deed as it stands in the desk."""

    number: int
    kind: str
    words: str
    why: str
    actor: str
    at: datetime
    undoes: int | None


class VersionStore:
    """Reads versions and deeds."""

    def __init__(self, tables: Tables, engine: Engine) -> None:
        self._tables = tables
        self._engine = engine

    def _version(self, row: tuple[Any, ...]) -> Version:
        seq, deed, actor, at, key, record_id, number, schema, body = row
        register = self._tables.catalogue.get(key)
        record = None if body is None else record_of(register, (record_id, number, "", at, actor, at, schema, body))
        return Version(seq, deed, actor, datetime.fromisoformat(at), key, record_id, number, record)

    def _select(self) -> Select[*tuple[Any, ...]]:
        c = self._tables.changes.c
        columns = (c.seq, c.deed, c.actor, c.at, c.register, c.record, c.version, c.schema, c.body)
        return select(*columns).order_by(c.seq)

    def _found(self, statement: Select[*tuple[Any, ...]]) -> tuple[Version, ...]:
        with self._engine.connect() as connection:
            return tuple(self._version(tuple(row)) for row in connection.execute(statement))

    def _read(self, *conditions: ColumnElement[bool]) -> tuple[Version, ...]:
        return self._found(self._select().where(*conditions))

    def history(self, record_id: str) -> tuple[Version, ...]:
        """Return all versions of one record, oldest first."""
        return self._read(self._tables.changes.c.record == record_id)

    def of_deed(self, number: int) -> tuple[Version, ...]:
        """Return what one deed wrote."""
        return self._read(self._tables.changes.c.deed == number)

    def before_deed(self, number: int) -> dict[tuple[str, int], Version]:
        """Return the versions that one deed replaced, by record and number."""
        changes = self._tables.changes
        later = changes.alias("later")
        replaced = (later.c.record == changes.c.record) & (later.c.version == changes.c.version + 1)
        found = self._found(self._select().join(later, replaced).where(later.c.deed == number))
        return {(version.record_id, version.number): version for version in found}

    def deed(self, number: int) -> DeedRow | None:
        """Return one deed."""
        return next(iter(self._deeds(self._tables.deeds.c.id == number)), None)

    def deeds(self) -> tuple[DeedRow, ...]:
        """Return all deeds, oldest first."""
        return self._deeds()

    def deeds_numbered(self, numbers: Iterable[int]) -> tuple[DeedRow, ...]:
        """Return the deeds with these numbers, oldest first."""
        return self._deeds(self._tables.deeds.c.id.in_(tuple(numbers)))

    def sizes(self, numbers: Iterable[int]) -> dict[int, int]:
        """Return how many records each of these deeds changed."""
        c = self._tables.changes.c
        statement = select(c.deed, func.count()).where(c.deed.in_(tuple(numbers))).group_by(c.deed)
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(statement)}

    def _deeds(self, *conditions: ColumnElement[bool]) -> tuple[DeedRow, ...]:
        c = self._tables.deeds.c
        statement = select(c.id, c.kind, c.words, c.why, c.actor, c.at, c.undoes).where(*conditions)
        with self._engine.connect() as connection:
            return tuple(
                DeedRow(row[0], row[1], row[2], row[3], row[4], datetime.fromisoformat(row[5]), row[6])
                for row in connection.execute(statement.order_by(c.id))
            )

    def head_before(self, moment: datetime, *, no_later_than: int | None = None) -> Head:
        """Return the newest line whose effective moment lies before a moment."""
        c = self._tables.changes.c
        conditions = [c.effective < moment.isoformat()]
        if no_later_than is not None:
            conditions.append(c.seq <= no_later_than)
        statement = select(c.seq, c.line, c.effective).where(*conditions).order_by(c.seq.desc()).limit(1)
        with self._engine.connect() as connection:
            row = connection.execute(statement).first()
        return Head(*row) if row else Head()

    def head_at(self, seq: int) -> Head:
        """Return the line with a number; raise KeyError for none."""
        c = self._tables.changes.c
        with self._engine.connect() as connection:
            row = connection.execute(select(c.seq, c.line, c.effective).where(c.seq == seq)).first()
        if row is None:
            raise KeyError(seq)
        return Head(*row)

    def began(self) -> datetime | None:
        """Return the moment of the first change, or nothing on a desk without any."""
        with self._engine.connect() as connection:
            first = connection.execute(select(func.min(self._tables.changes.c.effective))).scalar_one()
        return datetime.fromisoformat(first) if first else None

    @cached_property
    def _as_of(self) -> Select[*tuple[Any, ...]]:
        c = self._tables.changes.c
        newest = (
            select(func.max(c.seq).label("seq"), func.min(c.seq).label("first"))
            .where(c.register == bindparam("of"), c.seq <= bindparam("until"))
            .group_by(c.record)
            .subquery()
        )
        first = self._tables.changes.alias("first")
        return (
            select(c.record, c.version, first.c.actor, first.c.at, c.actor, c.at, c.schema, c.body)
            .join(newest, newest.c.seq == c.seq)
            .join(first, first.c.seq == newest.c.first)
            .where(c.body.is_not(None))
            .order_by(newest.c.first)
        )

    def as_of(self, register: AnyRegister, seq: int) -> Iterator[Record]:
        """Yield each record of a register as it stood after a line of the chain, in order of their making."""
        with self._engine.connect() as connection:
            rows = connection.execute(self._as_of, {"of": register.key, "until": seq}).all()
        for row in rows:
            yield record_of(register, tuple(row))
