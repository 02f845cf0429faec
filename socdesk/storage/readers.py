"""Who reads at this moment, so that locking can stop them before it closes anything (architecture.md, rule 3).

Closing a connection while another thread runs a statement on it crashes the program (store.md 4, 2).
"""

from __future__ import annotations

import threading
from typing import Any

from sqlalchemy import Engine, event

from socdesk.storage.faults import DeskLockedError


class Readers:
    """The connections of a reading engine that are in use."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._busy: dict[int, Any] = {}
        self._changed = threading.Condition()
        self._closed = False
        event.listen(engine, "checkout", self._taken)
        event.listen(engine, "checkin", self._given_back)

    def _taken(self, driver: Any, *_: object) -> None:
        with self._changed:
            if self._closed:
                raise DeskLockedError
            self._busy[id(driver)] = driver

    def _given_back(self, driver: Any, *_: object) -> None:
        with self._changed:
            self._busy.pop(id(driver), None)
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody begin, interrupt who reads, wait until all have ended, then close."""
        with self._changed:
            self._closed = True
            while self._busy:
                for driver in self._busy.values():
                    driver.interrupt()
                self._changed.wait(0.05)  # a statement that began just now is interrupted the next time round
        self._engine.dispose()
