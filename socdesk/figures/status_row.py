"""The training statuses of one row, safe beside the row's own coverage figure (domain.md 4.8, 4.9).

Within a row the numbers add up, so hiding one number alone hides nothing. The row has two sides, those covered and
those not, and a paper gives the sum of each. Where a side holds a small number, the whole side is told as its sum;
where a sum itself is small, the row is not told at all. Hiding the fewest cells instead would give the reader who
knows the rule the hidden numbers back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socdesk.figures.small_numbers import THRESHOLD, is_small
from socdesk.figures.training import AWAITING_EVIDENCE, EXPIRED, EXPIRING, IN_DATE, NEVER_TRAINED

COVERED = (IN_DATE, EXPIRING)
UNCOVERED = (EXPIRED, NEVER_TRAINED, AWAITING_EVIDENCE)


@dataclass(frozen=True)
class StatusGroup:
    """One or more statuses (codes of training_status) and how many people have any of them."""

    codes: tuple[str, ...]
    number: int


def _side(codes: Iterable[str], by_code: Mapping[str, int], threshold: int) -> tuple[StatusGroup, ...]:
    cells = tuple(StatusGroup((code,), by_code.get(code, 0)) for code in codes)
    if any(is_small(cell.number, threshold) for cell in cells):
        return (StatusGroup(tuple(cell.codes[0] for cell in cells), sum(cell.number for cell in cells)),)
    return cells


def public_row(by_code: Mapping[str, int], threshold: int = THRESHOLD) -> tuple[StatusGroup, ...]:
    """Return the groups of one row that may be published; none where even the sums may not be.

    The numbers of the groups add up to the row's denominator. A code that is not known counts as not covered.
    """
    uncovered = (*UNCOVERED, *sorted(set(by_code) - {*COVERED, *UNCOVERED}))
    sums = [sum(by_code.get(code, 0) for code in side) for side in (COVERED, uncovered)]
    if is_small(sum(sums), threshold) or any(is_small(each, threshold) for each in sums):
        return ()
    return (*_side(COVERED, by_code, threshold), *_side(uncovered, by_code, threshold))
