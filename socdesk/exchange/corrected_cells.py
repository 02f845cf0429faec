"""Cells that a person corrected in the window; the file itself is never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from socdesk.exchange.header_row import HeaderRow
from socdesk.exchange.sheet import Row

Corrections = Mapping[tuple[int, int], str]
"""What was typed, by the row's number as Excel shows it and the place of the column, from 0."""


def with_cells(rows: tuple[Row, ...], typed: Corrections) -> tuple[Row, ...]:
    """Return the rows with what was typed in place of what the file has; places outside the rows are passed over."""
    changed = list(rows)
    for (number, at), text in typed.items():
        if 0 < number <= len(changed) and 0 <= at < len(changed[number - 1]):
            cells = list(changed[number - 1])
            cells[at] = text.strip() or None
            changed[number - 1] = tuple(cells)
    return tuple(changed)


def corrected_header(header: HeaderRow, typed: Corrections) -> HeaderRow:
    """Return a list whose rows have what was typed."""
    return replace(header, sheet=replace(header.sheet, rows=with_cells(header.sheet.rows, typed))) if typed else header
