"""Scores of courses, in percent."""

from __future__ import annotations

import re

from socdesk.exchange.cells import Unreadable, says_nothing
from socdesk.exchange.sheet import Cell, tidy

_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%?")
_FRACTION = re.compile(r"(\d+(?:\.\d+)?) ?(?:/|out of) ?(\d+(?:\.\d+)?)")
_WHOLE = 100.0


def read_score(cell: Cell) -> float | Unreadable | None:
    """Return a score from 0 to 100 percent, None for an empty cell. Reads 85, "85%" and "17/20"."""
    if says_nothing(cell):
        return None
    text = tidy(cell)
    if isinstance(cell, str | int | float) and not isinstance(cell, bool):
        score = _score(text)
        if score is not None and score <= _WHOLE:
            return score
    return Unreadable("A score is a percentage from 0 to 100.")


def _score(text: str) -> float | None:
    if found := _PERCENT.fullmatch(text):
        return float(found[1])
    if (found := _FRACTION.fullmatch(text)) and float(found[2]):
        return round(float(found[1]) / float(found[2]) * _WHOLE, 4)
    return None
