"""A file that was chosen, read and looked at: what was found in it, before anybody says what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from socdesk.clock import day_in_text
from socdesk.desk.desk import Desk
from socdesk.desk.imports.earlier_import import EarlierImport, earlier_import
from socdesk.desk.imports.remembered_columns import remembered_match
from socdesk.exchange.body_rows import body_rows
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.day_order import words_on_days
from socdesk.exchange.days import read_day
from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.header_row import HeaderRow, header_at, likeliest_header, likeliest_kind
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.read_sheets import file_bytes, read_sheets
from socdesk.exchange.sheet import Row, Sheet, is_blank, tidy

FIRST_ROWS = 20
"""How many rows are shown when a file was read."""

_EXAMPLES = 3


@dataclass(frozen=True)
class ListFile:
    """The bytes of a list, and the ending of its name."""

    data: bytes = field(repr=False)
    suffix: str

    @classmethod
    def read(cls, path: Path) -> ListFile:
        """Read a file that a person chose."""
        return cls(file_bytes(path), path.suffix.lower())


@dataclass(frozen=True)
class Opened:
    """What every file that was read has: its hash, when it came in before, and what was found, in sentences.

    ``first_rows`` are shown as they stand, with the number of each; columns that are never kept are not among them.
    """

    sha256: str
    earlier: EarlierImport | None
    said: tuple[str, ...]
    headings: tuple[str, ...]
    first_rows: tuple[tuple[str, ...], ...] = field(repr=False)


@dataclass(frozen=True)
class OpenedList(Opened):
    """A list of people. ``remembered`` says when its headings were matched the same way before.

    ``headings_found`` is false where no row looks like headings: the first row is then taken, until a person says
    otherwise.
    """

    kind: ListKind
    sheets: tuple[Sheet, ...] = field(repr=False)
    header: HeaderRow = field(repr=False)
    match: ColumnMatch = field(repr=False)
    remembered: str
    headings_found: bool

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of the workbook's sheets; one nameless one of a text file."""
        return tuple(sheet.name for sheet in self.sheets)

    @property
    def sheet_number(self) -> int:
        """Which sheet is read, from 0."""
        return next(n for n, sheet in enumerate(self.sheets) if sheet.name == self.header.sheet.name)

    @property
    def heading_row(self) -> int:
        """The number of the row of headings, as Excel shows it."""
        return self.header.index + 1


def open_list(desk: Desk, kind: ListKind | None, file: ListFile) -> OpenedList:
    """Read a list and look at it. Without a kind, the likeliest is taken.

    Raises:
        FileNotReadableError: the file cannot be read, or no kind was said and none is likely.

    """
    sheets = read_sheets(file.data, file.suffix)
    return _opened(desk, kind or likeliest_kind(sheets), sheets, file_hash(file.data))


def with_place(desk: Desk, opened: OpenedList, sheet_number: int, heading_row: int | None) -> OpenedList:
    """Return the list as read from another sheet, or with its headings in another row; None looks for them there."""
    sheet = opened.sheets[sheet_number]
    header = None if heading_row is None else header_at(sheet, min(heading_row, len(sheet.rows)) - 1, opened.kind)
    header = header or likeliest_header((sheet,), opened.kind)
    return _opened(desk, opened.kind, opened.sheets, opened.sha256, header, only=sheet)


def _opened(
    desk: Desk,
    kind: ListKind,
    sheets: tuple[Sheet, ...],
    sha256: str,
    header: HeaderRow | None = None,
    *,
    only: Sheet | None = None,
) -> OpenedList:
    found = header or likeliest_header((only,) if only else sheets, kind)
    fallback = only if only and only.rows else next(sheet for sheet in sheets if sheet.rows)
    taken = found or header_at(fallback, 0, kind)
    match, remembered = remembered_match(desk, taken.match)
    headings, rows = _shown(taken)
    return OpenedList(
        sha256=sha256,
        earlier=earlier_import(desk, sha256),
        said=_said(taken, sheets) if found else (),
        headings=headings,
        first_rows=rows,
        kind=kind,
        sheets=sheets,
        header=taken,
        match=match,
        remembered=remembered,
        headings_found=found is not None,
    )


def _said(header: HeaderRow, sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    body = body_rows(header)
    number = len(body.rows)
    named = f" Sheet “{header.sheet.name}” of {len(sheets)}." if len(sheets) > 1 else ""
    counted = "1 row follows" if number == 1 else f"{number:,} rows follow"
    read = f"{header.sheet.source}.{named} Headings are in row {header.index + 1}; {counted}."
    return (read, *words_on_days(body.rows, header.match), *header.sheet.notices, *body.notices)


def _shown(header: HeaderRow) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return headings and first rows, without columns that are never kept and those that are blank."""
    barred = {column.column_index for column in header.match.sensitive}
    below = header.sheet.rows[header.index + 1 :]
    places = [
        at
        for at, label in enumerate(header.labels)
        if at not in barred and (label or any(tidy(row[at]) for row in below[:FIRST_ROWS]))
    ]
    rows = (_numbered(number, row, places) for number, row in enumerate(below, header.index + 2) if not is_blank(row))
    headings = ("Row", *(header.labels[at] or "No heading" for at in places))
    return headings, tuple(row for row, _ in zip(rows, range(FIRST_ROWS), strict=False))


def _numbered(number: int, row: Row, places: list[int]) -> tuple[str, ...]:
    return (f"{number}", *(tidy(row[at]) for at in places))


def examples_of(opened: OpenedList, at: int, *, days: bool = False) -> str:
    """Return the first different values of a column, as an example of what it holds, days as they are read."""
    below = opened.header.sheet.rows[opened.header.index + 1 :]
    found: dict[str, None] = {}
    for row in below:
        if len(found) == _EXAMPLES:
            break
        if at < len(row) and (text := tidy(row[at])):
            day = read_day(row[at]) if days else None
            found[day_in_text(day) if isinstance(day, date) else text] = None
    return ", ".join(found)


def rematched(opened: OpenedList, match: ColumnMatch) -> OpenedList:
    """Return the list with its columns matched as a person said."""
    return replace(opened, match=match)
