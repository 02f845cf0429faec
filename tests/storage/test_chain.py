"""The chains: a stranger with nothing but SHA-256 and JSON can check them."""

import hashlib
import json
from dataclasses import replace

import pytest
from helpers.records import concern
from hypothesis import given
from hypothesis import strategies as st

from socdesk.storage.chain import START, ChangeLine, EventLine, body_hash

LINE = ChangeLine(1, 2, "o1", "c1", "2026-03-02T09:00:00+00:00", "concerns", "r1", 1, 1, "ab" * 32, START)
EVENT = EventLine(1, "2026-03-02T09:00:00+00:00", "o1", "c1", "unlocked", "{}", START)


def test_a_line_s_hash_is_plain_sha_256_over_json():
    parts = [1, 2, "o1", "c1", "2026-03-02T09:00:00+00:00", "concerns", "r1", 1, 1, "ab" * 32, START]
    plain = json.dumps(parts, separators=(",", ":"), ensure_ascii=False).encode()
    assert LINE.hash == hashlib.sha256(plain).hexdigest()


def test_a_body_s_hash_is_plain_sha_256_over_salt_and_body():
    assert body_hash("00ff", "bødy") == hashlib.sha256(b"\x00\xff" + "bødy".encode()).hexdigest()


@pytest.mark.parametrize("line", [LINE, EVENT], ids=["change", "event"])
def test_whatever_changes_in_a_line_changes_its_hash(line):
    for name, value in vars(line).items():
        other = replace(line, **{name: value + 1 if isinstance(value, int) else value + "x"})
        assert other.hash != line.hash, name


@given(one=st.text(max_size=5), other=st.text(max_size=5))
def test_two_neighbours_cannot_be_shifted_into_each_other(one, other):
    assert replace(LINE, actor=one, copy=other).hash != replace(LINE, actor=one + other, copy="").hash or other == ""


def test_each_line_on_a_desk_holds_the_hash_of_the_one_before(store, hand):
    hand.write(concern(), concern())
    hand.write(concern())
    lines = store._connection._driver.execute("SELECT previous, line FROM changes ORDER BY seq").fetchall()
    assert [previous for previous, _ in lines] == [START, *(line for _, line in lines[:-1])]
    assert store.writer.head.line == lines[-1][1]


def test_equal_records_have_unlike_body_hashes_so_that_none_can_be_guessed(store, hand):
    hand.write(concern(id="1" * 32, reference="A"), concern(id="2" * 32, reference="B"))
    salts = store._connection._driver.execute("SELECT salt FROM changes").fetchall()
    assert len(set(salts)) == 2
    assert {len(salt) for (salt,) in salts} == {32}
