"""A whole list, read: rows that may come in, rows that may not and why, and what the person should know.

Nothing is written here. A row with one problem is refused as a whole, so that nothing half-read comes in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from socdesk.exchange.body_rows import BodyRows, NumberedRow, body_rows
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.driver_rows import DriverRow, driver_row
from socdesk.exchange.file_errors import MissingColumnsError, SensitiveColumnsError
from socdesk.exchange.header_row import HeaderRow, find_header
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.member_rows import MemberRow, member_row
from socdesk.exchange.row_cells import RowCells
from socdesk.exchange.row_conflicts import conflicting_rows, notices_on_numbers, without_repeats
from socdesk.exchange.row_results import ListRow, RowProblem
from socdesk.exchange.sheet import Sheet
from socdesk.exchange.staff_rows import StaffRow, staff_row

_READERS: Final[Mapping[ListKind, Callable[[RowCells], DriverRow | StaffRow | MemberRow]]] = {
    ListKind.DRIVERS: driver_row,
    ListKind.STAFF: staff_row,
    ListKind.MEMBERS: member_row,
}


@dataclass(frozen=True)
class ListRead:
    """The outcome: rows in the file's order, problems by row, and sentences about the file as a whole.

    ``refused`` are the rows that have problems, as far as they could be read: nothing of them may come in, but they
    tell who is on the list.

    ``match`` is the column match that was used; start from it to correct a column and read again.
    """

    kind: ListKind
    match: ColumnMatch
    rows: tuple[ListRow, ...]
    refused: tuple[ListRow, ...]
    problems: tuple[RowProblem, ...]
    notices: tuple[str, ...]


def read_list(
    sheets: Sequence[Sheet],
    kind: ListKind,
    match: ColumnMatch | None = None,
    *,
    header: HeaderRow | None = None,
    without_sensitive: bool = False,
    left_out: Collection[int] = (),
) -> ListRead:
    """Read a list of one kind.

    Args:
        sheets: what ``read_sheets`` gave.
        kind: which list it is.
        match: the columns as the person corrected them; None takes the best guess.
        header: the header row as the person pointed to it (``header_at``); None looks for it.
        without_sensitive: the person has agreed that sensitive columns are left behind.
        left_out: the numbers of rows that the person leaves out; they count among the refused, without a problem.

    Raises:
        HeaderNotFoundError: no row looks like headings.
        SensitiveColumnsError: there are sensitive columns, and nobody has agreed to leave them behind.
        MissingColumnsError: a column that the list needs is not there.

    """
    header = header or find_header(sheets, kind)
    match = match or header.match
    if match.sensitive and not without_sensitive:
        raise SensitiveColumnsError(
            [column.heading for column in match.sensitive], [column.reason for column in match.sensitive]
        )
    if match.missing_required:
        raise MissingColumnsError(match.missing_required)
    body = body_rows(header)
    set_aside = frozenset(left_out)
    rows, unreadable, problems = _read_rows([row for row in body.rows if row.number not in set_aside], match)
    others, more_unreadable, _known = _read_rows([row for row in body.rows if row.number in set_aside], match)
    conflicts = conflicting_rows(rows, match)
    in_conflict = {problem.row_number for problem in conflicts}
    kept, repeats = without_repeats([row for row in rows if row.row_number not in in_conflict])
    return ListRead(
        kind=kind,
        match=match,
        rows=tuple(kept),
        refused=(*unreadable, *others, *more_unreadable, *(row for row in rows if row.row_number in in_conflict)),
        problems=tuple(sorted((*problems, *conflicts), key=lambda problem: problem.row_number)),
        notices=(*_about_the_file(sheets, header, match, body), *repeats, *notices_on_numbers(kept)),
    )


def _read_rows(
    numbered: Sequence[NumberedRow], match: ColumnMatch
) -> tuple[list[ListRow], list[ListRow], list[RowProblem]]:
    rows: list[ListRow] = []
    refused: list[ListRow] = []
    problems: list[RowProblem] = []
    for row in numbered:
        cells = RowCells(match, row.cells)
        value = _READERS[match.kind](cells)
        problems += [RowProblem(row.number, *problem) for problem in cells.problems]
        (refused if cells.problems else rows).append(ListRow(row.number, value))
    return rows, refused, problems


def _about_the_file(sheets: Sequence[Sheet], header: HeaderRow, match: ColumnMatch, body: BodyRows) -> list[str]:
    said = list(header.sheet.notices)
    if len(sheets) > 1:
        said.append(f"Only the sheet \u201c{header.sheet.name}\u201d was read, of {len(sheets)} in the workbook.")
    said += [f"The column \u201c{one.heading}\u201d is left behind: {one.reason}" for one in match.sensitive]
    if match.unmatched:
        named = "; ".join(match.unmatched)
        said.append(f"Columns that were not recognised are not kept: {named}.")
    return [*said, *body.notices]
