"""The side file of tries to open a desk that failed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.storage.failed_unlocks import FAILED_UNLOCKS_FILE, FailedUnlock, FailedUnlocks

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def tries(tmp_path):
    return FailedUnlocks(tmp_path)


def test_tries_are_kept_in_their_order_until_they_are_forgotten(tries, tmp_path):
    assert tries.read() == ()
    tries.note(NOW, "passphrase")
    tries.note(NOW + timedelta(seconds=3), "recovery words")
    assert FailedUnlocks(tmp_path).read() == (
        FailedUnlock(NOW, "passphrase"),
        FailedUnlock(NOW + timedelta(seconds=3), "recovery words"),
    )
    tries.clear()
    tries.clear()
    assert tries.read() == ()
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=300))
def test_whatever_somebody_wrote_into_the_file_is_read_or_passed_over(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("tries")
    (folder / FAILED_UNLOCKS_FILE).write_bytes(content)
    tries = FailedUnlocks(folder)
    before = tries.read()
    tries.note(NOW, "passphrase")
    assert tries.read() == (*before, FailedUnlock(NOW, "passphrase"))


@pytest.mark.parametrize("line", [b"2026-03-02T09:00:00 passphrase\n", b"2026-03-02T09:00:00+00:00 Alex Example\n"])
def test_only_moments_and_known_ways_are_taken_from_it(tries, tmp_path, line):
    (tmp_path / FAILED_UNLOCKS_FILE).write_bytes(line)
    assert tries.read() == ()


def test_a_file_that_grew_past_its_bound_grows_no_more(tries, tmp_path):
    path = tmp_path / FAILED_UNLOCKS_FILE
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    tries.note(NOW, "passphrase")
    assert path.stat().st_size == 1024 * 1024 + 1


def test_a_folder_that_cannot_be_written_to_keeps_nobody_out(tmp_path):
    tries = FailedUnlocks(tmp_path / "gone")
    tries.note(NOW, "passphrase")
    tries.clear()
    assert tries.read() == ()


def test_a_line_of_which_one_bit_was_flipped_is_never_read_as_another_try(tries, tmp_path):
    tries.note(NOW, "passphrase")
    tries.note(NOW, "device")
    path, kept = tmp_path / FAILED_UNLOCKS_FILE, tries.read()
    content = path.read_bytes()
    for place in range(8 * (content.rfind(b"\n") + 1)):
        changed = bytearray(content)
        changed[place // 8] ^= 1 << place % 8
        path.write_bytes(changed)
        assert set(tries.read()) <= set(kept)
        assert tries.read() == kept or tries.unreadable() > 0
    path.write_bytes(content)
    assert tries.unreadable() == 0
