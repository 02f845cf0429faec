"""How dear one guess at a passphrase is: Argon2id, within a window that no file can leave.

The window is checked when a cost is made, so before anything is derived: a file that asks for next to
nothing (to make guessing cheap) or for a terabyte (to hang the program) is refused at once (store.md 6).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from socdesk.keys.derive import KEY_BYTES
from socdesk.keys.errors import CostOutOfPolicyError, NotEnoughMemoryError

_WINDOW: Final = {
    "memory_kib": (64 * 1024, 2 * 1024 * 1024),
    "passes": (3, 16),
    "lanes": (1, 16),
}


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id's memory in KiB, passes over it, and lanes. Raises CostOutOfPolicyError outside the window."""

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        for name, (least, most) in _WINDOW.items():
            value = getattr(self, name)
            if type(value) is not int:  # a bool or a float is not a count
                raise CostOutOfPolicyError(f"{name} is not a whole number")
            if not least <= value <= most:
                raise CostOutOfPolicyError(f"{name} is not from {least} to {most}")


POLICY_FLOOR: Final = KdfCost(*(least for least, _ in _WINDOW.values()))
POLICY_CEILING: Final = KdfCost(*(most for _, most in _WINDOW.values()))
DEFAULT_COST: Final = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)


def stretch(secret: bytes, *, salt: bytes, cost: KdfCost) -> bytes:
    """Return the 32 bytes that Argon2id v1.3 makes of a secret. Raises NotEnoughMemoryError."""
    try:
        return Argon2id(
            salt=salt,
            length=KEY_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError as error:
        raise NotEnoughMemoryError(cost.memory_kib // 1024) from error


def seconds_to_stretch(cost: KdfCost) -> float:
    """Return how long one guess of this cost takes on this computer, in seconds."""
    start = time.perf_counter()
    stretch(b"a measure, not a secret", salt=bytes(16), cost=cost)
    return time.perf_counter() - start


SLOW_ENOUGH_SECONDS: Final = 0.5
PATIENCE_SECONDS: Final = 1.0
_AIM_SECONDS: Final = 0.75
_MOST_CALIBRATED_KIB: Final = 512 * 1024
_MEMORY_STEP_KIB: Final = 16 * 1024
_LEAST_SECONDS: Final = 0.001


def calibrated_cost(seconds_of: Callable[[KdfCost], float] = seconds_to_stretch) -> KdfCost:
    """Return the cost at which one guess takes about 0.5 to 1 second here, never below the floor.

    ``seconds_of`` measures one cost. It is called twice: with a small cost, then with the one that
    follows from it, since large memory is slower per byte than small.
    """
    trial = KdfCost(POLICY_FLOOR.memory_kib, DEFAULT_COST.passes, DEFAULT_COST.lanes)
    likely = _scaled(trial, seconds_of(trial))
    seconds = seconds_of(likely)
    return likely if SLOW_ENOUGH_SECONDS <= seconds <= PATIENCE_SECONDS else _scaled(likely, seconds)


def _scaled(cost: KdfCost, seconds: float) -> KdfCost:
    """Scale to the time aimed at; memory first, passes only once memory is at its most."""
    work = cost.memory_kib * cost.passes * _AIM_SECONDS / max(seconds, _LEAST_SECONDS)
    steps = int(work / DEFAULT_COST.passes) // _MEMORY_STEP_KIB
    memory = min(max(steps * _MEMORY_STEP_KIB, POLICY_FLOOR.memory_kib), _MOST_CALIBRATED_KIB)
    passes = min(max(round(work / memory), POLICY_FLOOR.passes), POLICY_CEILING.passes)
    return KdfCost(memory, passes, cost.lanes)
