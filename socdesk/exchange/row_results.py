"""What becomes of one row of a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from socdesk.exchange.driver_rows import DriverRow
from socdesk.exchange.member_rows import MemberRow
from socdesk.exchange.staff_rows import StaffRow


@dataclass(frozen=True)
class ListRow:
    """A row that may come in; its number is the one that Excel shows."""

    row_number: int
    value: DriverRow | StaffRow | MemberRow


@dataclass(frozen=True)
class RowProblem:
    """Why a row is refused; one row can have several. ``at`` is the place of the cell to correct, from 0."""

    row_number: int
    column: str
    reason: str
    at: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"Row {self.row_number}, {self.column}: {self.reason}"
