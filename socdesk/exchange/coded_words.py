"""Words of lists that stand for our codes: licence types and statuses, course results (domain.md 9.4)."""

from __future__ import annotations

from collections.abc import Sequence

from socdesk.exchange.cells import Unreadable, plain_words, says_nothing
from socdesk.exchange.list_data import CodeWords, cell_words
from socdesk.exchange.sheet import Cell, tidy

_LONGEST_QUOTE = 40


def read_licence_type(cell: Cell) -> str | Unreadable | None:
    """Return HCD, PHD or DUAL, None for an empty cell; licences of vehicles and operators are refused."""
    data = cell_words()
    words = set(plain_words(tidy(cell)).split())
    if words & set(data["not_driver_licences"]):
        return Unreadable("This is a licence for a vehicle or an operator, not for a driver.")
    return _code(cell, data["licence_types"], "a type of driver licence that is known")


def read_licence_status(cell: Cell) -> str | Unreadable | None:
    """Return ACTIVE, EXPIRED, SUSPENDED, REVOKED or SURRENDERED, None for an empty cell."""
    return _code(cell, cell_words()["licence_statuses"], "a status of a licence that is known")


def read_course_result(cell: Cell) -> str | Unreadable | None:
    """Return ATTENDED, PASSED, FAILED, DID_NOT_ATTEND or PART_ATTENDED, None where nothing is done yet.

    "Completed" counts as ATTENDED: whether it was passed is for the score and the course's pass mark to say.
    """
    if plain_words(tidy(cell)) in cell_words()["no_result_yet"]:
        return None
    return _code(cell, cell_words()["course_results"], "a course result that is known")


def _code(cell: Cell, codes: Sequence[CodeWords], wanted: str) -> str | Unreadable | None:
    if says_nothing(cell):
        return None
    words = plain_words(tidy(cell))
    for code in codes:
        if words in code["words"] or words == plain_words(code["code"]):
            return code["code"]
    for code in codes:
        if any(all(f" {part} " in f" {words} " for part in parts) for parts in code["together"]):
            return code["code"]
    return Unreadable(f"\u201c{tidy(cell)[:_LONGEST_QUOTE]}\u201d is not {wanted}.")
