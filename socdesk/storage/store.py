"""One desk's file, opened: everything the desk needs of storage, put together."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from socdesk.errors import UserFacingError
from socdesk.registers.catalogue import Catalogue
from socdesk.storage.attachments import Attachments
from socdesk.storage.checkpoints import Checkpoints
from socdesk.storage.deed_writer import DeedWriter
from socdesk.storage.desk_lock import DeskLock
from socdesk.storage.draft_store import DraftStore
from socdesk.storage.engine import Driver, connect, make_engine, told
from socdesk.storage.event_store import EventStore
from socdesk.storage.faults import DeskLockedError, DiskFaultError, DiskFullError
from socdesk.storage.fingerprint import fingerprint, has_log
from socdesk.storage.meta import Meta
from socdesk.storage.readers import Readers
from socdesk.storage.record_store import RecordStore
from socdesk.storage.search_index import SearchIndex
from socdesk.storage.tables import Tables
from socdesk.storage.upgrade import SHIPPED, copy_before_upgrade, is_current, upgrade
from socdesk.storage.version_store import VersionStore
from socdesk.storage.witness import WITNESS_FILE, Heads, Witness
from socdesk.storage.writing import WritingConnection


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a desk's file lies, under which keys, and which registers and schema steps it has.

    ``tables`` are those of the registers, where they were made before.
    """

    folder: Path
    file: str
    key: bytes
    witness_key: bytes
    audit_key: bytes
    catalogue: Catalogue
    tables: Tables | None = None
    steps: tuple[Path, ...] = (SHIPPED,)

    @property
    def path(self) -> Path:
        """The database file."""
        return self.folder / self.file

    @property
    def witness_file(self) -> str:
        """The name of the file's witness: each copy of a desk's file has its own."""
        number = number_of_store(self.file)
        return WITNESS_FILE if number <= 1 else f"{Path(WITNESS_FILE).stem}-{number}.log"

    def without_keys(self) -> Place:
        """Return the same place with no key."""
        return replace(self, key=b"", witness_key=b"", audit_key=b"")

    def __repr__(self) -> str:
        return "Place(...)"


def number_of_store(file: str) -> int:
    """Return which copy of a desk's file a name stands for: the data key's first, or a later one's."""
    return int(Path(file).stem.rpartition("-")[2] or 1)


class Store:
    """An open store. It holds the folder's lock until it is closed."""

    def __init__(self, place: Place, lock: DeskLock) -> None:
        self.place = place
        self._lock = lock
        self._closed = False
        self.tables = place.tables or Tables(place.catalogue)
        self.reading = make_engine(place.path, lambda: self._opened(writing=False), writing=False)
        self._readers = Readers(self.reading)
        self._engine = make_engine(place.path, lambda: self._opened(writing=True), writing=True)
        self._connection = WritingConnection(self._engine)
        self.meta = Meta(self.tables, self._connection)
        self.writer = DeedWriter(self.tables, self._connection, self.meta)
        self.events = EventStore(self.tables, self._connection, self.meta, self.reading)
        self.records = RecordStore(self.tables, self.reading)
        self.versions = VersionStore(self.tables, self.reading)
        self.search = SearchIndex(self.reading)
        self.attachments = Attachments(self.tables, self._connection, self.reading)
        self.checkpoints = Checkpoints(self.tables, self._connection, place.audit_key)
        self.witness = Witness(place.folder, place.witness_key, place.witness_file)
        self.drafts = DraftStore(self.tables, self._connection, self.meta, self.reading, self.witness.drafts)

    def _opened(self, *, writing: bool) -> Driver:
        if self._closed:
            raise DeskLockedError
        return connect(self.place.path, self.place.key, writing=writing)

    @property
    def connection(self) -> WritingConnection:
        """The one writing connection, for what writes a whole file anew."""
        return self._connection

    @property
    def heads(self) -> Heads:
        """The newest lines of both chains."""
        head = self.writer.head
        return Heads(head.seq, head.line, self.events.seq, self.events.line)

    @property
    def is_ours(self) -> bool:
        """Whether the store is open, and the calling thread the one that may write."""
        return not self._closed and self._connection.is_ours

    def seal_of(self, seq: int, line: str) -> str:
        """Return what seals one line of the chain of changes."""
        return self.checkpoints.mac(seq, line)

    def testify(self) -> None:
        """Tell the witness what was just committed."""
        self.witness.commit(self.heads)

    def checkpoint(self) -> None:
        """Empty the write-ahead log into the file."""
        self._connection.checkpoint()

    def close(self) -> None:
        """Close every connection, leave the witness a fingerprint, drop the keys and free the folder.

        That cannot fail: what a full disk leaves undone, the next opening makes good. A second call does nothing.
        """
        if not self._closed:
            self._readers.close()
            with contextlib.suppress(UserFacingError):
                if self._connection.is_ours:
                    self.checkpoints.seal(self.writer.head)
                self._connection.checkpoint()
            self._end()
            with contextlib.suppress(UserFacingError, OSError):
                if not has_log(self.place.path):
                    self.witness.close(self.heads, fingerprint(self.place.path))
            self._lock.release()

    def abandon(self) -> None:
        """Close without a word to the witness: the opening failed or the desk is not to be trusted."""
        if not self._closed:
            self._readers.close()
            self._end()
            self._lock.release()

    def _end(self) -> None:
        self._closed = True
        self._connection.close()
        self._engine.dispose()
        self.witness.let_go()
        self.checkpoints.forget()
        self.place = self.place.without_keys()


def create_store(place: Place) -> Store:
    """Make a new file with an up-to-date schema and open it."""
    lock = DeskLock(place.folder)
    try:
        connect(place.path, place.key, writing=True, create=True).close()
        _run_upgrade(place)
        return Store(place, lock)
    except BaseException:
        lock.release()
        raise


def open_store(place: Place, now: datetime) -> Store:
    """Open a file, brought up to date first, after a copy, where it is old.

    Raises:
        UserFacingError: it is held by another program, damaged, too new, or its folder cannot be written to.

    """
    lock = DeskLock(place.folder)
    try:
        with told():
            if not is_current(place.path, place.key, place.steps):
                copy = copy_before_upgrade(place.path, place.key, now)
                with _taken_away_if_full(copy):
                    _run_upgrade(place)
            return Store(place, lock)
    except BaseException:
        lock.release()
        raise


@contextlib.contextmanager
def _taken_away_if_full(copy: Path) -> Generator[None]:
    """Do not leave a copy for each try on a disk that has no room: what it was copied from is as it was."""
    try:
        yield
    except (DiskFullError, DiskFaultError):
        copy.unlink(missing_ok=True)
        raise


def _run_upgrade(place: Place) -> None:
    engine = make_engine(place.path, lambda: connect(place.path, place.key, writing=True), writing=True)
    try:
        upgrade(engine, place.steps)
    finally:
        engine.dispose()
