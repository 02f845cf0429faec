"""A sheet of cells, whatever kind of file it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None
"""One value as the file holds it. CSV gives only text; an empty cell is None."""

Row = tuple[Cell, ...]

_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")


@dataclass(frozen=True)
class Sheet:
    """One sheet: every row equally long, row n of the file at ``rows[n - 1]``, blank ends cut off.

    ``notices`` are sentences about what reading had to decide. ``hidden`` tells that Excel does not show the
    sheet. ``source`` says in words what kind of file it came from.
    """

    name: str
    rows: tuple[Row, ...]
    notices: tuple[str, ...] = ()
    hidden: bool = False
    source: str = ""


def tidy(cell: Cell) -> str:
    """Return a cell as one line of text: spaces of every kind joined, ends trimmed; "" for an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    return _SPACES.sub(" ", str(cell)).strip()


def is_blank(row: Iterable[Cell]) -> bool:
    """Tell whether nothing can be read in any cell of a row."""
    return not any(tidy(cell) for cell in row)


def squared(rows: Sequence[Sequence[Cell]]) -> tuple[Row, ...]:
    """Return the rows equally long, without blank rows at the end and blank columns at the right."""
    kept = len(rows)
    while kept and is_blank(rows[kept - 1]):
        kept -= 1
    width = max((_filled_width(row) for row in rows[:kept]), default=0)
    return tuple(tuple(row[:width]) + (None,) * (width - len(row)) for row in rows[:kept])


def _filled_width(row: Sequence[Cell]) -> int:
    width = len(row)
    while width and not tidy(row[width - 1]):
        width -= 1
    return width
