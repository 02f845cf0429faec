"""The staff list as it was brought in, completions month by month, leavers and long absences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from socdesk.desk.demo.import_batch import import_batch
from socdesk.desk.demo.script import Puts, Shelf, Task, putting
from socdesk.desk.demo.staff import Colleague, StaffPlanner
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, moment, working_day_from, working_days_later
from socdesk.figures.calendar_months import add_months
from socdesk.registers.declared.learners import Employment
from socdesk.registers.declared.training import Exemption
from socdesk.registers.register import Record, new_id
from socdesk.registers.shipped import Entry
from socdesk.registers.values import Span

_COLUMNS = "Employee Number; Full Name; Service; Course Title; Completion Date; Status"


class StaffScript:
    """Everything that happens with staff."""

    def __init__(self, stage: Stage, shape: Entry) -> None:
        self._stage, self._reasons = stage, shape.texts("absences")
        self._chance = stage.chance("staff absences")
        self._staff = StaffPlanner(stage, shape).plan()

    @property
    def takers(self) -> tuple[str, ...]:
        """The names of those who take concerns: staff who were there from the first day and stayed."""
        there = (c for c in self._staff if c.begins <= self._stage.first_day and c.leaves is None)
        return tuple(f"{each.learner.forename} {each.learner.surname}" for each in there)

    def tasks(self) -> Iterator[Task]:
        """Return the tasks in no particular order."""
        days = [working_days_later(self._stage.first_day, 2)]
        days += [working_day_from(month.replace(day=8)) for month in self._stage.months()]
        before = date.min
        for day in sorted(set(days)):
            puts = self._list(before, day)
            yield Task(at=moment(day, 14, 5), words="Brought in the staff list", puts=puts, kind="import")
            before = day
        for colleague in self._staff:
            if colleague.leaves:
                yield _left(colleague, colleague.leaves)
        yield from self._absences()

    def _list(self, before: date, day: date) -> Puts:
        def puts(_: Shelf) -> Iterable[Record]:
            listed = 0
            for colleague in self._staff:
                if colleague.begins > day:
                    continue
                listed += colleague.leaves is None or colleague.leaves > day
                if colleague.begins > before:
                    yield colleague.learner
                    yield colleague.employment
                yield from (c for c in colleague.completions if c.completed and before <= c.completed < day)
            yield import_batch("STAFF", day, listed, _COLUMNS)

        return puts

    def _absences(self) -> Iterator[Task]:
        """Take a few people out of the reckoning for some months, each with a reason."""
        staying = [c for c in self._staff if c.leaves is None and c.begins <= self._stage.first_day]
        for colleague, reason in zip(self._chance.some(staying, len(self._reasons)), self._reasons, strict=False):
            since = self._stage.month(self._chance.between(2, 18))
            held = Span(since, add_months(since, self._chance.between(4, 9)))
            away = Exemption(id=new_id(), parent=colleague.learner.id, held=held, reason=reason)
            at = moment(working_days_later(since, 1), 10, 15)
            yield Task(at=at, words="Entered a long absence", puts=putting(away))


def _left(colleague: Colleague, day: date) -> Task:
    def puts(shelf: Shelf) -> Iterable[Record]:
        employment = shelf.get(Employment, colleague.employment.id)
        yield replace(employment, held=Span(employment.held.since, day - ONE_DAY))

    return Task(at=moment(working_days_later(day, 6), 15, 30), words="Entered a leaver", puts=puts)
