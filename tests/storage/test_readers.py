"""Locking while others read: they are stopped, waited for, and nobody begins after."""

import threading
import time

import pytest
from sqlalchemy import text

from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.faults import DeskLockedError
from socdesk.storage.record_store import Query

ENDLESS = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")


class Reader(threading.Thread):
    def __init__(self, store):
        super().__init__()
        self.store, self.began, self.error = store, threading.Event(), None
        self.start()
        self.began.wait()

    def run(self):
        try:
            with self.store.reading.connect() as connection:
                connection.execute(text("SELECT 1"))
                self.began.set()
                connection.execute(ENDLESS)
        except DeskLockedError as error:
            self.error = error


def test_locking_interrupts_readers_and_waits_for_them(store):
    readers = [Reader(store) for _ in range(3)]
    started = time.perf_counter()
    store.close()
    took = time.perf_counter() - started
    assert [type(reader.error) for reader in readers] == [DeskLockedError] * 3
    for reader in readers:
        reader.join()
    assert took < 2


def test_nobody_reads_after_locking(store, three):
    store.close()
    with pytest.raises(DeskLockedError, match="The desk is locked"):
        store.records.page(CONCERNS, Query())
    with pytest.raises(DeskLockedError):
        store.search.find("cash")


def test_many_threads_read_at_once(store, three):
    found = []
    readers = [threading.Thread(target=lambda: found.append(store.records.count(CONCERNS, Query()))) for _ in range(20)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert found == [3] * 20
