"""The rows of the matrix in words: a person's name, and for each course a status and its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socdesk.clock import day_in_table
from socdesk.desk.training.board import NOT_REQUIRED, Board
from socdesk.desk.training.people import Person
from socdesk.figures.training import (
    AWAITING_EVIDENCE,
    EXEMPT,
    EXPIRED,
    EXPIRING,
    IN_DATE,
    LEFT,
    NEVER_TRAINED,
    SUSPENDED_LICENCE,
    LearnerStatus,
)
from socdesk.registers.declared.training import Course

STATUS_WORDS = {
    IN_DATE: "In date",
    EXPIRING: "Expires",
    EXPIRED: "Expired",
    NEVER_TRAINED: "Not done",
    AWAITING_EVIDENCE: "Awaiting evidence",
    EXEMPT: "Exempt",
    SUSPENDED_LICENCE: "Licence suspended",
    LEFT: "Left",
    NOT_REQUIRED: "Not required",
}
"""What cells and legend call each status, in the order of the legend."""


@dataclass(frozen=True)
class MatrixCell:
    """One status: its code, its words in full and, where a column is narrow, in short."""

    code: str
    words: str
    short: str


@dataclass(frozen=True)
class MatrixRow:
    """One person: name, what stands beside it, a cell for each course, and all of it as a screen reader says it."""

    id: str
    name: str
    beside: str
    cells: tuple[MatrixCell, ...]
    spoken: str


def matrix_rows(board: Board, courses: Iterable[Course], ids: Iterable[str]) -> tuple[MatrixRow, ...]:
    """Return the rows of some people, in the order of their ids."""
    shown = tuple(courses)
    return tuple(_row(board, board.people[each], shown) for each in ids if each in board.people)


def _row(board: Board, person: Person, courses: tuple[Course, ...]) -> MatrixRow:
    cells = tuple(cell_of(board.statuses.get((person.id, course.id)), board) for course in courses)
    said = (f"{course.title}: {cell.words}" for course, cell in zip(courses, cells, strict=True))
    spoken = ", ".join((person.name, *([person.beside] if person.beside else []), *said))
    return MatrixRow(person.id, person.name, person.beside, cells, spoken)


def cell_of(status: LearnerStatus | None, board: Board) -> MatrixCell:
    """Return how a person stands with a course, in words; without a status the course is not required."""
    if status is None:
        return MatrixCell(NOT_REQUIRED, STATUS_WORDS[NOT_REQUIRED], STATUS_WORDS[NOT_REQUIRED])
    word = STATUS_WORDS.get(status.code) or board.words.label("training_status", status.code)
    return MatrixCell(status.code, *_with_day(status, word, board))


def _with_day(status: LearnerStatus, word: str, board: Board) -> tuple[str, str]:
    """Return the words of a status in full and in short."""
    if status.code in {IN_DATE, EXPIRING, EXPIRED}:
        if status.valid_until is None:
            return word, word
        day = day_in_table(status.valid_until)
        return f"{word} to {day}" if status.code == IN_DATE else f"{word} {day}", day
    if status.code == EXEMPT and status.reason:
        return f"{word}: {board.words.label('absence_reason', status.reason)}", word
    if status.in_induction:
        return f"{word}, new starter", word
    return word, word
