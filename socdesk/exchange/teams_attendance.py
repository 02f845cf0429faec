"""Attendance reports of Microsoft Teams: who took part, and for how long.

The report is a tab-separated UTF-16 file in sections ("1. Summary", "2. Participants", "3. In-Meeting
Activities"); an older layout has one table. Its days follow the organiser's own settings, so that the day of
the meeting is not guessed: ``start_text`` is shown to the person, who enters it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from socdesk.exchange.cells import Unreadable, plain_words
from socdesk.exchange.csv_rows import csv_rows
from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.file_kinds import FileKind, file_kind
from socdesk.exchange.header_row import headings
from socdesk.exchange.person_names import PersonName, read_full_name
from socdesk.exchange.row_results import RowProblem
from socdesk.exchange.sheet import Row, is_blank, tidy
from socdesk.exchange.text_encoding import decoded

_SECTION = re.compile(r"\d\. ?\D+")
_DURATION = re.compile(r"(?:(\d{1,3}) ?h\w*)? ?(?:(\d{1,3}) ?m\w*)? ?(?:(\d{1,3}) ?s\w*)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,3}):(\d\d):(\d\d)")
_NAMES = ("name", "full name", "participant", "participant name")
_DURATIONS = ("in meeting duration", "duration", "attendance duration", "time in meeting")
_JOINS = ("first join", "join time")
_EMAILS = ("email", "participant id upn", "user email")


@dataclass(frozen=True)
class Participant:
    """One person who took part; several stays are added up. ``name_text`` is the name as Teams shows it.

    ``row_number`` is the row of the first stay, as Excel shows it.
    """

    row_number: int
    name_text: str
    name: PersonName
    email: str
    seconds: int

    @property
    def minutes(self) -> int:
        """Whole minutes present."""
        return self.seconds // 60


@dataclass(frozen=True)
class Attendance:
    """One meeting: its title, its start as the file writes it, who took part, rows not readable."""

    title: str
    start_text: str
    participants: tuple[Participant, ...]
    problems: tuple[RowProblem, ...]


def attendance_rows(data: bytes, name_suffix: str) -> tuple[Row, ...]:
    """Return the rows of a report's file as they stand.

    Raises:
        FileNotReadableError: it is not a text file.

    """
    if file_kind(data, name_suffix) is not FileKind.TEXT:
        raise _not_attendance()
    return _rows(data)


def attendance_of(rows: Sequence[Row]) -> Attendance:
    """Return the attendance that the rows of a report tell of.

    Raises:
        FileNotReadableError: there is no table of participants.

    """
    at, columns = _participants_header(rows)
    summary = _summary(rows[:at])
    participants, problems = _participants(rows, at, columns)
    title = summary.get("meeting title", "") or summary.get("meeting name", "")
    return Attendance(title, summary.get("start time", "") or summary.get("meeting start time", ""),
                      participants, problems)  # fmt: skip


def is_attendance(data: bytes, name_suffix: str) -> bool:
    """Tell whether a file is such a report: it has names, lengths of time and moments of joining."""
    if file_kind(data, name_suffix) is not FileKind.TEXT:
        return False
    try:
        rows = _rows(data)
        at, _columns = _participants_header(rows)
    except FileNotReadableError:
        return False
    return any(plain_words(heading) in _JOINS for heading in headings(rows[at]))


def read_duration(text: str) -> int | Unreadable:
    """Return seconds from "1h 2m 5s", "47m 12s", "58s" or "01:02:05"."""
    if found := _CLOCK.fullmatch(text):
        hours, minutes, seconds = found.groups()
    elif text and (found := _DURATION.fullmatch(text)):
        hours, minutes, seconds = found.groups(default="0")
    else:
        return Unreadable("This is not a length of time such as 47m 12s.")
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds)


def _rows(data: bytes) -> tuple[Row, ...]:
    text = decoded(data)
    return csv_rows(text, delimiter="\t" if "\t" in text else None)


def _not_attendance() -> FileNotReadableError:
    return FileNotReadableError(
        "This is not an attendance report from Teams.",
        advice="In the meeting's Attendance tab, choose Download, and bring in the CSV file that it saves.",
    )


def _participants_header(rows: Sequence[Row]) -> tuple[int, Mapping[str, int]]:
    for at, row in enumerate(rows):
        columns: dict[str, int] = {}
        for column, heading in enumerate(headings(row)):
            columns.setdefault(plain_words(heading), column)
        name = next((columns[word] for word in _NAMES if word in columns), None)
        duration = next((columns[word] for word in _DURATIONS if word in columns), None)
        if name is not None and duration is not None:
            email = next((columns[word] for word in _EMAILS if word in columns), name)
            return at, {"name": name, "duration": duration, "email": email}
    raise _not_attendance()


def _summary(rows: Sequence[Row]) -> dict[str, str]:
    return {plain_words(tidy(row[0])): tidy(row[1]) for row in rows if len(row) > 1 and tidy(row[0])}


def _participants(
    rows: Sequence[Row], at: int, columns: Mapping[str, int]
) -> tuple[tuple[Participant, ...], tuple[RowProblem, ...]]:
    found: dict[str, Participant] = {}
    problems: list[RowProblem] = []
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        if is_blank(row) or _SECTION.fullmatch(" ".join(filter(None, headings(row)))):
            break
        one = _participant(number, row, columns)
        if isinstance(one, RowProblem):
            problems.append(one)
            continue
        key = one.email or one.name_text.casefold()
        before = found.get(key)
        found[key] = replace(before, seconds=one.seconds + before.seconds) if before else one
    return tuple(found.values()), tuple(problems)


def _participant(number: int, row: Row, columns: Mapping[str, int]) -> Participant | RowProblem:
    name_text = tidy(row[columns["name"]])
    name = read_full_name(name_text)
    seconds = read_duration(tidy(row[columns["duration"]]))
    email = tidy(row[columns["email"]])
    if isinstance(name, Unreadable):
        return RowProblem(number, "Participant", name.reason, columns["name"])
    if isinstance(seconds, Unreadable):
        return RowProblem(number, "Participant", seconds.reason, columns["duration"])
    return Participant(number, name_text, name, email.casefold() if "@" in email else "", seconds)
