import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.keys import kdf
from socdesk.keys.errors import CostOutOfPolicyError, NotEnoughMemoryError
from socdesk.keys.kdf import DEFAULT_COST, POLICY_CEILING, POLICY_FLOOR, KdfCost, calibrated_cost, stretch

FIELDS = ("memory_kib", "passes", "lanes")


@pytest.mark.parametrize("field", FIELDS)
def test_a_cost_just_outside_the_window_is_refused(field):
    for edge, step in ((POLICY_FLOOR, -1), (POLICY_CEILING, 1)):
        with pytest.raises(CostOutOfPolicyError):
            dataclasses.replace(edge, **{field: getattr(edge, field) + step})


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("make", [float, str, lambda _: True, lambda _: None], ids=["float", "text", "bool", "none"])
def test_a_cost_is_counted_in_whole_numbers_only(field, make):
    with pytest.raises(CostOutOfPolicyError):
        dataclasses.replace(POLICY_FLOOR, **{field: make(getattr(POLICY_FLOOR, field))})


def test_the_default_is_dearer_than_the_floor():
    assert DEFAULT_COST.memory_kib > POLICY_FLOOR.memory_kib


def test_the_salt_and_the_secret_both_count():
    made = {
        stretch(secret, salt=salt * 16, cost=POLICY_FLOOR)
        for secret, salt in ((b"one", b"s"), (b"two", b"s"), (b"one", b"t"))
    }
    assert len(made) == 3


def test_too_little_memory_is_told_in_words(monkeypatch):
    def without_memory(**_):
        raise MemoryError

    monkeypatch.setattr(kdf, "Argon2id", without_memory)
    with pytest.raises(NotEnoughMemoryError, match="64 MiB"):
        stretch(b"secret", salt=bytes(16), cost=POLICY_FLOOR)


def test_the_measure_really_measures():
    assert kdf.seconds_to_stretch(POLICY_FLOOR) > 0.005


def computer(seconds_per_gib_pass, slower_when_large=1.0):
    """A computer on which large memory is up to so many times slower per byte than the floor's."""

    def seconds_of(cost):
        largeness = (cost.memory_kib - POLICY_FLOOR.memory_kib) / (512 * 1024 - POLICY_FLOOR.memory_kib)
        work = cost.memory_kib * cost.passes / 2**20
        return work * seconds_per_gib_pass * (1 + (slower_when_large - 1) * largeness)

    return seconds_of


@given(st.floats(0.12, 2.6), st.floats(1.0, 1.6))
def test_on_an_ordinary_computer_a_guess_takes_half_a_second_to_one(speed, slower_when_large):
    seconds_of = computer(speed, slower_when_large)
    assert 0.5 <= seconds_of(calibrated_cost(seconds_of)) <= 1.0


@given(st.floats(0.0, 1000.0))
def test_no_computer_gets_less_than_the_floor_or_more_than_half_a_gibibyte(speed):
    cost = calibrated_cost(computer(speed))
    assert POLICY_FLOOR.memory_kib <= cost.memory_kib <= 512 * 1024
    assert cost.passes >= POLICY_FLOOR.passes


def test_calibrating_measures_twice_only():
    measured = []

    def seconds_of(cost):
        measured.append(cost)
        return 5.0

    calibrated_cost(seconds_of)
    assert len(measured) == 2


def test_a_very_slow_computer_gets_the_floor_of_memory_and_passes():
    cost = calibrated_cost(computer(500))
    assert cost == KdfCost(POLICY_FLOOR.memory_kib, POLICY_FLOOR.passes, DEFAULT_COST.lanes)
