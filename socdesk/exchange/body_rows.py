"""The rows under the headings: blank lines, repeated headings and footers set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from socdesk.exchange.cells import plain_words
from socdesk.exchange.header_row import HeaderRow, headings
from socdesk.exchange.list_data import footer_words
from socdesk.exchange.sheet import Row, is_blank, tidy

_FOOTER_CELLS = 2
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class NumberedRow:
    """A row and its number as Excel shows it, from 1."""

    number: int
    cells: Row


@dataclass(frozen=True)
class BodyRows:
    """The rows that are records, and sentences about those that were not."""

    rows: tuple[NumberedRow, ...]
    notices: tuple[str, ...]


def body_rows(header: HeaderRow) -> BodyRows:
    """Return the rows below the headings; a footer that tells a total is compared with the rows found."""
    rows: list[NumberedRow] = []
    notices: list[str] = []
    totals: list[int] = []
    for number, cells in enumerate(header.sheet.rows[header.index + 1 :], start=header.index + 2):
        if is_blank(cells):
            continue
        footer = footer_text(cells)
        if headings(cells) == header.labels:
            notices.append(f"Row {number} repeats the headings and was left out.")
        elif footer:
            notices.append(f"Row {number} looks like a footer and was left out.")
            totals += _total(footer)
        else:
            rows.append(NumberedRow(number, cells))
    notices += _counted(totals, len(rows))
    return BodyRows(tuple(rows), tuple(notices))


def footer_text(row: Row) -> str:
    """Return the words of a row that is a footer ("total 240"), or "" for any other row.

    A footer fills at most two cells and begins with a word such as Total, or counts ("240 records").
    """
    filled = [tidy(cell) for cell in row if tidy(cell)]
    if len(filled) > _FOOTER_CELLS:
        return ""
    words = plain_words(" ".join(filled))
    data = footer_words()
    counted = any(re.fullmatch(rf"\d+ {noun}( .*)?", words) for noun in data["counted"])
    return words if counted or _begins(words, data["starts"]) else ""


def _begins(words: str, starts: Iterable[str]) -> bool:
    return any(f"{words} ".startswith(f"{start} ") for start in starts)


def _total(words: str) -> list[int]:
    numbers = _NUMBER.findall(words)
    tells = words[:1].isdigit() or _begins(words, footer_words()["totals"])
    return [int(numbers[0])] if tells and len(numbers) == 1 and len(numbers[0]) < 10 else []  # noqa: PLR2004  no count


def _counted(totals: list[int], found: int) -> list[str]:
    if len(totals) != 1 or totals[0] == found:
        return []
    return [f"The footer says {totals[0]}, and {found} rows were found: check that the list is whole."]
