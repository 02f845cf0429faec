"""The chain of events: unlocks, views of restricted records, exports, papers issued, backups (bone 3)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from socdesk.storage.chain import START, EventLine
from socdesk.storage.meta import Meta
from socdesk.storage.statements import built, insert_into
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection


@dataclass(frozen=True)
class Event:
    """One thing that happened at the desk and changed no record."""

    seq: int
    at: datetime
    actor: str
    kind: str
    detail: Mapping[str, str | int]


class EventStore:
    """Adds to the chain of events, and reads it."""

    def __init__(self, tables: Tables, connection: WritingConnection, meta: Meta, engine: Engine) -> None:
        self._connection = connection
        self._engine = engine
        self._meta = meta
        events = tables.events
        self._insert = insert_into(events)
        self._events = events
        newest = select(func.max(events.c.seq)).scalar_subquery()
        head = built(select(events.c.seq, events.c.line).where(events.c.seq == newest))
        found = connection.rows(head)
        self.seq, self._line = found[0] if found else (0, START)

    @property
    def line(self) -> str:
        """The hash of the newest line."""
        return self._line

    def add(self, kind: str, detail: Mapping[str, str | int], *, actor: str, at: datetime) -> None:
        """Add one line in a transaction of its own. ``detail`` holds no record text."""
        text = json.dumps(dict(detail), sort_keys=True, ensure_ascii=False)
        copy = self._meta.get("copy_id")
        line = EventLine(self.seq + 1, at.isoformat(), actor, copy, kind, text, self._line)
        with self._connection.transaction():
            row = (line.seq, line.at, actor, copy, kind, text, line.previous, line.hash)
            self._connection.run(self._insert, row)
        self.seq, self._line = line.seq, line.hash

    def all(self) -> tuple[Event, ...]:
        """Return all events in their order."""
        c = self._events.c
        statement = select(c.seq, c.at, c.actor, c.kind, c.detail).order_by(c.seq)
        with self._engine.connect() as connection:
            return tuple(
                Event(seq, datetime.fromisoformat(at), actor, kind, json.loads(detail))
                for seq, at, actor, kind, detail in connection.execute(statement)
            )

    def of_kinds(self, *kinds: str) -> tuple[Event, ...]:
        """Return the events of some kinds, newest first."""
        c = self._events.c
        statement = select(c.seq, c.at, c.actor, c.kind, c.detail).where(c.kind.in_(kinds)).order_by(c.seq.desc())
        with self._engine.connect() as connection:
            return tuple(
                Event(seq, datetime.fromisoformat(at), actor, kind, json.loads(detail))
                for seq, at, actor, kind, detail in connection.execute(statement)
            )

    def newest_at(self) -> datetime | None:
        """Return the latest moment of any event, or nothing."""
        with self._engine.connect() as connection:
            latest = connection.execute(select(func.max(self._events.c.at))).scalar_one_or_none()
        return datetime.fromisoformat(latest) if latest else None

    def line_at(self, seq: int) -> str:
        """Return the hash of the line with a number, or nothing."""
        statement = select(self._events.c.line).where(self._events.c.seq == seq)
        with self._engine.connect() as connection:
            return connection.execute(statement).scalar_one_or_none() or ""
