"""The side file that tells when the desk's file is older than what was saved."""

import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdesk.storage.fingerprint import Fingerprint
from socdesk.storage.witness import WITNESS_FILE, Heads, Witness

KEY = b"w" * 32
LEFT = Fingerprint(8192, "f" * 64)


def heads(number):
    return Heads(number, f"line {number}", number * 2, f"event {number}")


@pytest.fixture
def file(tmp_path):
    return tmp_path / WITNESS_FILE


@pytest.fixture
def witness(tmp_path):
    witness = Witness(tmp_path, KEY)
    yield witness
    witness.let_go()


def read(witness, file):
    return Witness(file.parent, KEY).read()


def test_without_a_file_it_says_so(witness):
    assert witness.read().missing


def test_it_remembers_the_newest_heads(witness, file):
    for number in (1, 2, 3):
        witness.commit(heads(number))
    said = read(witness, file)
    assert (said.newest, said.closed, said.altered) == (heads(3), None, False)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_closing_leaves_one_line_with_the_fingerprint(witness, file):
    witness.commit(heads(1))
    witness.close(heads(2), LEFT)
    assert len(file.read_bytes().splitlines()) == 1
    said = read(witness, file)
    assert (said.newest, said.closed) == (heads(2), LEFT)


def test_a_commit_after_closing_means_that_it_is_open_again(witness, file):
    witness.close(heads(1), LEFT)
    witness.opened(heads(1))
    assert read(witness, file).closed is None


def test_accepting_forgets_higher_heads(witness, file):
    witness.commit(heads(9))
    witness.accept(heads(2))
    assert read(witness, file).newest == heads(2)


@given(cut=st.integers(1, 120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_line_cut_short_by_a_crash_is_no_alarm_then_or_later(tmp_path, cut):
    file = tmp_path / WITNESS_FILE
    file.unlink(missing_ok=True)
    crashed = Witness(tmp_path, KEY)
    crashed.commit(heads(1))
    crashed.commit(heads(2))
    crashed.let_go()
    file.write_bytes(file.read_bytes()[:-cut])
    assert not Witness(tmp_path, KEY).read().altered
    following = Witness(tmp_path, KEY)
    following.commit(heads(3))
    following.let_go()
    said = Witness(tmp_path, KEY).read()
    assert (said.newest, said.altered) == (heads(3), False)


@pytest.mark.parametrize("position", [0, 30, 70, 100, 150])
def test_an_edited_line_is_told(witness, file, position):
    witness.commit(heads(1))
    witness.commit(heads(2))
    content = bytearray(file.read_bytes())
    content[position] ^= 1
    file.write_bytes(content)
    said = read(witness, file)
    assert said.altered
    assert said.newest == heads(2)


def test_whichever_bit_of_a_line_is_flipped_it_is_told(witness, file):
    witness.close(heads(1), LEFT)
    content = file.read_bytes()
    for place in range(8 * (len(content) - 1)):
        changed = bytearray(content)
        changed[place // 8] ^= 1 << place % 8
        file.write_bytes(changed)
        assert witness.read().altered


def test_another_desk_s_witness_is_no_witness_here(witness, file):
    witness.commit(heads(1))
    assert Witness(file.parent, b"x" * 32).read().altered


def test_a_witness_that_cannot_be_written_does_not_undo_what_was_saved(tmp_path):
    (tmp_path / WITNESS_FILE).mkdir()
    Witness(tmp_path, KEY).commit(heads(1))


def test_it_holds_numbers_and_hashes_only(witness, file):
    witness.close(heads(1), LEFT)
    words = file.read_text()
    assert "socdesk" not in words
    assert set(words.split('"')[1::2]) <= {
        "closed", "changes", "change_line", "events", "event_line", "line 1", "event 1", "size", "tags", "f" * 64,
    }  # fmt: skip
