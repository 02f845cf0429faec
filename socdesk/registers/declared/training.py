"""Courses, who needs them, and who completed them (domain.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from socdesk.registers.dated_fields import Day, Period
from socdesk.registers.fields import Audience
from socdesk.registers.other_fields import Flag, Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, Link, LongText, Reference, Text
from socdesk.registers.values import Span

PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, kw_only=True)
class Course(Record):
    """One course and how long it stays valid."""

    title: Annotated[str, Text(label="Course", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    validity_months: Annotated[
        int | None,
        Number(label="Valid for (months)", hint="Empty: it never runs out", least=1, most=240, audience=PUBLIC),
    ] = None
    mode: Annotated[str, Choice(label="How it is given", vocabulary="course_mode", audience=PUBLIC)] = ""
    themes: Annotated[str, LongText(label="Themes", searchable=True, audience=PUBLIC)] = ""


COURSES = Register(
    key="courses",
    singular="Course",
    plural="Courses",
    record_type=Course,
    numbering=Numbering(template="C{n:02}", audience=PUBLIC),
    title=lambda course: course.title,
    order=("title",),
)


@dataclass(frozen=True, kw_only=True)
class Requirement(Record):
    """Who needs which course, and from when."""

    learner_kind: Annotated[
        str, Choice(label="Who", vocabulary="learner_kind", required=True, in_list=True, audience=PUBLIC)
    ] = ""
    course: Annotated[str, Link(label="Course", register="courses", required=True, in_list=True, audience=PUBLIC)] = ""
    service_area: Annotated[
        str, Choice(label="Only in", vocabulary="service_area", hint="Empty: everywhere", audience=PUBLIC)
    ] = ""
    in_force: Annotated[Span, Period(label="In force", in_list=True, audience=PUBLIC)] = Span()
    induction_days: Annotated[int | None, Number(label="Days allowed at the start", most=730, audience=PUBLIC)] = None
    mandatory: Annotated[bool, Flag(label="Mandatory", in_list=True, audience=PUBLIC)] = True


REQUIREMENTS = Register(
    key="requirements",
    singular="Requirement",
    plural="Requirements",
    record_type=Requirement,
    numbering=Numbering(template="R{n:02}", audience=PUBLIC),
    title=lambda requirement: requirement.reference,
    dated=True,
)


@dataclass(frozen=True, kw_only=True)
class Completion(Record):
    """One course taken by one learner. Never overwritten: a correction voids it and adds another."""

    course: Annotated[str, Link(label="Course", register="courses", required=True, in_list=True)] = ""
    completed: Annotated[date | None, Day(label="Completed", required=True, in_list=True)] = None
    result: Annotated[str, Choice(label="Result", vocabulary="result", required=True, in_list=True)] = "ATTENDED"
    evidence_awaited: Annotated[bool, Flag(label="Evidence awaited")] = False
    mode: Annotated[str, Choice(label="How it was taken", vocabulary="course_mode")] = ""
    provider: Annotated[str, Text(label="Provider")] = ""
    certificate: Annotated[str, Reference(label="Certificate number")] = ""
    expires: Annotated[date | None, Day(label="Valid until", hint="Empty: as long as the course says")] = None


def _ends_after_it_began(completion: Completion) -> dict[str, str]:
    if completion.expires and completion.completed and completion.expires < completion.completed:
        return {"expires": "“Valid until” must not be before the day of completion"}
    return {}


COMPLETIONS = Register(
    key="completions",
    singular="Completion",
    plural="Completions",
    record_type=Completion,
    numbering=Numbering(template="{parent}-C{n}"),
    title=lambda completion: completion.reference,
    parent="learners",
    append_only=True,
    dated=True,
    order=("completed",),
    rules=(_ends_after_it_began,),
)


@dataclass(frozen=True, kw_only=True)
class Exemption(Record):
    """A time in which a learner does not count, and why: exempt from a course, or away for long."""

    course: Annotated[str, Link(label="Course", register="courses", hint="Empty: all courses", in_list=True)] = ""
    held: Annotated[Span, Period(label="In force", in_list=True)] = Span()
    reason: Annotated[str, Choice(label="Reason", vocabulary="absence_reason", required=True, in_list=True)] = ""


EXEMPTIONS = Register(
    key="exemptions",
    singular="Exemption",
    plural="Exemptions",
    record_type=Exemption,
    numbering=Numbering(template="{parent}-X{n}"),
    title=lambda exemption: exemption.reference,
    parent="learners",
    dated=True,
    order=("held",),
)
