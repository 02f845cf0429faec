"""A row of a staff list or of a learning system's export (domain.md 5.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdesk.exchange.cells import plain_words
from socdesk.exchange.coded_words import read_course_result
from socdesk.exchange.licence_numbers import read_licence_number
from socdesk.exchange.list_data import cell_words
from socdesk.exchange.row_cells import RowCells
from socdesk.exchange.scores import read_score
from socdesk.exchange.sheet import tidy


@dataclass(frozen=True)
class StaffRow:
    """One member of staff, and one course of theirs if the row names one; a retake is a row of its own.

    ``result`` is ATTENDED, PASSED, FAILED, DID_NOT_ATTEND, PART_ATTENDED or None (not done yet, or not told);
    ``score`` is in percent.
    """

    staff_no: str
    surname: str
    forename: str
    title: str
    email: str
    service: str
    job_title: str
    started: date | None
    left: date | None
    course: str
    completed: date | None
    score: float | None
    result: str | None


def staff_row(cells: RowCells) -> StaffRow:
    """Return the member of staff of a row; what is wrong with it is in ``cells.problems`` afterwards."""
    name = cells.name()
    row = StaffRow(
        staff_no=cells.read("staff_no", read_licence_number) or "",
        surname=name.surname,
        forename=name.forename,
        title=name.title,
        email=cells.text("email").casefold(),
        service=cells.text("service"),
        job_title=cells.text("job_title"),
        started=cells.day("started"),
        left=cells.day("left"),
        course=cells.text("course"),
        completed=cells.day("completed"),
        score=cells.read("score", read_score),
        result=cells.read("result", read_course_result),
    )
    cells.in_order(("started", row.started), ("left", row.left))
    _check_course(cells, row)
    return row


def _check_course(cells: RowCells, row: StaffRow) -> None:
    """Refuse a completion without its day, and a day without its course: coverage counts by days."""
    done = plain_words(tidy(cells.cell("result"))) in cell_words()["done_words"]
    if done and row.completed is None and not cells.problems:
        cells.refuse("completed", "This says that it was done, but not when.")
    not_done = plain_words(tidy(cells.cell("result"))) in cell_words()["no_result_yet"]
    if not_done and row.completed:
        cells.refuse("result", "This says that it is not done, but there is a completion date.")
    if row.completed and not row.course:
        cells.refuse("course", "There is a completion date, but no course.")
