"""A row of a list of elected members. Party is never read: political opinion is special category data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdesk.exchange.row_cells import RowCells


@dataclass(frozen=True)
class MemberRow:
    """One elected member's term, and one course of theirs if the row names one."""

    surname: str
    forename: str
    title: str
    ward: str
    term_start: date | None
    term_end: date | None
    course: str
    completed: date | None


def member_row(cells: RowCells) -> MemberRow:
    """Return the elected member of a row; what is wrong with it is in ``cells.problems`` afterwards."""
    name = cells.name()
    row = MemberRow(
        surname=name.surname,
        forename=name.forename,
        title=name.title,
        ward=cells.text("ward"),
        term_start=cells.day("term_start"),
        term_end=cells.day("term_end"),
        course=cells.text("course"),
        completed=cells.day("completed"),
    )
    cells.in_order(("term_start", row.term_start), ("term_end", row.term_end))
    if row.completed and not row.course:
        cells.refuse("course", "There is a completion date, but no course.")
    return row
