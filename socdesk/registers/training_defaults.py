"""The courses and requirements that a new desk begins with: defaults of ours, for the council to change.

Source: domain.md 5.4, and the strategy's actions A07 and A11.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socdesk.registers.shipped import Entry, read_shipped


@dataclass(frozen=True)
class Course:
    """A course. ``validity_months`` is how long a completion counts; None is for good. ``mode`` is of course_mode."""

    code: str
    title: str
    also: tuple[str, ...]
    validity_months: int | None
    mode: str
    themes: tuple[str, ...]
    default: bool


@dataclass(frozen=True)
class Requirement:
    """Who needs which course from a day on.

    ``service_area`` narrows it to one service; None means everywhere. ``induction_days`` is the time a newcomer has.
    """

    learner_kind: str
    course: str
    service_area: str | None
    mandatory: bool
    induction_days: int
    since: date
    default: bool


def _course(entry: Entry) -> Course:
    return Course(
        code=entry.text("code"),
        title=entry.text("title"),
        also=tuple(part.strip() for part in entry.words("also").split(";") if part.strip()),
        validity_months=entry.number_or_none("validity_months"),
        mode=entry.text("mode"),
        themes=entry.texts("themes"),
        default=entry.flag("default"),
    )


def _requirement(entry: Entry) -> Requirement:
    return Requirement(
        learner_kind=entry.text("learner_kind"),
        course=entry.text("course"),
        service_area=entry.text_or_none("service_area"),
        mandatory=entry.flag("mandatory"),
        induction_days=entry.number("induction_days"),
        since=entry.day("from"),
        default=entry.flag("default"),
    )


class TrainingDefaults:
    """The shipped courses and requirements, each read when first asked for; a faulty file raises ValueError."""

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """The courses, in the order in which people see them."""
        return tuple(map(_course, read_shipped("training", "courses.json").entries("courses")))

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """Who needs what."""
        return tuple(map(_requirement, read_shipped("training", "requirements.json").entries("requirements")))
