"""The SQL of backups: copies an open desk's file, and reads a copy without changing it.

``VACUUM INTO`` reads one moment of the file while others go on writing, encrypts the copy under the same key, leaves no
write-ahead log, and carries over nothing of what was erased (store.md 3). Unlike the driver's ``backup()`` it can be
stopped at any moment.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select

from socdesk.storage.chain import START
from socdesk.storage.checkpoints import seal_of
from socdesk.storage.engine import STEPS, DriverError, Stepping, connect, make_engine, told
from socdesk.storage.store import Place, Store
from socdesk.storage.tables import Tables
from socdesk.storage.witness import Heads

Step = Callable[[int, int], object]
"""Is told how many bytes of how many are written; what it raises ends the copy."""


def copy_file(store: Store, target: Path, step: Step) -> None:
    """Write a copy of an open desk's file, on any thread. Locking the desk stops it.

    Raises:
        DiskFullError: there is no room for it.
        DeskLockedError: the desk was locked meanwhile.
        UserFacingError: the desk's file is damaged, or the disk does not answer.

    """
    target.touch(mode=0o600, exist_ok=False)
    pooled = store.reading.raw_connection()  # one of those that locking waits for
    connection: Any = pooled.driver_connection
    try:
        with told():
            size = _size(connection)
            connection.execute("PRAGMA query_only = OFF")
            stepping = Stepping(lambda: step(min(target.stat().st_size, size), size))
            connection.set_progress_handler(stepping, STEPS)
            _vacuum(connection, target, stepping)
    finally:
        connection.set_progress_handler(None, 0)
        connection.execute("PRAGMA query_only = ON")
        pooled.close()


_PAGES = 500
"""How many pages are copied between two steps."""


def copy_under(store: Store, target: Path, key: bytes, step: Step) -> None:
    """Write a copy of an open desk's file under another key, and close it. Nobody else writes meanwhile.

    Raises:
        DiskFullError: there is no room for it.
        DeskLockedError: the desk was locked meanwhile.
        UserFacingError: the desk's file is damaged, or the disk does not answer.

    """

    def stepped(_code: int, left: int, whole: int) -> None:
        step(whole - left, whole)

    with (
        contextlib.closing(connect(target, key, writing=True, create=True)) as copy,
        contextlib.closing(store.reading.raw_connection()) as pooled,  # given back whatever fails: locking waits for it
        told(),
    ):
        source: Any = pooled.driver_connection
        source.backup(copy, pages=_PAGES, progress=stepped)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _size(connection: Any) -> int:
    """Return how many bytes the file has; SQLCipher tells the size of a page as text."""
    pages, size = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
    return pages * size


def _vacuum(connection: Any, target: Path, stepping: Stepping) -> None:
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except DriverError:
        stepping.raise_what_stopped_it()
        raise


class CopyReader:
    """A desk's file that nobody writes to: a backup, or a desk that is closed."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.tables = place.tables or Tables(place.catalogue)
        self.reading = make_engine(place.path, lambda: connect(place.path, place.key, writing=False), writing=False)

    def seal_of(self, seq: int, line: str) -> str:
        """Return what seals one line of the chain of changes."""
        return seal_of(self._place.audit_key, seq, line)

    def close(self) -> None:
        """Let go of the file."""
        self.reading.dispose()

    def _row(self, statement: Select[*tuple[Any, ...]]) -> tuple[Any, ...] | None:
        with self.reading.connect() as connection:
            found = connection.execute(statement).first()
        return tuple(found) if found else None

    @property
    def heads(self) -> Heads:
        """The newest lines of both chains."""
        changes, events = self.tables.changes.c, self.tables.events.c
        newest = (
            self._row(select(c.seq, c.line).order_by(c.seq.desc()).limit(1)) or (0, START) for c in (changes, events)
        )
        (seq, line), (event_seq, event_line) = newest
        return Heads(seq, line, event_seq, event_line)

    @property
    def last_change(self) -> str:
        """The moment of the newest change, as it is stored."""
        return (self._row(select(func.max(self.tables.changes.c.effective))) or ("",))[0] or ""

    def line_at(self, seq: int) -> tuple[str, str]:
        """Return the hash and the moment of a line of the chain of changes, or nothing twice."""
        c = self.tables.changes.c
        hash_and_moment = self._row(select(c.line, c.effective).where(c.seq == seq)) or ("", "")
        return hash_and_moment[0], hash_and_moment[1]

    def meta(self, name: str) -> str:
        """Return what the file says of itself, or nothing."""
        c = self.tables.meta.c
        return (self._row(select(c.value).where(c.name == name)) or ("",))[0]

    def counts(self) -> dict[str, int]:
        """Return how many records of each register the file holds, in whatever state, by key of the register.

        An old file may lack registers that came later.
        """
        with self.reading.connect() as connection:
            standing = set(connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars())
            return {
                key: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for key, table in self.tables.current.items()
                if table.name in standing
            }


@contextlib.contextmanager
def opened_copy(place: Place) -> Generator[CopyReader]:
    """Read a file that nobody writes to.

    Raises:
        UserFacingError: it cannot be read with this key.

    """
    reader = CopyReader(place)
    try:
        connect(place.path, place.key, writing=False).close()
        yield reader
    finally:
        reader.close()
