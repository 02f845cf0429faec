"""Drafts: what an officer typed and did not save. They are no part of the chain of changes and have no versions.

A draft that is kept again or removed is overwritten in the encrypted file (``secure_delete``); older pages of it stay
in the write-ahead log, as encrypted as all else, until the log is next emptied, at the latest when the desk is locked.
Each writing is counted in the file and told to the witness: otherwise nobody would miss a draft that a log lost.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from socdesk.storage.meta import Meta
from socdesk.storage.statements import built
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection

_WRITTEN = "drafts_written"


@dataclass(frozen=True)
class DraftRow:
    """One officer's draft of one record, as it is kept."""

    record: str
    at: datetime
    body: str


class DraftStore:
    """Keeps drafts in the encrypted file, each in a transaction of its own.

    ``testify`` is told after each how often drafts were written.
    """

    def __init__(
        self,
        tables: Tables,
        connection: WritingConnection,
        meta: Meta,
        engine: Engine,
        testify: Callable[[int], object],
    ) -> None:
        table = tables.drafts
        self._table, self._connection, self._engine = table, connection, engine
        self._meta, self._testify = meta, testify
        row = insert(table)
        kept = {"at": row.excluded.at, "body": row.excluded.body}
        self._keep = built(row.on_conflict_do_update(index_elements=["officer", "record"], set_=kept))
        chosen = delete(table).where(table.c.officer == bindparam("officer"), table.c.record == bindparam("record"))
        self._remove = built(chosen)

    @property
    def written(self) -> int:
        """How often drafts were written, as the file says."""
        return int(self._meta.get(_WRITTEN, "0"))

    @contextmanager
    def _written(self) -> Generator[None]:
        """Write in a transaction of its own, and count that."""
        count = self.written + 1
        with self._connection.transaction():
            yield
            self._meta.set_within(_WRITTEN, str(count))
        self._meta.stands(_WRITTEN, str(count))
        self._testify(count)

    def keep(self, officer: str, draft: DraftRow) -> None:
        """Keep a draft in place of the one that stood."""
        with self._written():
            self._connection.run(self._keep, (officer, draft.record, draft.at.isoformat(), draft.body))

    def remove(self, officer: str, record: str) -> None:
        """Remove a draft, if there is one."""
        with self._written():
            self.remove_within(officer, record)

    def remove_within(self, officer: str, record: str) -> None:
        """Remove a draft inside the transaction of the deed that saves it."""
        self._connection.run(self._remove, (officer, record))

    def of(self, officer: str) -> tuple[DraftRow, ...]:
        """Return an officer's drafts, newest first."""
        c = self._table.c
        statement = select(c.record, c.at, c.body).where(c.officer == officer).order_by(c.at.desc(), c.record)
        with self._engine.connect() as connection:
            rows = connection.execute(statement).all()
        return tuple(DraftRow(row[0], datetime.fromisoformat(row[1]), row[2]) for row in rows)
