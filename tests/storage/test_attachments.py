"""Files inside the desk."""

import hashlib

import pytest
from helpers.records import concern

from socdesk.storage.attachments import CHUNK, described
from socdesk.storage.faults import DamagedDeskError


def keep(store, hand, data):
    file = described("minutes.pdf", data)
    with store.writer.deed(hand.line()) as opened:
        hand._put(opened, concern())
        store.attachments.write(file, data)
    return file


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7])
def test_a_file_of_any_size_comes_back(store, hand, size):
    data = bytes(number % 251 for number in range(size))
    file = keep(store, hand, data)
    assert (file.size, file.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert store.attachments.read(file) == data


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE attachment_chunks SET content = zeroblob(length(content)) WHERE number = 1",
        "DELETE FROM attachment_chunks WHERE number = 2",
        "DELETE FROM attachment_chunks",
        "UPDATE attachment_chunks SET number = 9 WHERE number = 0",
    ],
)
def test_a_file_that_is_not_what_was_kept_is_never_given_out(store, hand, damage):
    file = keep(store, hand, bytes(number % 251 for number in range(3 * CHUNK)))
    store._connection._driver.execute(damage)
    with pytest.raises(DamagedDeskError):
        store.attachments.read(file)


def test_a_file_goes_with_the_deed_that_failed(store, hand):
    file = described("minutes.pdf", b"text")
    with pytest.raises(RuntimeError), store.writer.deed(hand.line()):
        store.attachments.write(file, b"text")
        raise RuntimeError
    with pytest.raises(DamagedDeskError):
        store.attachments.read(file)
