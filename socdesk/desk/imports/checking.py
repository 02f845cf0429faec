"""Check a list against the desk: the same rules for the command line and for the window, which may settle rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from socdesk.desk.desk import Desk
from socdesk.desk.imports.driver_list import DriverList
from socdesk.desk.imports.member_list import MemberList
from socdesk.desk.imports.opened_list import OpenedList
from socdesk.desk.imports.plan import Plan
from socdesk.desk.imports.preview import People, Preview, preview_of
from socdesk.desk.imports.problems import Problem, Refusal, Settled
from socdesk.desk.imports.record_words import Change, changes_of, summary_of
from socdesk.desk.imports.staff_list import StaffList
from socdesk.desk.words import DeskWords
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.corrected_cells import corrected_header
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.list_rows import read_list
from socdesk.exchange.row_cells import RowCells
from socdesk.exchange.row_results import RowProblem
from socdesk.exchange.sheet import Row, tidy
from socdesk.registers.declared.learners import LEARNERS, Learner

_LISTS: Mapping[ListKind, Callable[[Desk, Mapping[int, str]], Any]] = {
    ListKind.DRIVERS: DriverList,
    ListKind.STAFF: StaffList,
    ListKind.MEMBERS: MemberList,
}
_LEFT_OUT = "Left out by you."


def check_list(
    desk: Desk, opened: OpenedList, settled: Settled | None = None, *, without_sensitive: bool = False
) -> Preview:
    """Read a list by its match and reconcile it with the desk; write nothing.

    Raises:
        MissingColumnsError: a column that the list needs is not matched.
        SensitiveColumnsError: there are sensitive columns, and nobody has agreed to leave them behind.

    """
    settled = settled or Settled()
    header = corrected_header(opened.header, settled.cells)
    read = read_list(
        opened.sheets,
        opened.kind,
        opened.match,
        header=header,
        without_sensitive=without_sensitive,
        left_out=settled.left_out,
    )
    rows = ((row.row_number, row.value) for row in read.rows)
    plan: Plan = _LISTS[opened.kind](desk, settled.people).take(rows, (row.value for row in read.refused))
    told = _Told(header.sheet.rows, opened.match)
    return preview_of(
        plan,
        (*map(told.unreadable, read.problems), *map(told.refused, plan.refusals)),
        kind=opened.kind,
        sha256=opened.sha256,
        notices=read.notices,
        match=opened.match,
        left_out=tuple(told.left_out(number) for number in sorted(settled.left_out)),
        people=people_of(desk, plan),
    )


class _Told:
    """Problems as a person is shown them: whom the row names, what stands in the cell."""

    def __init__(self, rows: tuple[Row, ...], match: ColumnMatch) -> None:
        self._rows, self._match = rows, match

    def unreadable(self, problem: RowProblem) -> Problem:
        cells = self._rows[problem.row_number - 1]
        return Problem(
            row=problem.row_number,
            reason=problem.reason,
            heading=problem.column,
            at=problem.at,
            cell=_cell(cells, problem.at),
            who=self._who(cells),
        )

    def refused(self, refusal: Refusal) -> Problem:
        cells = self._rows[refusal.row - 1]
        at = self._match.column_of(refusal.target) if refusal.target else None
        return Problem(
            row=refusal.row,
            reason=refusal.reason,
            at=at,
            cell=_cell(cells, at),
            who=self._who(cells),
            choices=refusal.choices,
        )

    def left_out(self, number: int) -> Problem:
        return Problem(row=number, reason=_LEFT_OUT, who=self._who(self._rows[number - 1]))

    def _who(self, cells: Row) -> str:
        row = RowCells(self._match, cells)
        parts = (tidy(row.cell(target)) for target in ("forename", "surname"))
        return " ".join(filter(None, parts)) or tidy(row.cell("full_name"))


def _cell(cells: Row, at: int | None) -> str:
    return tidy(cells[at]) if at is not None and at < len(cells) else ""


def people_of(desk: Desk, plan: Plan) -> People:
    """Return whom a plan is about, by name, and what would change of those who are on the desk."""
    names = {person.id: LEARNERS.title(person) for person in desk.read.page(LEARNERS)}
    names |= {put.id: LEARNERS.title(put) for put in plan.puts.values() if isinstance(put, Learner)}
    changed = plan.changed & plan.seen
    return People(
        new=_new(desk, plan, names),
        missing=_named(plan.missing, names),
        ids=tuple(sorted(plan.seen)),
        changes=tuple(sorted(_changes(desk, plan, changed, names), key=lambda change: change.who.casefold())),
    )


def _named(people: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted((names[person] for person in people), key=str.casefold))


def _new(desk: Desk, plan: Plan, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    words, known = DeskWords(desk), dict[str, list[str]]()
    for person, _before, record in plan.steps():
        if person in plan.new and record.id != person:
            known.setdefault(person, []).append(summary_of(desk.catalogue.of(record), record, words))
    found = ((names[person], "; ".join(known.get(person, ()))) for person in plan.new)
    return tuple(sorted(found, key=lambda each: (each[0].casefold(), each[1])))


def _changes(desk: Desk, plan: Plan, people: set[str], names: Mapping[str, str]) -> Iterator[Change]:
    words = DeskWords(desk)
    return chain.from_iterable(
        changes_of(desk.catalogue.of(after), before, after, names[person], words)
        for person, before, after in plan.steps()
        if person in people
    )
