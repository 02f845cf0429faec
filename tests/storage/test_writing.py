"""The writing connection: one thread, whole transactions."""

import threading

import pytest
from helpers.records import concern

from socdesk.registers.register import State
from socdesk.storage.engine import driver
from socdesk.storage.faults import DeskLockedError, DiskFullError, UncertainSaveError
from socdesk.storage.record_store import Query

ALL = Query(states=tuple(State))


class HaltedError(Exception):
    pass


def in_another_thread(work):
    caught = []

    def run():
        try:
            work()
        except Exception as error:  # noqa: BLE001
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return caught


def test_another_thread_is_refused(hand):
    (error,) = in_another_thread(lambda: hand.write(concern()))
    assert "Only the thread that opened the desk" in str(error)


def test_a_failure_undoes_all_of_it_and_puts_the_head_back(store, hand, concerns, three):
    head, count = store.writer.head, len(store.records.ids(concerns, ALL))
    with pytest.raises(HaltedError), store.writer.deed(hand.line()) as opened:
        hand._put(opened, concern("Never to be seen"))
        assert store.writer.head != head
        raise HaltedError
    assert store.writer.head == head
    assert len(store.records.ids(concerns, ALL)) == count
    (fourth,) = hand.write(concern("Seen"))
    assert [v.deed for v in store.versions.history(fourth.id)] == [2]


def test_a_transaction_inside_another_is_a_fault_of_ours_and_not_a_standstill(store, hand):
    with pytest.raises(RuntimeError, match="open already"), store.writer.deed(hand.line()):
        store.meta.set(name="value")


def test_a_full_disk_is_told_and_leaves_what_was_saved(store, hand, three, get):
    ours = store._connection._driver
    pages = ours.execute("PRAGMA page_count").fetchone()[0]
    ours.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(DiskFullError) as caught:
        hand.write(*(concern("x" * 300) for _ in range(200)))
    assert "What was saved before is safe" in str(caught.value)
    assert get(three[0]) == three[0]
    ours.execute("PRAGMA max_page_count = 100000")
    hand.write(concern())


def test_a_commit_that_the_disk_did_not_confirm_is_told_as_uncertain(store, hand, three, get):
    class Unconfirmed:
        def __init__(self, driver):
            self._driver = driver

        def __getattr__(self, name):
            return getattr(self._driver, name)

        def execute(self, sql, *row):
            if sql == "COMMIT":
                raise driver.OperationalError("disk I/O error")
            return self._driver.execute(sql, *row)

    real = store._connection._driver
    store._connection._driver = Unconfirmed(real)
    with pytest.raises(UncertainSaveError, match="look whether it is there before you enter it again"):
        hand.write(concern())
    store._connection._driver = real
    assert get(three[0]) == three[0]
    hand.write(concern())


def test_a_closed_connection_says_that_the_desk_is_locked(store, hand):
    store.close()
    with pytest.raises(DeskLockedError):
        hand.write(concern())
    with pytest.raises(DeskLockedError):
        store.checkpoint()
