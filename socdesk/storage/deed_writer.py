"""Writes one deed: its line, its versions and their chain, the current rows and the search rows, in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from socdesk.registers.body import body_of
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.chain import START, ChangeLine, body_hash
from socdesk.storage.meta import Meta
from socdesk.storage.rows import record_of
from socdesk.storage.search_index import SearchWriter
from socdesk.storage.statements import RegisterStatements, Row, Statement, built, insert_into
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection

_SALT_BYTES = 16


@dataclass(frozen=True)
class Head:
    """The newest line of the chain of changes: its number, its hash, and its effective moment."""

    seq: int = 0
    line: str = START
    effective: str = ""


@dataclass(frozen=True, kw_only=True)
class DeedLine:
    """What is said of a deed as a whole. ``undoes`` is the number of the deed it undoes."""

    kind: str
    words: str
    why: str
    actor: str
    at: datetime
    undoes: int | None = None


@dataclass
class OpenDeed:
    """A deed while it is written. ``begun`` once it has written anything."""

    number: int
    line: DeedLine
    begun: bool = False
    counters: dict[str, int] = field(default_factory=dict[str, int])


class DeedWriter:
    """The only way records change."""

    def __init__(self, tables: Tables, connection: WritingConnection, meta: Meta) -> None:
        self._connection = connection
        self._meta = meta
        self._tables = tables
        self._search = SearchWriter(tables, connection)
        self._registers: dict[str, RegisterStatements] = {}
        changes, deeds, counters = tables.changes, tables.deeds, tables.counters
        self._insert_deed = insert_into(deeds)
        self._insert_change = insert_into(changes)
        self._last_deed = built(select(func.max(deeds.c.id)))
        newest = select(func.max(changes.c.seq)).scalar_subquery()
        self._head = built(select(changes.c.seq, changes.c.line, changes.c.effective).where(changes.c.seq == newest))
        self._counter = built(select(counters.c.value).where(counters.c.name == bindparam("name")))
        row = insert(counters)
        self._set_counter = built(
            row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
        )
        self.head = self._read_head()
        self._deeds = self._connection.rows(self._last_deed)[0][0] or 0

    def _read_head(self) -> Head:
        found = self._connection.rows(self._head)
        return Head(*found[0]) if found else Head()

    def _of(self, register: AnyRegister) -> RegisterStatements:
        if register.key not in self._registers:
            self._registers[register.key] = RegisterStatements(register, self._tables)
        return self._registers[register.key]

    @contextmanager
    def deed(self, line: DeedLine) -> Generator[OpenDeed]:
        """Open a transaction that writes one deed; what fails inside undoes all of it."""
        before = self.head
        opened = OpenDeed(self._deeds + 1, line)
        try:
            with self._connection.transaction():
                yield opened
                for name, value in opened.counters.items():
                    self._connection.run(self._set_counter, (name, value))
        except BaseException:
            self.head = before
            raise
        self._deeds += opened.begun

    def _begin(self, opened: OpenDeed) -> None:
        line, at = opened.line, opened.line.at.isoformat()
        row = (opened.number, line.kind, line.words, line.why, line.actor, at, line.undoes)
        self._connection.run(self._insert_deed, row)
        opened.begun = True

    def current(self, register: AnyRegister, record_id: str) -> Record | None:
        """Return a record as it stands inside the transaction."""
        return next(self._read(register, self._of(register).by_id, (record_id,)), None)

    def children(self, register: AnyRegister, parent: str, state: State) -> tuple[Record, ...]:
        """Return the children of a record in one state, as they stand inside the transaction."""
        return tuple(self._read(register, self._of(register).by_parent, (parent, state.value)))

    def gone_with(self, register: AnyRegister, parent: Record) -> tuple[Record, ...]:
        """Return the children that took the state of a record in the same deed as the record itself."""
        row = (parent.id, parent.state.value, parent.id, parent.version)
        return tuple(self._read(register, self._of(register).gone_with, row))

    def _read(self, register: AnyRegister, statement: Statement, row: Row) -> Iterator[Record]:
        return (record_of(register, found) for found in self._connection.rows(statement, row))

    def next_number(self, deed: OpenDeed, counter: str) -> int:
        """Return the next number of a counter; a number is never given twice."""
        if counter not in deed.counters:
            found = self._connection.rows(self._counter, (counter,))
            deed.counters[counter] = found[0][0] if found else 0
        deed.counters[counter] += 1
        return deed.counters[counter]

    def write(self, deed: OpenDeed, register: AnyRegister, record: Record, before: Record | None) -> None:
        """Write one record as it stands after the deed; ``before`` is how it stood."""
        if not deed.begun:
            self._begin(deed)
        self._append(deed, register, record)
        statements = self._of(register)
        row = statements.row(record, self.head.seq)
        if before is None:
            self._connection.run(statements.insert, row)
        else:
            self._connection.run(statements.update, statements.update_row(row))
        self._search.write(register, record, before)

    def _append(self, deed: OpenDeed, register: AnyRegister, record: Record) -> None:
        body, salt, at = body_of(register, record), secrets.token_hex(_SALT_BYTES), deed.line.at.isoformat()
        line = ChangeLine(
            seq=self.head.seq + 1,
            deed=deed.number,
            actor=deed.line.actor,
            copy=self._meta.get("copy_id"),
            at=at,
            register=register.key,
            record=record.id,
            version=record.version,
            schema=register.schema,
            body_hash=body_hash(salt, body),
            previous=self.head.line,
        )
        head = Head(line.seq, line.hash, max(at, self.head.effective))
        self._connection.run(
            self._insert_change,
            (
                line.seq, line.deed, line.actor, line.copy, at, head.effective, line.register, line.record,
                line.version, line.schema, salt, body, line.body_hash, line.previous, head.line,
            ),
        )  # fmt: skip
        self.head = head
