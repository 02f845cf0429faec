"""Preview a list, then bring it in as one deed. Nothing is written before the person accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socdesk.clock import london_day
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.imports.checking import check_list
from socdesk.desk.imports.earlier_import import EarlierImport
from socdesk.desk.imports.opened_list import ListFile, OpenedList, open_list, rematched
from socdesk.desk.imports.preview import Preview
from socdesk.desk.imports.remembered_columns import columns_in_words
from socdesk.errors import UserFacingError
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.header_row import find_header
from socdesk.exchange.list_kinds import ListKind, list_shape
from socdesk.exchange.teams_attendance import is_attendance
from socdesk.jobs import Progress
from socdesk.registers.declared.desk_records import ImportBatch
from socdesk.registers.register import new_id

__all__ = ["BroughtIn", "ListFile", "Preview", "bring_in", "preview"]


class AlreadyBroughtInError(UserFacingError):
    """The very same file was brought in before."""

    def __init__(self, earlier: EarlierImport) -> None:
        super().__init__(
            earlier.words,
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
class BroughtIn:
    """An import that was made: its record, and the number of its deed, by which it is undone."""

    batch: ImportBatch
    deed: int


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
    list_kind = ListKind(kind)
    opened = open_list(desk, list_kind, file)
    if not again:
        refuse_earlier(opened.earlier)
    if list_kind is ListKind.STAFF and is_attendance(file.data, file.suffix):
        raise AttendanceReportError
    if not opened.headings_found:
        find_header(opened.sheets, list_kind)  # which says what is wrong
    return check_list(desk, _corrected(opened, columns or {}), without_sensitive=leave_out_sensitive)


def refuse_earlier(earlier: EarlierImport | None) -> None:
    """Raise AlreadyBroughtInError if the file came in before, and was not undone."""
    if earlier:
        raise AlreadyBroughtInError(earlier)


def _corrected(opened: OpenedList, columns: Mapping[str, str]) -> OpenedList:
    match = opened.match
    for target, heading in columns.items():
        match = _with_column(match, target, heading)
    return rematched(opened, match)


def _with_column(match: ColumnMatch, target: str, heading: str) -> ColumnMatch:
    try:
        return match.with_column(target, match.header.index(heading) if heading else None)
    except (KeyError, ValueError) as error:
        known = (each.key for each in list_shape(match.kind).targets)
        raise UnknownColumnError(target, heading, known) from error


def bring_in(desk: Desk, seen: Preview, progress: Progress) -> BroughtIn:
    """Write what a preview showed, as one deed; cancelled or failed, it leaves nothing.

    Raises:
        NothingToBringInError: no row may come in.
        StaleRecordError: the desk changed since the preview.
        CancelledError: the person cancelled it.

    """
    if not seen.rows:
        raise NothingToBringInError(seen.refused)
    batch = ImportBatch(
        id=new_id(),
        kind=seen.batch_kind,
        file_sha256=seen.sha256,
        imported=london_day(desk.clock()),
        rows_in=seen.rows,
        rows_refused=seen.refused,
        columns=columns_in_words(seen.match),
    )
    deed = Deed(words=f"Brought in a {list_shape(seen.kind).label}", puts=(batch, *seen.puts), kind="import")
    done = desk.do(deed, _RowsWritten(progress, seen.rows))
    return BroughtIn(next(record for record in done.records if isinstance(record, ImportBatch)), done.number)


class _RowsWritten:
    """Tells progress in rows of the list, although a row is several records."""

    def __init__(self, progress: Progress, rows: int) -> None:
        self._progress, self._rows = progress, rows

    def report(self, done: int, total: int, message: str = "") -> None:
        self._progress.report(done * self._rows // total, self._rows, message or "Importing")
