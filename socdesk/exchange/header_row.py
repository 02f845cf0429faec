"""Where the headings of a list are, under whatever titles the file puts above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdesk.exchange.columns import ColumnMatch, match_columns
from socdesk.exchange.file_errors import HeaderNotFoundError
from socdesk.exchange.list_kinds import ListKind, list_shape
from socdesk.exchange.sheet import Row, Sheet, tidy

_LOOK_DOWN = 60
_AT_LEAST = 2


@dataclass(frozen=True)
class HeaderRow:
    """The header row of a sheet: its place from 0, and the guessed match of its headings."""

    sheet: Sheet
    index: int
    match: ColumnMatch

    @property
    def labels(self) -> tuple[str, ...]:
        """The headings, from the left."""
        return self.match.header


def headings(row: Row) -> tuple[str, ...]:
    """Return the cells of a row as headings."""
    return tuple(tidy(cell) for cell in row)


def header_at(sheet: Sheet, index: int, kind: ListKind) -> HeaderRow:
    """Return the row that the person points to as the header row; ``index`` counts from 0.

    Raises:
        IndexError: the sheet has no such row.

    """
    return HeaderRow(sheet, index, match_columns(headings(sheet.rows[index]), kind))


def find_header(sheets: Sequence[Sheet], kind: ListKind) -> HeaderRow:
    """Return the row, of all sheets, in whose headings most fields of this kind of list are found.

    A sheet that the workbook shows goes before a hidden one, an upper row before a lower one.

    Raises:
        HeaderNotFoundError: no row has two headings that are known.

    """
    best = likeliest_header(sheets, kind)
    if best is None:
        raise HeaderNotFoundError(
            f"No row looks like the headings of a {list_shape(kind).label}.",
            advice="Check that it is the right file, and that its columns have headings such as Name.",
        )
    return best


def likeliest_header(sheets: Sequence[Sheet], kind: ListKind) -> HeaderRow | None:
    """Return what ``find_header`` finds, or nothing."""
    best: HeaderRow | None = None
    best_score = _AT_LEAST - 1
    for sheet in sorted(sheets, key=lambda one: one.hidden):
        for index, row in enumerate(sheet.rows[:_LOOK_DOWN]):
            match = match_columns(headings(row), kind)
            if len(match.pairs) > best_score:
                best, best_score = HeaderRow(sheet, index, match), len(match.pairs)
    return best


def likeliest_kind(sheets: Sequence[Sheet]) -> ListKind:
    """Return the kind of list of whose fields most are found; of two, one that lacks nothing needed.

    Raises:
        HeaderNotFoundError: no row looks like the headings of any.

    """
    found = [header for kind in ListKind if (header := likeliest_header(sheets, kind))]
    if not found:
        raise HeaderNotFoundError(
            "No row looks like the headings of a list of drivers, staff or elected members.",
            advice="Choose the kind of list, and say which row holds the headings; or choose another file.",
        )
    best = max(found, key=lambda each: (len(each.match.pairs), not each.match.missing_required))
    return best.match.kind
