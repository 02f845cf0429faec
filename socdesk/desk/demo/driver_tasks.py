"""The driver list as it was brought in month by month, changes of licences, and registers of courses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from socdesk.desk.demo.courses_taken import DID_NOT_ATTEND, completion
from socdesk.desk.demo.driver_training import Session, TrainingPlanner
from socdesk.desk.demo.drivers import Driver, DriverPlanner, Turn, list_day
from socdesk.desk.demo.import_batch import import_batch
from socdesk.desk.demo.script import Puts, Shelf, Task, putting
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, moment, working_days_later
from socdesk.registers.declared.learners import Learner, Licence
from socdesk.registers.register import Record
from socdesk.registers.shipped import Entry
from socdesk.registers.values import Span

_COURSE = "TAXI_SAFEGUARDING"
_COLUMNS = "Licence No; Badge No; Surname; Forename; Licence Type; Issued; Expiry; Status; Training Date"


class DriverScript:
    """Everything that happens with drivers."""

    def __init__(self, stage: Stage, shape: Entry, number: int) -> None:
        self._stage, self._providers = stage, shape.texts("providers")
        self._course = stage.courses[_COURSE]
        self._drivers = DriverPlanner(stage, shape).plan(number)
        self._sessions = TrainingPlanner(stage, shape).plan(self._drivers)

    def tasks(self) -> Iterator[Task]:
        """Return the tasks in no particular order."""
        days = [working_days_later(self._stage.first_day, 1)]
        days += [list_day(month) for month in self._stage.months()]
        before = date.min
        for day in sorted(set(days)):
            puts = self._list(before, day)
            yield Task(at=moment(day, 10, 30), words="Brought in the driver list", puts=puts, kind="import")
            before = day
        for session in self._sessions:
            yield from self._register(session)
        for driver in self._drivers:
            yield from map(_turned, driver.turns)

    def _list(self, before: date, day: date) -> Puts:
        """Return what a list brings: drivers and licences that are new on it, and drivers who are missing from it."""

        def puts(shelf: Shelf) -> Iterable[Record]:
            listed = 0
            for driver in self._drivers:
                if driver.begins > day:
                    continue
                listed += driver.leaves is None or driver.leaves > day
                if driver.begins > before:
                    yield driver.learner
                    yield from self._taken_before(driver)
                yield from (x for x in driver.licences if x.held.since and before < x.held.since <= day)
                if driver.leaves and before < driver.leaves <= day:
                    yield replace(shelf.get(Learner, driver.learner.id), on_latest_list=False)
            yield import_batch("DRIVERS", day, listed, _COLUMNS)

        return puts

    def _taken_before(self, driver: Driver) -> Iterator[Record]:
        for place, day in enumerate(driver.certificates):
            provider = self._providers[(day.toordinal() + place) % len(self._providers)]
            yield completion(driver.learner.id, self._course, day, mode="CLASSROOM", provider=provider)

    def _register(self, session: Session) -> Iterator[Task]:
        """Return the task that enters who came to a course, and who did not."""
        provider = self._providers[session.day.month % len(self._providers)]
        came = (
            completion(driver.learner.id, self._course, session.day, mode="CLASSROOM", provider=provider)
            for driver in session.present
        )
        missed = (
            completion(driver.learner.id, self._course, session.day, result=DID_NOT_ATTEND) for driver in session.absent
        )
        at = moment(working_days_later(session.day, 2), 11, 10)
        yield Task(at=at, words="Brought in the register of a course", puts=putting(*came, *missed), kind="import")


def _turned(turn: Turn) -> Task:
    def puts(shelf: Shelf) -> Iterable[Record]:
        before = shelf.get(Licence, turn.before.id)
        yield replace(before, held=Span(before.held.since, turn.day - ONE_DAY))
        yield turn.after

    return Task(at=moment(turn.day, 14, 50), words="Changed the status of a licence", puts=puts)
