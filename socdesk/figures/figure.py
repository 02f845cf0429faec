"""A figure: a value with what it counts, its day, and the ids behind it (architecture.md, bone 12).

A figure is for the officer. What the public may read of it is made in ``small_numbers``, which drops the ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

_PER_MILLE = 1000


def percentage(numerator: int, denominator: int) -> Decimal | None:
    """Return per cent with one decimal, halves rounded up; nothing where there is nothing to count.

    >>> percentage(212, 240)
    Decimal('88.3')
    """
    if denominator <= 0:
        return None
    tenths = (2 * _PER_MILLE * numerator + denominator) // (2 * denominator)
    return Decimal(tenths).scaleb(-1)


@dataclass(frozen=True, kw_only=True)
class Figure:
    """So many of so many on a day.

    ``counts`` says what the numerator counts and ``of`` what the denominator counts, both in words. The ids are those
    of records, each once; those of the numerator are among those of the denominator. Raises ValueError where they are
    not, for that is a fault of ours.
    """

    counts: str
    of: str
    as_at: date
    numerator_ids: tuple[str, ...]
    denominator_ids: tuple[str, ...]

    def __post_init__(self) -> None:
        whole = set(self.denominator_ids)
        if len(whole) != len(self.denominator_ids) or len(set(self.numerator_ids)) != len(self.numerator_ids):
            raise ValueError("a figure counts a record twice")
        if not whole.issuperset(self.numerator_ids):
            raise ValueError("a figure counts more than its whole")

    @property
    def numerator(self) -> int:
        """How many count."""
        return len(self.numerator_ids)

    @property
    def denominator(self) -> int:
        """Out of how many."""
        return len(self.denominator_ids)

    @property
    def percentage(self) -> Decimal | None:
        """Per cent with one decimal; nothing where there is nothing to count."""
        return percentage(self.numerator, self.denominator)

    @cached_property
    def missing_ids(self) -> tuple[str, ...]:
        """The ids that are in the denominator alone."""
        counted = set(self.numerator_ids)
        return tuple(each for each in self.denominator_ids if each not in counted)
