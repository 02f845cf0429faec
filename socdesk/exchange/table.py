"""A table that goes out, and how its values look in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from socdesk.clock import LONDON

Scalar = str | int | float | bool | date | datetime | None
Value = Scalar | tuple[Scalar, ...]
"""One value; a tuple is a field that holds several, such as the pillars of an action."""

Flat = str | int | float | date | datetime | None
"""What one cell of a spreadsheet holds."""

_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STAND_IN: Final = "\ufffd"


@dataclass(frozen=True)
class Table:
    """A title, headings and rows as long as the headings.

    ``columns`` are the words a person reads. ``keys`` are the field names that JSON uses, and ``register`` is
    the register's key; where they are left out, JSON uses the headings and the title.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    keys: tuple[str, ...] = ()
    register: str = ""

    def __post_init__(self) -> None:
        if self.keys and len(self.keys) != len(self.columns):
            raise ValueError("keys and columns differ in number")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row is not as long as the headings")


def flat(value: Value) -> Flat:
    """Return a value for one cell: Yes or No, several values joined by "; ", moments as London time."""
    if isinstance(value, tuple):
        return "; ".join(in_words(item) for item in value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(LONDON).replace(tzinfo=None)
    if isinstance(value, str):
        return writable(value)
    return value


def in_words(value: Value) -> str:
    """Return a value as text: days as 2026-04-01, moments as 2026-04-01 10:30:00 in London."""
    cell = flat(value)
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def writable(text: str) -> str:
    """Return text with a visible stand-in for each character that spreadsheets cannot hold."""
    return _UNWRITABLE.sub(_STAND_IN, text)
