"""What bringing a list in would do, counted and in words, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from socdesk.desk.imports.plan import Plan
from socdesk.desk.imports.problems import Problem
from socdesk.desk.imports.record_words import Change
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.list_kinds import ListKind, list_shape
from socdesk.registers.register import Record


@dataclass(frozen=True)
class People:
    """Whom a list is about: those who are new, with what is known of them, and those on the desk whom it lacks.

    ``ids`` are all whom the list names, ``changes`` what would change of those on the desk.
    """

    new: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    missing: tuple[str, ...] = field(default=(), repr=False)
    ids: tuple[str, ...] = ()
    changes: tuple[Change, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Preview:
    """What bringing a list in would do; ``to_settle`` tells why rows are refused, one problem for each reason.

    ``match`` tells which column fills which field; an attendance report has none to choose. ``left_out`` are the
    rows that the person leaves out, as they would be refused.
    """

    kind: ListKind
    batch_kind: str
    sha256: str
    match: ColumnMatch | None
    puts: tuple[Record, ...] = field(repr=False)
    rows: int
    refused: int
    new: int
    changed: int
    same: int
    missing: int
    to_settle: tuple[Problem, ...]
    notices: tuple[str, ...]
    left_out: tuple[Problem, ...] = ()
    people: People = People()

    @property
    def problems(self) -> tuple[str, ...]:
        """Why rows are refused, as sentences."""
        return tuple(map(str, self.to_settle))

    @property
    def headline(self) -> str:
        """The outcome in one line: 342 rows: 318 new, 19 changed, 5 problems, 7 no longer on the list."""
        problem_rows = len({problem.row for problem in self.to_settle})
        parts = (
            (f"{self.new:,} new", True),
            (f"{self.changed:,} changed", True),
            (f"{self.same:,} as they were", self.same),
            (f"{problem_rows:,} {'problem' if problem_rows == 1 else 'problems'}", True),
            (f"{len(self.left_out):,} left out", self.left_out),
            (f"{self.missing:,} no longer on the list (kept, marked)", self.missing),
        )
        rows = self.rows + self.refused
        counted = "1 row" if rows == 1 else f"{rows:,} rows"
        return f"{counted}: {', '.join(words for words, said in parts if said)}"

    def in_words(self) -> tuple[str, ...]:
        """Say what would happen, in sentences."""
        label = list_shape(self.kind).label
        counted = (
            f"{label[0].upper()}{label[1:]}: {self.rows:,} rows can be brought in, {self.refused:,} are refused.",
            f"People: {self.new:,} new, {self.changed:,} changed, {self.same:,} as they were.",
        )
        missing = (f"On the desk but not on this list: {self.missing:,}. They are marked, not removed.",)
        return (*counted, *(missing if self.missing else ()), *self._columns_in_words(), *self.notices)

    def columns(self) -> tuple[tuple[str, str], ...]:
        """Return each field that a column fills, by its key, and the column's heading."""
        pairs = self.match.pairs if self.match else ()
        return tuple((pair.target, self.match.header[pair.column_index]) for pair in pairs if self.match)

    def _columns_in_words(self) -> Iterable[str]:
        for target, heading in self.columns():
            yield f"Column “{heading}” fills {list_shape(self.kind).target(target).label}."


def preview_of(
    plan: Plan,
    problems: Iterable[Problem],
    *,
    kind: ListKind,
    sha256: str,
    notices: Iterable[str],
    batch_kind: str = "",
    match: ColumnMatch | None = None,
    left_out: tuple[Problem, ...] = (),
    people: People | None = None,
) -> Preview:
    """Return what a plan would do; ``problems`` and ``notices`` are those of the file and of the plan together."""
    found = tuple(problems)
    return Preview(
        kind=kind,
        batch_kind=batch_kind or kind.name,
        sha256=sha256,
        match=match,
        puts=tuple(plan.puts.values()),
        rows=plan.rows,
        refused=len({problem.row for problem in found} | {problem.row for problem in left_out}),
        new=len(plan.new),
        changed=len(plan.changed & plan.seen),
        same=len(plan.seen - plan.changed - plan.new),
        missing=len(plan.missing),
        to_settle=found,
        notices=(*notices, *plan.notices),
        left_out=left_out,
        people=people or People(),
    )
