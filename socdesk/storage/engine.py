"""Opens the encrypted file: keying, pools and the beginning of transactions (store.md 1, 4, 9.1)."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as untyped_driver  # pyright: ignore[reportMissingTypeStubs]  it has none
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.pool import QueuePool

from socdesk.errors import UserFacingError
from socdesk.storage.faults import (
    DamagedDeskError,
    DeskInUseError,
    DeskLockedError,
    DiskFullError,
    FullOrFaultyDiskError,
    MissingDeskFileError,
    ReadOnlyDeskError,
)

Driver = Any
"""A connection of the SQLCipher driver, which has no types of its own."""

KEY_BYTES = 32
_CACHE_KIB = 16_000
_WAIT_SECONDS = 5.0
_SETTINGS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",  # a sorter's spill file would hold plain text (store.md 3)
    "secure_delete = ON",
    f"cache_size = -{_CACHE_KIB}",
    "cell_size_check = ON",
)

driver = cast("Any", untyped_driver)
DriverError: type[Exception] = driver.Error


_FAULTS: tuple[tuple[str, Callable[[], UserFacingError]], ...] = (
    ("not a database", DamagedDeskError),
    ("malformed", DamagedDeskError),
    ("vtable constructor failed", DamagedDeskError),  # a full-text index whose pages cannot be read
    ("disk is full", DiskFullError),
    ("readonly database", ReadOnlyDeskError),
    ("unable to open", ReadOnlyDeskError),
    ("is locked", DeskInUseError),
    ("disk i/o error", FullOrFaultyDiskError),
    ("interrupted", DeskLockedError),
    ("closed database", DeskLockedError),
)
"""What SQLite says, and what a person is told."""


def fault_of(error: BaseException) -> UserFacingError | None:
    """Return what a driver's error means to a person, or nothing if it is a fault of ours."""
    words = str(getattr(error, "orig", None) or error).lower()  # SQLAlchemy's own words hold the whole statement
    return next((fault() for sign, fault in _FAULTS if sign in words), None)


@contextmanager
def told() -> Generator[None]:
    """Raise what the bare driver reports inside as a person is told it; SQLAlchemy's engines do so by themselves."""
    try:
        yield
    except DriverError as error:
        if fault := fault_of(error):
            raise fault from error
        raise


STEPS = 20_000
"""How many instructions of the database lie between two steps of a long statement."""


class Stepping:
    """What the driver calls while a long statement runs. What ``step`` raises stops the statement, and is kept."""

    def __init__(self, step: Callable[[], object]) -> None:
        self._step = step
        self._raised: BaseException | None = None

    def __call__(self) -> int:
        """Take a step; return 1 if it is to be the last."""
        try:
            self._step()
        except BaseException as error:  # noqa: BLE001  the driver would swallow it
            self._raised = error
            return 1
        return 0

    def raise_what_stopped_it(self) -> None:
        """Raise what the step raised, if it did."""
        if self._raised is not None:
            raise self._raised


def _quiet() -> None:
    connection = driver.connect(":memory:")
    connection.execute("PRAGMA cipher_log_level = NONE")  # once a process; the default writes to stderr
    connection.close()


def _keyed(path: Path, key: bytes) -> Driver:
    # Never the bare path: it would make a new file under any key.
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=_WAIT_SECONDS,
        check_same_thread=False,
    )
    connection.set_key(f"x'{key.hex()}'")  # leaves no copy of the key in SQL text
    return connection


def _prepare(connection: Driver, *, writing: bool) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("The database driver does not encrypt.")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    if writing:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # NORMAL loses acknowledged commits (store.md 3)
    else:
        connection.execute("PRAGMA query_only = ON")


def connect(path: Path, key: bytes, *, writing: bool, create: bool = False) -> Driver:
    """Return a keyed connection of the bare driver.

    Raises:
        DamagedDeskError: the file is empty, or cannot be read with this key.
        MissingDeskFileError: there is no file.
        ReadOnlyDeskError: the file cannot be opened for writing.
        ValueError: the key is not 32 bytes; the driver would silently take it for a passphrase.

    """
    if len(key) != KEY_BYTES:
        raise ValueError("The key is not 32 bytes.")
    if create:
        path.touch(mode=0o600, exist_ok=False)  # the log beside it takes over who may read it
    elif not path.exists():
        raise MissingDeskFileError
    elif path.stat().st_size == 0:
        raise DamagedDeskError  # would open as an empty desk under any key
    _quiet()
    connection: Driver = None
    try:
        with told():
            connection = _keyed(path, key)
            _prepare(connection, writing=writing)
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return connection


def make_engine(path: Path, opener: Callable[[], Driver], *, writing: bool) -> Engine:
    """Return an engine over the encrypted file: one connection for writing, or a small pool for reading.

    ``opener`` makes each connection. What the driver reports is raised as a person is told it (``faults``). The file
    URL keeps SQLAlchemy from a pool that closes connections in use (store.md 4, 1).
    """
    engine = create_engine(
        "sqlite:///" + str(path),
        module=driver,
        creator=opener,
        poolclass=QueuePool,
        pool_size=1 if writing else 4,
        max_overflow=0 if writing else 4,
        pool_timeout=10,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN"

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    event.listen(engine, "handle_error", _tell)
    return engine


def _tell(context: ExceptionContext) -> None:
    if fault := fault_of(context.original_exception):
        raise fault from context.original_exception
