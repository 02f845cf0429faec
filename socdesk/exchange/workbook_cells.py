"""One cell of a workbook as the person sees it in Excel."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Protocol

from socdesk.exchange.sheet import Cell

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ZEROS = re.compile(r"0{2,}")


class WorkbookCell(Protocol):
    """What is read of a cell of openpyxl."""

    @property
    def value(self) -> object:
        """The stored value."""
        ...

    @property
    def number_format(self) -> str:
        """How Excel shows it."""
        ...


def cell_value(cell: WorkbookCell) -> Cell:
    """Return the value a person sees.

    A number that Excel shows with leading zeros ("00417" by the format 00000) is that text, and a percentage
    is "85%", for those zeros and that sign are what the list says. A day without a time is a date.
    """
    value = cell.value
    if isinstance(value, datetime):
        return value if value.time() != time() else value.date()
    if isinstance(value, bool | date | None):
        return value
    if isinstance(value, int | float):
        return _number_as_shown(value, cell.number_format)
    if isinstance(value, time | timedelta):
        return str(value)
    return _unescaped(str(value)) or None


def _number_as_shown(number: float, number_format: str) -> Cell:
    if _ZEROS.fullmatch(number_format) and number >= 0 and float(number).is_integer():
        return str(int(number)).zfill(len(number_format))
    if number_format.endswith("%"):
        return f"{number * 100:.10g}%"
    return number


def _unescaped(text: str) -> str:
    """Undo ``_x000D_``, by which workbooks write what XML cannot hold (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
