"""Licence and badge numbers: text, never arithmetic; leading zeros matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.sheet import Cell, tidy

_LONGEST = 40


def read_licence_number(cell: Cell) -> str | Unreadable:
    """Return a number as text, "" for an empty cell, just as it is written (spaces at the ends apart)."""
    if isinstance(cell, bool | date):
        return Unreadable("Excel has turned this number into something else; format the column as text.")
    text = tidy(cell).removeprefix("'")
    if len(text) > _LONGEST or (isinstance(cell, float) and "e" in text):
        return Unreadable("This is not a licence number.")
    return text


def numbers_that_lost_zeros(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return numbers that are likely to have lost leading zeros.

    Where other numbers are all digits, begin with 0 and are of one length, a shorter one that does not begin
    with 0 (417 beside 00416) is suspect. It is told, not mended: 417 may be a number of its own.
    """
    digits = [number for number in numbers if number.isascii() and number.isdigit()]
    lengths = Counter(len(number) for number in digits if number.startswith("0"))
    if not lengths:
        return ()
    usual = max(lengths, key=lambda length: (lengths[length], length))
    return tuple(number for number in digits if len(number) < usual and not number.startswith("0"))
