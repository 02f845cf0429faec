"""Rows from delimited text: comma, semicolon, tab or bar, whichever cuts it most evenly."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.formula_injection import restored
from socdesk.exchange.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_large
from socdesk.exchange.sheet import Cell, Row, squared

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""What parts columns, and what people call it."""

_SAMPLE_ROWS = 200
_SEP_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)


def csv_rows(text: str, *, delimiter: str | None = None) -> tuple[Row, ...]:
    """Return the rows of delimited text; empty cells are None, line n of the list is at n - 1.

    Raises:
        FileNotReadableError: a quotation mark is never closed, or there are too many rows or columns.

    """
    cut = delimiter or delimiter_of(text)
    if said := _SEP_LINE.match(text):
        text = "\r\n" + text[said.end() :]
    rows: list[list[Cell]] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=cut, strict=True)
    try:
        for record in reader:
            rows.append([restored(cell) or None for cell in record])
            cells += len(record)
            if cells > MAX_CELLS or len(rows) > 10 * MAX_ROWS:
                raise too_large("more than a million cells")
    except csv.Error:
        raise _broken_quotes(reader.line_num) from None
    return _within_limits(squared(rows))


def delimiter_of(text: str) -> str:
    """Return what parts the columns of a text: what its first line says ("sep=;"), else what cuts it most evenly."""
    said = _SEP_LINE.match(text)
    return said.group(1) if said else _most_even(text)


def _within_limits(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    if len(rows) > MAX_ROWS:
        raise too_large(f"{len(rows)} rows")
    if rows and len(rows[0]) > MAX_COLUMNS:
        raise too_large(f"{len(rows[0])} columns")
    return rows


def _most_even(text: str) -> str:
    """Return the delimiter under which most rows have equally many columns, more columns counting more."""
    best, best_score = ",", 0
    for delimiter in DELIMITERS:
        score = _evenness(text, delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _evenness(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        widths = Counter(len(row) for row in islice(reader, _SAMPLE_ROWS) if len(row) > 1)
    except csv.Error:
        return 0
    return max((rows * width for width, rows in widths.items()), default=0)


def _broken_quotes(line: int) -> FileNotReadableError:
    return FileNotReadableError(
        f'Near line {line}, a quotation mark (") is out of place, so the columns cannot be told apart.',
        advice="Open the file in Excel, correct that line, and save it as an Excel workbook (.xlsx).",
    )
