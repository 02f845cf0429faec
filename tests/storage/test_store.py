"""An open store: how it is closed, and what it leaves."""

import pytest
from helpers.records import concern

from socdesk.storage.faults import DeskInUseError
from socdesk.storage.fingerprint import fingerprint
from socdesk.storage.store import open_store
from socdesk.storage.witness import Witness
from tests.storage.conftest import NOW


def test_closing_leaves_one_file_without_a_log_and_the_witness_its_fingerprint(store, hand, place):
    hand.write(concern())
    store.testify()
    heads = store.heads
    store.close()
    assert sorted(path.name for path in place.folder.iterdir()) == ["desk.lock", "store-1.db", "witness.log"]
    said = Witness(place.folder, place.witness_key).read()
    assert (said.newest, said.closed) == (heads, fingerprint(place.path))


def test_closing_twice_is_closing_once(store):
    store.close()
    store.close()
    store.abandon()


def test_closing_drops_the_keys(store, place):
    store.close()
    assert (store.place.key, store.place.witness_key, store.place.audit_key) == (b"", b"", b"")
    assert place.key.hex() not in repr(store.place)


def test_a_store_is_held_until_it_is_closed(store, place):
    with pytest.raises(DeskInUseError):
        open_store(place, NOW)
    store.close()
    open_store(place, NOW).close()


def test_an_abandoned_store_leaves_the_witness_alone(store, hand, place):
    hand.write(concern())
    store.testify()
    store.abandon()
    assert Witness(place.folder, place.witness_key).read().closed is None
    open_store(place, NOW).close()


def test_a_full_disk_cannot_keep_a_desk_from_being_locked(store, hand, place):
    hand.write(concern())
    store.testify()
    heads = store.heads
    driver = store._connection._driver
    driver.execute("PRAGMA max_page_count = 1")
    store.witness._path = place.folder / "no such folder" / "witness.log"
    store.close()
    again = open_store(place, NOW)
    assert again.heads == heads
    again.close()


def test_a_failed_opening_frees_the_folder(place):
    place.path.write_bytes(b"x" * 8192)
    for _ in range(2):
        with pytest.raises(Exception, match="damaged"):
            open_store(place, NOW)
