"""What stands in the way of a row, with what a person can do about it: correct a cell, say who is meant, or neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

NEW_PERSON = "new"
"""The choice for: none of these, but somebody who is not on the desk yet."""


@dataclass(frozen=True)
class Choice:
    """One person whom an ambiguous name may mean. ``token`` stays the same when the list is checked again."""

    token: str
    words: str


@dataclass(frozen=True)
class Refusal:
    """Why a row cannot come in. ``target`` is the field whose cell is to blame; ``choices`` are who may be meant."""

    row: int
    reason: str
    target: str = ""
    choices: tuple[Choice, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Problem:
    """What a person is shown of a row that cannot come in.

    ``at`` is the place of the cell that can be corrected, ``cell`` what stands there, ``who`` whom the row names.
    """

    row: int
    reason: str
    heading: str = ""
    at: int | None = None
    cell: str = field(default="", repr=False)
    who: str = field(default="", repr=False)
    choices: tuple[Choice, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        place = f"Row {self.row}, {self.heading}" if self.heading else f"Row {self.row}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True)
class Settled:
    """What a person settled so far: cells by (row, column), rows left out, and who is meant by a row's name."""

    cells: Mapping[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str], repr=False)
    left_out: frozenset[int] = frozenset()
    people: Mapping[int, str] = field(default_factory=dict[int, str], repr=False)

    def with_cell(self, row: int, at: int, text: str) -> Settled:
        """Take a cell as it was typed. Who was meant by the row is asked again."""
        people = {number: token for number, token in self.people.items() if number != row}
        return replace(self, cells={**self.cells, (row, at): text}, people=people)

    def with_person(self, row: int, token: str) -> Settled:
        """Take a row's name for this person."""
        return replace(self, people={**self.people, row: token})

    def without(self, *rows: int) -> Settled:
        """Leave rows out."""
        return replace(self, left_out=self.left_out | set(rows))

    def back(self, row: int) -> Settled:
        """Take a row in again."""
        return replace(self, left_out=self.left_out - {row})
