"""What is said of the days of a list: always read day first, with an example from the list itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from socdesk.clock import day_in_text
from socdesk.exchange.body_rows import NumberedRow
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.days import read_day
from socdesk.exchange.sheet import Cell, tidy

DAY_TARGETS = ("issued", "expires", "training_day", "started", "left", "completed", "term_start", "term_end")
"""The fields that hold days."""

_TWO_NUMBERS = re.compile(r"(\d{1,2})[/. -]+(\d{1,2})[/. -]+(?:\d{4}|\d{2})")
_MONTHS = 12


def words_on_days(rows: Iterable[NumberedRow], match: ColumnMatch) -> tuple[str, ...]:
    """Say how days are read, and whether the list seems to put the month first."""
    places = [at for key in DAY_TARGETS if _has(match, key) and (at := match.column_of(key)) is not None]
    cells = [row.cells[at] for row in rows for at in places if at < len(row.cells)]
    return (*_example(cells), *_month_first(cells))


def _has(match: ColumnMatch, key: str) -> bool:
    return any(pair.target == key for pair in match.pairs)


def _example(cells: Iterable[Cell]) -> tuple[str, ...]:
    either = whole = ""
    for cell in cells:
        found = _TWO_NUMBERS.fullmatch(tidy(cell)) if isinstance(cell, str) else None
        if isinstance(cell, date):
            whole = whole or "Days are kept as days in the workbook, so their order is certain."
        elif found and isinstance(day := read_day(cell), date):
            either = either or f"Days are read day first: {tidy(cell)} is {day_in_text(day)}."
    return tuple(filter(None, (either or whole,)))


def _month_first(cells: Iterable[Cell]) -> tuple[str, ...]:
    texts = (tidy(cell) for cell in cells if isinstance(cell, str))
    odd = [
        text for text in texts if (found := _TWO_NUMBERS.fullmatch(text)) and int(found[1]) <= _MONTHS < int(found[2])
    ]
    if not odd:
        return ()
    days = "1 day seems" if len(odd) == 1 else f"{len(odd):,} days seem"
    return (f"{days} to have the month first, such as {odd[0]}. Correct them in step 3, or ask for the list again.",)
