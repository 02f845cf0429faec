"""Rows of one list compared: one number for two people, the same row twice, zeros that went missing.

The same person with two licences stays one person with two licences, and two people of one name stay two
people: only a number that two names share is refused, because only the licensing system knows whose it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.driver_rows import DriverRow
from socdesk.exchange.licence_numbers import numbers_that_lost_zeros
from socdesk.exchange.row_cells import RowCells
from socdesk.exchange.row_results import ListRow, RowProblem
from socdesk.exchange.staff_rows import StaffRow


def conflicting_rows(rows: Sequence[ListRow], match: ColumnMatch) -> list[RowProblem]:
    """Return a problem for every row whose licence or staff number stands beside another name elsewhere."""
    by_number: dict[str, list[ListRow]] = defaultdict(list)
    for row in rows:
        if number := _number(row):
            by_number[number.casefold().replace(" ", "")].append(row)
    target = "licence_no" if match.kind == "drivers" else "staff_no"
    column = RowCells(match, ()).label(target) if by_number else ""
    at = match.column_of(target) if by_number else None
    return [
        RowProblem(row.row_number, column, _reason(row, together), at)
        for together in by_number.values()
        if len({_name(row) for row in together}) > 1
        for row in together
    ]


def without_repeats(rows: Sequence[ListRow]) -> tuple[list[ListRow], list[str]]:
    """Return the rows without those that say exactly what an earlier one says, and a notice for each."""
    first: dict[object, int] = {}
    kept: list[ListRow] = []
    notices: list[str] = []
    for row in rows:
        seen = first.setdefault(row.value, row.row_number)
        if seen == row.row_number:
            kept.append(row)
        else:
            notices.append(f"Row {row.row_number} says the same as row {seen} and was left out.")
    return kept, notices


def notices_on_numbers(rows: Sequence[ListRow]) -> list[str]:
    """Return a warning for each licence number that seems to have lost its leading zeros in Excel."""
    numbers = {row.row_number: _number(row) for row in rows if isinstance(row.value, DriverRow)}
    suspects = set(numbers_that_lost_zeros(numbers.values()))
    return [
        f"Row {at}: the number {number} is shorter than the others, which begin with 0. "
        "Excel may have taken its zeros away; it is kept as it stands."
        for at, number in numbers.items()
        if number in suspects
    ]


def _number(row: ListRow) -> str:
    match row.value:
        case DriverRow(licence_no=number) | StaffRow(staff_no=number):
            return number
        case _:
            return ""


def _name(row: ListRow) -> tuple[str, str]:
    return row.value.surname.casefold(), row.value.forename.casefold()


def _reason(row: ListRow, together: Sequence[ListRow]) -> str:
    others = ", ".join(str(other.row_number) for other in together if _name(other) != _name(row))
    return f"The same number stands beside another name in row {others}."
