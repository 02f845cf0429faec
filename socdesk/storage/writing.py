"""The one writing connection, owned by one thread (architecture.md, rule 3)."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine

from socdesk.storage.engine import DriverError, fault_of
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

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Run what is inside as one transaction: all of it or nothing.

        Raises:
            UserFacingError: the disk is full, the file is damaged or held by another program; nothing was saved.

        """
        if threading.get_ident() != self._owner:
            raise RuntimeError("Only the thread that opened the desk writes to it.")
        with self._busy:
            try:
                self._driver.execute("BEGIN IMMEDIATE")
                yield
                self._driver.execute("COMMIT")
            except BaseException as error:
                if self._driver.in_transaction:
                    self._driver.execute("ROLLBACK")
                if isinstance(error, DriverError) and (fault := fault_of(error)):
                    raise fault from error
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
        """Move the write-ahead log into the file, so that the window for losing it stays short (store.md 3)."""
        with self._busy:
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Interrupt what runs, wait for it to end, then close."""
        self._driver.interrupt()
        with self._busy:
            self._pooled.close()
