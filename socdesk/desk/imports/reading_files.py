"""A file that a person chose or dropped, read as what it is: a list of people, or the attendance of a meeting."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.desk.imports.attendance import OpenedAttendance, open_attendance
from socdesk.desk.imports.opened_list import ListFile, OpenedList, open_list
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.teams_attendance import is_attendance

ATTENDANCE = "attendance"

KINDS = {
    "": "Work it out from the file",
    "drivers": "Taxi drivers",
    "staff": "Staff, or what a learning system exports",
    "members": "Elected members",
    ATTENDANCE: "Attendance of a Teams meeting",
}
"""What a person may say that a file is, by the word that spots and commands have for it."""

_MAY_BE_ATTENDANCE = frozenset({"", "staff", ATTENDANCE})


def open_any(desk: Desk, kind: str, file: ListFile) -> OpenedList | OpenedAttendance:
    """Read a file. What it is said to be decides, but for the two that go by one name among people.

    An attendance report that was taken for a staff list is read as the report that it is, and a learning system's
    export that was taken for attendance as a staff list.

    Raises:
        FileNotReadableError: it cannot be read, or is none of these.

    """
    if kind in _MAY_BE_ATTENDANCE and is_attendance(file.data, file.suffix):
        return open_attendance(desk, file)
    if kind != ATTENDANCE:
        return open_list(desk, ListKind(kind) if kind else None, file)
    opened = open_list(desk, ListKind.STAFF, file)
    if opened.match.column_of("course") is None:
        return open_attendance(desk, file)
    return opened


def kind_of(opened: OpenedList | OpenedAttendance) -> str:
    """Return the word for what a file was read as."""
    return opened.kind.value if isinstance(opened, OpenedList) else ATTENDANCE
