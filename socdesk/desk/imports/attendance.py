"""An attendance report of Microsoft Teams: who took a course on one day, and for how long (domain.md 5.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from socdesk.desk.desk import Desk
from socdesk.desk.imports.bringing_in import ListFile, Preview, preview_of, refuse_same_file
from socdesk.desk.imports.known_people import KnownPeople
from socdesk.desk.imports.plan import Plan
from socdesk.errors import UserFacingError
from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.list_kinds import ListKind
from socdesk.exchange.teams_attendance import Participant, read_attendance
from socdesk.registers.declared.learners import EMPLOYMENTS
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id

LEAST_MINUTES = 45


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


def preview_attendance(desk: Desk, file: ListFile, given: CourseGiven, *, again: bool = False) -> Preview:
    """Match an attendance report with the staff on the desk, by name; write nothing.

    Raises:
        AlreadyBroughtInError: the same file came in before, and ``again`` was not said.
        UnknownCourseError: the desk has no such course.
        UserFacingError: the file is no attendance report.

    """
    sha256 = file_hash(file.data)
    if not again:
        refuse_same_file(desk, sha256)
    meeting = read_attendance(file.data, file.suffix)
    plan = AttendanceList(desk, given).take(meeting.participants)
    began = f"The report says that the meeting began: {meeting.start_text}. Check the day."
    return preview_of(ListKind.STAFF, sha256, plan, meeting.problems, [began] if meeting.start_text else [])


class AttendanceList:
    """Plans the completions of one meeting."""

    def __init__(self, desk: Desk, given: CourseGiven) -> None:
        self.plan = Plan()
        self._given = given
        self._known = KnownPeople(desk, "STAFF", EMPLOYMENTS, self.plan)
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
        namesakes = self._known.named(one.name.surname, one.name.forename)
        if len(namesakes) == 1:
            return namesakes[0].id
        self.plan.refuse(
            one.row_number,
            "more than one member of staff has this name. Record this one by hand."
            if namesakes
            else "no member of staff on this desk has this name. Bring in the staff list first, or correct the name.",
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
