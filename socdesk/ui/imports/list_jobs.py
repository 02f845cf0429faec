"""The jobs of an import: each reads, checks or writes off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from socdesk.desk.desk import Desk, Undone
from socdesk.desk.imports.after_import import TrainingNeeds, training_needs
from socdesk.desk.imports.attendance import CourseGiven, OpenedAttendance, check_attendance
from socdesk.desk.imports.bringing_in import BroughtIn, bring_in
from socdesk.desk.imports.checking import check_list
from socdesk.desk.imports.opened_list import ListFile, OpenedList, with_place
from socdesk.desk.imports.past_imports import PastImport, past_imports
from socdesk.desk.imports.preview import Preview
from socdesk.desk.imports.problems import Settled
from socdesk.desk.imports.reading_files import kind_of, open_any
from socdesk.exchange.list_kinds import ListKind
from socdesk.jobs import Job, Progress


@dataclass(frozen=True)
class Reading:
    """A file that was read: its bytes, what was found, and the word for what it was read as."""

    file: ListFile
    opened: OpenedList | OpenedAttendance
    kind: str


def read_job(desk: Desk, path: Path, kind: str) -> Job[Reading]:
    """Read a file from where it lies."""

    def work(progress: Progress) -> Reading:
        progress.report(0, 0)
        return _reading(desk, ListFile.read(path), kind, progress)

    return Job("Reading the file", work)


def again_job(desk: Desk, file: ListFile, kind: str) -> Job[Reading]:
    """Read the same bytes as another kind of list."""
    return Job("Reading the file", lambda progress: _reading(desk, file, kind, progress))


def _reading(desk: Desk, file: ListFile, kind: str, progress: Progress) -> Reading:
    opened = open_any(desk, kind, file)
    progress.report(0, 0)
    return Reading(file, opened, kind_of(opened))


def place_job(desk: Desk, reading: Reading, opened: OpenedList, sheet: int, row: int | None) -> Job[Reading]:
    """Look at another sheet, or take another row for the headings."""

    def work(_progress: Progress) -> Reading:
        return Reading(reading.file, with_place(desk, opened, sheet, row), reading.kind)

    return Job("Reading the sheet", work)


def check_job(desk: Desk, opened: OpenedList, settled: Settled) -> Job[Preview]:
    """Check a list. That sensitive columns stay behind was agreed in the first step."""

    def work(progress: Progress) -> Preview:
        progress.report(0, 0)
        return check_list(desk, opened, settled, without_sensitive=True)

    return Job("Checking the list", work)


def attendance_job(desk: Desk, opened: OpenedAttendance, given: CourseGiven, settled: Settled) -> Job[Preview]:
    """Check an attendance report."""

    def work(progress: Progress) -> Preview:
        progress.report(0, 0)
        return check_attendance(desk, opened, given, settled)

    return Job("Checking the report", work)


def import_job(desk: Desk, seen: Preview) -> Job[BroughtIn]:
    """Write what was checked, as one deed."""
    return Job("Importing", lambda progress: bring_in(desk, seen, progress))


def undo_job(desk: Desk, deed: int) -> Job[Undone]:
    """Undo one import."""
    return Job("Undoing the import", lambda _progress: desk.undo(deed))


def past_job(desk: Desk) -> Job[tuple[PastImport, ...]]:
    """Read the imports made so far."""
    return Job("Loading imports", lambda _progress: past_imports(desk))


def needs_job(desk: Desk, kind: ListKind) -> Job[TrainingNeeds]:
    """Reckon who needs training now."""
    return Job("Reckoning who needs training", lambda _progress: training_needs(desk, kind))
