"""Checkpoints: the head of changes is sealed whenever a desk is locked."""

import hashlib
import hmac

from helpers.records import concern

from socdesk.storage.store import open_store
from tests.storage.conftest import NOW, Hand


def lines(store):
    return store._connection._driver.execute("SELECT seq, at, mac FROM checkpoints ORDER BY seq").fetchall()


def test_locking_seals_the_head_once(store, hand, place):
    hand.write(concern(), concern())
    head = store.writer.head
    store.close()
    for _ in range(2):
        again = open_store(place, NOW)
        mac = hmac.new(b"a" * 32, f"2 {head.line}".encode(), hashlib.sha256).hexdigest()
        assert lines(again) == [(2, head.effective, mac)]
        again.close()
    again = open_store(place, NOW)
    Hand(again).write(concern(reference="R9"))
    again.close()
    again = open_store(place, NOW)
    assert [seq for seq, *_ in lines(again)] == [2, 3]
    again.close()
