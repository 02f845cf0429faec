"""An attendance report of Microsoft Teams: who took a course on one day, and for how long (domain.md 5.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from socdesk.desk.desk import Desk
from socdesk.desk.imports.bringing_in import refuse_earlier
from socdesk.desk.imports.checking import people_of
from socdesk.desk.imports.earlier_import import earlier_import
from socdesk.desk.imports.known_people import KnownPeople
from socdesk.desk.imports.opened_list import FIRST_ROWS, ListFile, Opened
from socdesk.desk.imports.plan import Plan
from socdesk.desk.imports.preview import Preview, preview_of
from socdesk.desk.imports.problems import Problem, Refusal, Settled
from socdesk.errors import UserFacingError
from socdesk.exchange.corrected_cells import with_cells
from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.row_results import RowProblem
from socdesk.exchange.sheet import Row, tidy
from socdesk.exchange.teams_attendance import Attendance, Participant, attendance_of, attendance_rows
from socdesk.registers.declared.learners import EMPLOYMENTS
from socdesk.registers.declared.training import COURSES, Completion
from socdesk.registers.register import new_id

LEAST_MINUTES = 45
BATCH_KIND = "ATTENDANCE"


class UnknownCourseError(UserFacingError):
    """No course on the desk has that title."""

    def __init__(self, title: str, known: Iterable[str]) -> None:
        super().__init__(
            f"There is no course “{title}” on this desk. Nothing was brought in.",
            advice=f"The courses are: {'; '.join(known)}.",
        )


@dataclass(frozen=True, kw_only=True)
class CourseGiven:
    """Which course a meeting was, and when. Whoever stayed for fewer minutes attended only in part."""

    title: str
    held_on: date
    least_minutes: int = LEAST_MINUTES


@dataclass(frozen=True)
class OpenedAttendance(Opened):
    """An attendance report, and the courses on the desk that the meeting may have been."""

    rows: tuple[Row, ...] = field(repr=False)
    meeting: Attendance = field(repr=False)
    courses: tuple[str, ...]


def open_attendance(desk: Desk, file: ListFile) -> OpenedAttendance:
    """Read an attendance report and look at it.

    Raises:
        FileNotReadableError: the file is no attendance report.

    """
    rows = attendance_rows(file.data, file.suffix)
    meeting = attendance_of(rows)
    sha256 = file_hash(file.data)
    return OpenedAttendance(
        sha256=sha256,
        earlier=earlier_import(desk, sha256),
        said=_said(meeting),
        headings=("Row", "Name", "Minutes", "Email"),
        first_rows=tuple(_shown(one) for one in islice(meeting.participants, FIRST_ROWS)),
        rows=rows,
        meeting=meeting,
        courses=tuple(course.title for course in desk.read.page(COURSES)),
    )


def _said(meeting: Attendance) -> tuple[str, ...]:
    number = len(meeting.participants)
    people = "1 person took part" if number == 1 else f"{number:,} people took part"
    title = f" The meeting was called “{meeting.title}”." if meeting.title else ""
    return (f"An attendance report from Teams; {people}.{title}", *_began(meeting))


def _began(meeting: Attendance) -> tuple[str, ...]:
    start = meeting.start_text
    return (f"The report says that the meeting began: {start}. Check the day.",) if start else ()


def _shown(one: Participant) -> tuple[str, ...]:
    return (f"{one.row_number}", one.name_text, f"{one.minutes}", one.email)


def preview_attendance(desk: Desk, file: ListFile, given: CourseGiven, *, again: bool = False) -> Preview:
    """Match an attendance report with the staff on the desk, by name; write nothing.

    Raises:
        AlreadyBroughtInError: the same file came in before, and ``again`` was not said.
        UnknownCourseError: the desk has no such course.
        UserFacingError: the file is no attendance report.

    """
    opened = open_attendance(desk, file)
    if not again:
        refuse_earlier(opened.earlier)
    return check_attendance(desk, opened, given)


def check_attendance(
    desk: Desk, opened: OpenedAttendance, given: CourseGiven, settled: Settled | None = None
) -> Preview:
    """Match the participants of a meeting with the staff on the desk; write nothing.

    Raises:
        UnknownCourseError: the desk has no such course.

    """
    settled = settled or Settled()
    rows = with_cells(opened.rows, settled.cells)
    meeting = attendance_of(rows)
    kept = [one for one in meeting.participants if one.row_number not in settled.left_out]
    plan = AttendanceList(desk, given, settled.people).take(kept)
    names = {one.row_number: one.name_text for one in meeting.participants}
    unreadable = (problem for problem in meeting.problems if problem.row_number not in settled.left_out)
    return preview_of(
        plan,
        (*(_unreadable(problem, rows) for problem in unreadable), *(_refused(each, names) for each in plan.refusals)),
        kind=ListKind.STAFF,
        batch_kind=BATCH_KIND,
        sha256=opened.sha256,
        notices=_began(meeting),
        left_out=tuple(
            Problem(row=number, reason="Left out by you.", who=names.get(number, ""))
            for number in sorted(settled.left_out)
        ),
        people=people_of(desk, plan),
    )


def _unreadable(problem: RowProblem, rows: tuple[Row, ...]) -> Problem:
    cell = tidy(rows[problem.row_number - 1][problem.at]) if problem.at is not None else ""
    return Problem(row=problem.row_number, reason=problem.reason, heading=problem.column, at=problem.at, cell=cell)


def _refused(refusal: Refusal, names: Mapping[int, str]) -> Problem:
    return Problem(row=refusal.row, reason=refusal.reason, who=names.get(refusal.row, ""), choices=refusal.choices)


class AttendanceList:
    """Plans the completions of one meeting."""

    def __init__(self, desk: Desk, given: CourseGiven, decided: Mapping[int, str] | None = None) -> None:
        self.plan = Plan()
        self._given = given
        self._known = KnownPeople(desk, "STAFF", EMPLOYMENTS, self.plan, decided)
        self._course = self._known.course(given.title)
        if not self._course:
            raise UnknownCourseError(given.title, self._known.course_titles)

    def take(self, participants: Iterable[Participant]) -> Plan:
        """Plan all participants; one person who joined under two addresses is one."""
        seconds: defaultdict[str, int] = defaultdict(int)
        for one in participants:
            person = self._person(one)
            if person:
                seconds[person] += one.seconds
                self.plan.rows += 1
        for person, stayed in seconds.items():
            self.plan.seen.add(person)
            self._known.complete(self._completion(person, stayed // 60))
        return self.plan

    def _person(self, one: Participant) -> str:
        surname, forename = one.name.surname, one.name.forename
        namesakes = self._known.settle(one.row_number, self._known.named(surname, forename), surname, forename)
        if len(namesakes) == 1:
            return namesakes[0].id
        self.plan.refuse(
            one.row_number,
            "more than one member of staff has this name. Record this one by hand."
            if namesakes
            else "no member of staff on this desk has this name. Bring in the staff list first, or correct the name.",
            choices=self._known.choices(namesakes or self._known.alike(surname, forename)),
        )
        return ""

    def _completion(self, person: str, minutes: int) -> Completion:
        enough = minutes >= self._given.least_minutes
        return Completion(
            id=new_id(),
            parent=person,
            course=self._course,
            completed=self._given.held_on,
            result="ATTENDED" if enough else "PART_ATTENDED",
            mode="WEBINAR",
        )
