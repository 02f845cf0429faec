"""Taxi drivers and their licences over the two years: issued, renewed, lapsed, suspended, given up.

Dated facts count by their own dates, so a change of status ends one licence record and begins another: earlier days
keep the figures they had.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from socdesk.desk.demo.chance import Chance
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, working_day_from
from socdesk.figures.calendar_months import add_months
from socdesk.registers.declared.learners import Learner, Licence
from socdesk.registers.register import new_id
from socdesk.registers.shipped import Entry
from socdesk.registers.values import Span

LICENCE_MONTHS = 36
ACTIVE, SUSPENDED, SURRENDERED, EXPIRED = "ACTIVE", "SUSPENDED", "SURRENDERED", "EXPIRED"
_SUSPENSION_DAYS = (45, 120)
_FEWEST_TO_SUSPEND = 8


def list_day(month: date) -> date:
    """Return the day on which a month's driver list is brought in."""
    return working_day_from(month.replace(day=5))


@dataclass(frozen=True)
class Turn:
    """A licence that changes its status on a day: the old record ends the day before, and a new one takes over."""

    day: date
    before: Licence
    after: Licence


@dataclass(eq=False)
class Driver:
    """One driver as planned. ``licences`` are as first entered; ``turns`` change them; ``active`` are the spans held.

    ``certificates`` were shown with a list, ``sessions`` are courses that the Council held itself.
    """

    learner: Learner
    licences: list[Licence] = field(default_factory=list[Licence])
    turns: list[Turn] = field(default_factory=list[Turn])
    active: list[Span] = field(default_factory=list[Span])
    certificates: list[date] = field(default_factory=list[date])
    sessions: list[date] = field(default_factory=list[date])
    leaves: date | None = None

    @property
    def trained(self) -> list[date]:
        """Every day on which the driver completed the course."""
        return [*self.certificates, *self.sessions]

    def is_active(self, day: date) -> bool:
        """Tell whether a licence is in force."""
        return any(span.covers(day) for span in self.active)

    @property
    def begins(self) -> date:
        """The first day of the first licence."""
        return min(licence.held.since for licence in self.licences if licence.held.since)


Turning = Callable[[Driver], None]


class DriverPlanner:
    """Plans drivers one after another."""

    def __init__(self, stage: Stage, shape: Entry) -> None:
        self._stage, self._shape = stage, shape
        self._chance: Chance = stage.chance("drivers")

    def plan(self, number: int) -> list[Driver]:
        """Return so many drivers."""
        drivers = [self._driver(n) for n in range(1, number + 1)]
        if number >= _FEWEST_TO_SUSPEND:
            self._turn_some(drivers, "suspended", self._suspend)
            self._turn_some(drivers, "given_up", self._give_up)
        return drivers

    def _driver(self, number: int) -> Driver:
        name = self._stage.names.person()
        driver = Driver(Learner(id=new_id(), kind="DRIVER", surname=name.surname, forename=name.forename))
        first = self._chance.of(self._shape.texts("types"))
        types = [first, "HCD" if first == "PHD" else "PHD"] if self._share("two_licences") else [first]
        since = self._issued()
        for place, kind in enumerate(types):
            self._licence(driver, f"DEMO-{kind}{number:04}", kind, add_months(since, place))
        last = max(licence.held.until for licence in driver.licences if licence.held.until)
        driver.leaves = last + ONE_DAY if last < self._stage.today else None
        if self._share("already_expired"):
            self._expire(driver)
        return driver

    def _share(self, name: str) -> bool:
        return self._chance.percent(self._shape.number(name))

    def _issued(self) -> date:
        first, today = self._stage.first_day, self._stage.today
        if self._share("present_at_first"):
            return first - ONE_DAY * self._chance.between(1, (first - add_months(first, -LICENCE_MONTHS)).days - 40)
        return first + ONE_DAY * self._chance.between(20, (today - first).days - 45)

    def _licence(self, driver: Driver, number: str, kind: str, since: date) -> None:
        """Issue a licence and renew it until today, or until the driver lets it lapse."""
        while since <= self._stage.today:
            until = add_months(since, LICENCE_MONTHS) - ONE_DAY
            badge = number.replace("DEMO-", "DEMO-B")
            driver.licences.append(
                Licence(
                    id=new_id(), parent=driver.learner.id, number=number, type=kind, badge=badge,
                    held=Span(since, until), status=ACTIVE,
                )
            )  # fmt: skip
            driver.active.append(Span(since, until))
            if until < self._stage.today and not self._share("renewing"):
                return
            since = until + ONE_DAY

    def _expire(self, driver: Driver) -> None:
        """Make the driver one of those on the first list whose licence had run out already."""
        until = self._stage.first_day - ONE_DAY * self._chance.between(3, 60)
        held = Span(add_months(until, -LICENCE_MONTHS) + ONE_DAY, until)
        driver.licences = [replace(driver.licences[0], held=held, status=EXPIRED)]
        driver.active, driver.leaves = [], self._stage.month(2)

    def _turn_some(self, drivers: list[Driver], name: str, turn: Turning) -> None:
        number = max(1, len(drivers) * self._shape.number(name) // 100)
        fit = [d for d in drivers if len(d.licences) == 1 and d.active and d.leaves is None and not d.turns]
        for driver in self._chance.some(fit, number):
            turn(driver)

    def _suspend(self, driver: Driver) -> None:
        """Suspend the licence for some weeks; where today comes sooner, it is suspended still."""
        licence, day = driver.licences[0], self._turning_day(driver)
        if day is None or licence.held.since is None:
            return
        back = working_day_from(day + ONE_DAY * self._chance.between(*_SUSPENSION_DAYS))
        until = licence.held.until
        away = replace(licence, id=new_id(), held=Span(day, until), status=SUSPENDED)
        again = replace(licence, id=new_id(), held=Span(back, until))
        driver.turns = [Turn(day, licence, away), Turn(back, away, again)]
        driver.active = [Span(licence.held.since, day - ONE_DAY), Span(back, until)]

    def _give_up(self, driver: Driver) -> None:
        licence, day = driver.licences[0], self._turning_day(driver)
        if day is None or licence.held.since is None:
            return
        after = replace(licence, id=new_id(), held=Span(day, licence.held.until), status=SURRENDERED)
        driver.turns = [Turn(day, licence, after)]
        driver.active, driver.leaves = [Span(licence.held.since, day - ONE_DAY)], day

    def _turning_day(self, driver: Driver) -> date | None:
        """Return a working day well within the licence and the script, or nothing where there is none."""
        held = driver.licences[0].held
        first = max(held.since or self._stage.first_day, self._stage.first_day) + 40 * ONE_DAY
        last = min((held.until or self._stage.today) - 130 * ONE_DAY, self._stage.today - 12 * ONE_DAY)
        if last < first:
            return None
        return working_day_from(first + ONE_DAY * self._chance.between(0, (last - first).days))
