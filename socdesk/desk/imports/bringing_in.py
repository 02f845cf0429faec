"""Preview a list, then bring it in as one deed. Nothing is written before the person accepts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socdesk.clock import day_in_text, london_day
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.imports.driver_list import DriverList
from socdesk.desk.imports.member_list import MemberList
from socdesk.desk.imports.plan import Plan
from socdesk.desk.imports.staff_list import StaffList
from socdesk.errors import UserFacingError
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.header_row import find_header
from socdesk.exchange.list_kinds import ListKind, list_shape
from socdesk.exchange.list_rows import read_list
from socdesk.exchange.read_sheets import file_bytes, read_sheets
from socdesk.exchange.row_results import RowProblem
from socdesk.exchange.teams_attendance import is_attendance
from socdesk.jobs import Progress
from socdesk.registers.declared.desk_records import IMPORTS, ImportBatch
from socdesk.registers.register import Record, new_id
from socdesk.storage.record_store import Query

_LISTS: Mapping[ListKind, Callable[[Desk], Any]] = {
    ListKind.DRIVERS: DriverList,
    ListKind.STAFF: StaffList,
    ListKind.MEMBERS: MemberList,
}


class AlreadyBroughtInError(UserFacingError):
    """The very same file was brought in before."""

    def __init__(self, batch: ImportBatch) -> None:
        when = f" on {day_in_text(batch.imported)}" if batch.imported else ""
        super().__init__(
            f"This file was brought in already{when} ({batch.reference}).",
            advice="Nothing was saved. Undo that import first, or say that you want it again.",
        )


class UnknownColumnError(UserFacingError):
    """A correction names a field or a heading that there is not."""

    def __init__(self, field_name: str, heading: str, known: Iterable[str]) -> None:
        super().__init__(
            f"“{field_name}” cannot be filled from “{heading}”.",
            advice=f"Nothing was saved. The fields are: {', '.join(known)}.",
        )


class AttendanceReportError(UserFacingError):
    """A staff list turns out to be the attendance report of a meeting."""

    def __init__(self) -> None:
        super().__init__(
            "This is an attendance report from Teams, not a staff list. Nothing was brought in.",
            advice="Say which course was given, and on which day.",
        )


class NothingToBringInError(UserFacingError):
    """No row of the list may come in."""

    def __init__(self, refused: int) -> None:
        super().__init__(
            f"No row of this list can be brought in; {refused:,} were refused.", advice="Nothing was saved."
        )


@dataclass(frozen=True)
class ListFile:
    """The bytes of a list, and the ending of its name."""

    data: bytes = field(repr=False)
    suffix: str

    @classmethod
    def read(cls, path: Path) -> ListFile:
        """Read a file that a person chose."""
        return cls(file_bytes(path), path.suffix.lower())


@dataclass(frozen=True)
class Preview:
    """What bringing a list in would do; ``problems`` are sentences, one for each reason to refuse a row.

    ``match`` tells which column fills which field; an attendance report has none to choose.
    """

    kind: ListKind
    sha256: str
    match: ColumnMatch | None
    puts: tuple[Record, ...] = field(repr=False)
    rows: int
    refused: int
    new: int
    changed: int
    same: int
    missing: int
    problems: tuple[str, ...]
    notices: tuple[str, ...]

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


def preview(
    desk: Desk,
    kind: str,
    file: ListFile,
    *,
    columns: Mapping[str, str] | None = None,
    leave_out_sensitive: bool = False,
    again: bool = False,
) -> Preview:
    """Read a list and reconcile it with the desk; write nothing. ``columns`` corrects the match: field to heading.

    Raises:
        AlreadyBroughtInError: the same file came in before, and ``again`` was not said.
        UnknownColumnError: a correction names what there is not.
        UserFacingError: the file cannot be read, lacks a column, or has sensitive ones.

    """
    sha256 = file_hash(file.data)
    if not again:
        refuse_same_file(desk, sha256)
    sheets = read_sheets(file.data, file.suffix)
    list_kind = ListKind(kind)
    if list_kind is ListKind.STAFF and is_attendance(file.data, file.suffix):
        raise AttendanceReportError
    header = find_header(sheets, list_kind)
    match = _corrected(header.match, columns or {})
    read = read_list(sheets, list_kind, match, header=header, without_sensitive=leave_out_sensitive)
    rows = ((row.row_number, row.value) for row in read.rows)
    plan: Plan = _LISTS[list_kind](desk).take(rows, (row.value for row in read.refused))
    return preview_of(list_kind, sha256, plan, read.problems, read.notices, match=read.match)


def preview_of(
    kind: ListKind,
    sha256: str,
    plan: Plan,
    problems: Iterable[RowProblem],
    notices: Iterable[str],
    *,
    match: ColumnMatch | None = None,
) -> Preview:
    """Return what a plan would do; ``problems`` and ``notices`` are those of the file itself."""
    unreadable = tuple(problems)
    return Preview(
        kind=kind,
        sha256=sha256,
        match=match,
        puts=tuple(plan.puts.values()),
        rows=plan.rows,
        refused=len({problem.row_number for problem in unreadable}) + len(plan.problems),
        new=len(plan.new),
        changed=len(plan.changed & plan.seen),
        same=len(plan.seen - plan.changed - plan.new),
        missing=plan.missing,
        problems=(*map(str, unreadable), *plan.problems),
        notices=(*notices, *plan.notices),
    )


def refuse_same_file(desk: Desk, sha256: str) -> None:
    """Raise AlreadyBroughtInError if the file with this hash came in before, and was not undone."""
    known = desk.read.page(IMPORTS, Query(equal={"file_sha256": sha256}))
    if known:
        raise AlreadyBroughtInError(known[-1])


def _corrected(match: ColumnMatch, columns: Mapping[str, str]) -> ColumnMatch:
    for target, heading in columns.items():
        try:
            match = match.with_column(target, match.header.index(heading) if heading else None)
        except (KeyError, ValueError) as error:
            known = (each.key for each in list_shape(match.kind).targets)
            raise UnknownColumnError(target, heading, known) from error
    return match


def bring_in(desk: Desk, seen: Preview, progress: Progress) -> ImportBatch:
    """Write what a preview showed, as one deed, and return the record of the import.

    Raises:
        NothingToBringInError: no row may come in.
        StaleRecordError: the desk changed since the preview.

    """
    if not seen.rows:
        raise NothingToBringInError(seen.refused)
    progress.report(0, 1, "Bringing the list in")
    headings = "\n".join(f"{target}: {heading}" for target, heading in seen.columns())
    batch = ImportBatch(
        id=new_id(),
        kind=seen.kind.name,
        file_sha256=seen.sha256,
        imported=london_day(desk.clock()),
        rows_in=seen.rows,
        rows_refused=seen.refused,
        columns=headings,
    )
    done = desk.do(Deed(words=f"Brought in a {list_shape(seen.kind).label}", puts=(batch, *seen.puts), kind="import"))
    progress.report(1, 1)
    return next(record for record in done.records if isinstance(record, ImportBatch))
