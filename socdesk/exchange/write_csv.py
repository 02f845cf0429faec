"""A table as CSV that Excel opens rightly: UTF-8 with its mark, CRLF, all quoted, no formula that runs."""

from __future__ import annotations

import csv
import io

from socdesk.exchange.formula_injection import neutralised
from socdesk.exchange.table import Table, Value, in_words, writable


def write_csv(table: Table) -> bytes:
    """Return the bytes of a CSV file (RFC 4180); the same table gives the same bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([neutralised(writable(column)) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    """Neutralise text only: a number below zero starts with a minus and is no formula."""
    words = in_words(value)
    return neutralised(words) if isinstance(value, str | tuple) else words
