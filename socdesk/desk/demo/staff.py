"""Staff of the Council: who worked where and when, and which courses they took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from socdesk.desk.demo.chance import Chance
from socdesk.desk.demo.courses_taken import PASSED, completion
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, working_day_from
from socdesk.figures.calendar_months import add_months
from socdesk.registers.declared.learners import Employment, Learner
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id
from socdesk.registers.shipped import Entry
from socdesk.registers.training_defaults import Course, Requirement, TrainingDefaults
from socdesk.registers.values import Span

_LONGEST_MONTHS = 140
_FOR_GOOD_MONTHS = 48


@dataclass(eq=False)
class Colleague:
    """One member of staff as planned, with every completion until today."""

    learner: Learner
    employment: Employment
    completions: list[Completion] = field(default_factory=list[Completion])
    leaves: date | None = None

    @property
    def begins(self) -> date:
        """The first day of work."""
        return self.employment.held.since or date.min


class StaffPlanner:
    """Plans the staff and what they learn."""

    def __init__(self, stage: Stage, shape: Entry) -> None:
        self._stage, self._shape = stage, shape
        self._chance: Chance = stage.chance("staff")
        defaults = TrainingDefaults()
        self._courses = {course.code: course for course in defaults.courses}
        self._required = [each for each in defaults.requirements if each.learner_kind == "STAFF"]

    def plan(self) -> list[Colleague]:
        """Return the staff, newcomers among them."""
        return [self._colleague(n) for n in range(self._shape.number("number"))]

    def _share(self, name: str) -> bool:
        return self._chance.percent(self._shape.number(name))

    def _colleague(self, number: int) -> Colleague:
        jobs = self._shape.entries("jobs")
        job, name = jobs[number % len(jobs)], self._stage.names.person()
        learner = Learner(
            id=new_id(), kind="STAFF", surname=name.surname, forename=name.forename,
            staff_number=f"DEMO-S{number + 1:04}",
        )  # fmt: skip
        employment = Employment(
            id=new_id(),
            parent=learner.id,
            service_area=job.text("service_area"),
            job_title=job.text("job_title"),
            held=Span(self._begins()),
            agency=self._share("agency"),
        )
        colleague = Colleague(learner, employment)
        if self._share("leaving"):
            colleague.leaves = self._leaves(colleague.begins)
        for needed in self._required:
            if self._binds(needed, employment.service_area):
                colleague.completions += self._taken(colleague, self._courses[needed.course])
        return colleague

    def _begins(self) -> date:
        if self._share("joining"):
            return working_day_from(self._stage.month(self._chance.between(1, 21)))
        return working_day_from(self._stage.month(-self._chance.between(4, _LONGEST_MONTHS)))

    def _leaves(self, begins: date) -> date:
        first = max(add_months(begins, 2), self._stage.month(3))
        return first + ONE_DAY * self._chance.between(0, max(0, (self._stage.month(23) - first).days))

    def _binds(self, needed: Requirement, service_area: str) -> bool:
        """Tell whether a course is for this service; optional ones are taken by about half."""
        return needed.service_area in (None, service_area) and (needed.mandatory or self._chance.percent(50))

    def _taken(self, colleague: Colleague, course: Course) -> Iterator[Completion]:
        last = min(colleague.leaves or self._stage.today, self._stage.today - ONE_DAY)
        for day in self._days(colleague.begins, course.validity_months):
            if colleague.begins <= day < last:
                result = PASSED if course.mode == "E_LEARNING" else "ATTENDED"
                yield completion(
                    colleague.learner.id, self._stage.courses[course.code], day, result=result, mode=course.mode
                )

    def _days(self, begins: date, months: int | None) -> Iterator[date]:
        """Return the days of the first completion and of each refresher, as long as they go on."""
        day = self._first(begins, months or _FOR_GOOD_MONTHS)
        while day and day < self._stage.today:
            yield working_day_from(day)
            day = self._renewed(add_months(day, months)) if months else None

    def _first(self, begins: date, months: int) -> date | None:
        if begins > self._stage.first_day:
            return begins + ONE_DAY * self._chance.between(4, 85)
        if self._share("trained_at_first"):
            return max(begins, self._stage.month(-self._chance.between(1, months - 1))) + ONE_DAY * 6
        if self._share("trained_later"):
            return self._stage.month(self._chance.between(1, 20)) + ONE_DAY * self._chance.between(0, 27)
        return None

    def _renewed(self, runs_out: date) -> date:
        if self._share("renewing_in_time"):
            return runs_out - ONE_DAY * self._chance.between(1, 30)
        return runs_out + ONE_DAY * self._chance.between(15, 150)
