"""The one writing connection, owned by one thread (architecture.md, rule 3)."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine

from socdesk.storage.engine import DriverError, fault_of, told
from socdesk.storage.faults import DeskLockedError, FullOrFaultyDiskError, UncertainSaveError
from socdesk.storage.statements import Row, Statement


class WritingConnection:
    """Runs built statements in transactions, on the thread that opened it.

    Statements run on the driver's own cursor: what SQLAlchemy adds to each run would cost more than the run itself.
    """

    def __init__(self, engine: Engine) -> None:
        self._pooled = engine.raw_connection()
        self._driver: Any = self._pooled.driver_connection
        self._owner = threading.get_ident()
        self._busy = threading.Lock()
        self._closed = False

    @property
    def is_ours(self) -> bool:
        """Whether the calling thread is the one that may write."""
        return threading.get_ident() == self._owner

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Run what is inside as one transaction: all of it or nothing.

        Raises:
            UserFacingError: the disk is full, the file is damaged or held by another program, or the desk was locked;
                nothing was saved.
            UncertainSaveError: all was written, but the disk did not confirm it.

        """
        if not self.is_ours:
            raise RuntimeError("Only the thread that opened the desk writes to it.")
        if not self._closed and self._driver.in_transaction:
            raise RuntimeError("A transaction is open already.")
        with self._busy:
            if self._closed:
                raise DeskLockedError
            try:
                self._driver.execute("BEGIN IMMEDIATE")
                yield
                self._commit()
            except BaseException as error:
                if self._driver.in_transaction:
                    self._driver.execute("ROLLBACK")
                if isinstance(error, DriverError) and (fault := fault_of(error)):
                    raise fault from error
                raise

    def _commit(self) -> None:
        try:
            self._driver.execute("COMMIT")
        except DriverError as error:
            if isinstance(fault_of(error), FullOrFaultyDiskError):
                raise UncertainSaveError from error
            raise

    def run(self, statement: Statement, row: Row) -> None:
        """Run one statement."""
        self._driver.execute(statement.sql, row)

    def run_sql(self, sql: str, row: Row = ()) -> None:
        """Run SQL that no table stands behind: the full-text indexes."""
        self._driver.execute(sql, row)

    def rows(self, statement: Statement, row: Row = ()) -> list[Row]:
        """Return what one statement finds."""
        return self._driver.execute(statement.sql, row).fetchall()

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file, so that the window for losing it stays short (store.md 3).

        Raises:
            UserFacingError: the disk is full or does not answer; the log is as it was.

        """
        with self._busy:
            if self._closed:
                raise DeskLockedError
            with told():
                self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Interrupt what runs, wait for it to end, then close."""
        if self._closed:
            return
        self._driver.interrupt()
        with self._busy:
            self._closed = True
            self._pooled.close()
