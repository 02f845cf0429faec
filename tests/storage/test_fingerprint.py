"""The fingerprint of the closed file: the tags of its pages."""

import shutil

from helpers.records import concern
from hypothesis import given, settings
from hypothesis import strategies as st

from socdesk.storage.fingerprint import PAGE, fingerprint, has_log
from socdesk.storage.store import open_store


def test_the_same_file_has_the_same_fingerprint_wherever_it_lies(laid_out, tmp_path):
    copy = shutil.copy(laid_out / "store-1.db", tmp_path / "copy.db")
    assert fingerprint(tmp_path / "copy.db") == fingerprint(laid_out / "store-1.db")
    assert copy


def test_an_older_page_put_back_changes_it(place, hand, store):
    store.close()
    older = place.path.read_bytes()
    again = open_store(place, hand.now)
    hand.store = again
    hand.write(*(concern() for _ in range(20)))
    again.close()
    newer = place.path.read_bytes()
    left = fingerprint(place.path)
    changed = [
        start for start in range(0, len(older), PAGE) if older[start : start + PAGE] != newer[start : start + PAGE]
    ]
    assert changed
    for start in changed:
        place.path.write_bytes(newer[:start] + older[start : start + PAGE] + newer[start + PAGE :])
        assert fingerprint(place.path) != left


@settings(max_examples=20)
@given(size=st.integers(0, 5 * PAGE))
def test_every_size_has_a_fingerprint_of_its_own(tmp_path_factory, size):
    path = tmp_path_factory.getbasetemp() / "sized"
    path.write_bytes(bytes(size))
    assert fingerprint(path).size == size


def test_a_log_is_told_from_none_and_from_an_empty_one(tmp_path):
    path = tmp_path / "store-1.db"
    assert not has_log(path)
    log = tmp_path / "store-1.db-wal"
    log.touch()
    assert not has_log(path)
    log.write_bytes(b"frames")
    assert has_log(path)
