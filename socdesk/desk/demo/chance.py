"""Chance that falls the same way each time for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

_HUNDRED = 100


class Chance:
    """One stream of chance. Each topic has its own, so that a change to one part moves no other."""

    def __init__(self, seed: int, topic: str) -> None:
        self._random = random.Random(f"{seed}/{topic}")  # noqa: S311  a demonstration, not a secret

    def of(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return self._random.choice(items)

    def weighted(self, items: Sequence[Item], weights: Sequence[int]) -> Item:
        """Return one of the items, the heavier the likelier."""
        return self._random.choices(items, weights)[0]

    def some(self, items: Sequence[Item], number: int) -> list[Item]:
        """Return so many different items, or all where there are fewer, in a mixed order."""
        return self._random.sample(items, min(number, len(items)))

    def between(self, least: int, most: int) -> int:
        """Return a whole number from the least to the most, both included."""
        return self._random.randint(least, max(least, most))

    def percent(self, share: int) -> bool:
        """Tell whether something happens that happens so many times in a hundred."""
        return self._random.randrange(_HUNDRED) < share
