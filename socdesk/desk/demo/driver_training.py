"""Which drivers took the safeguarding course when: coverage rises from its first share to its last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdesk.desk.demo.chance import Chance
from socdesk.desk.demo.courses_taken import in_date
from socdesk.desk.demo.drivers import Driver, list_day
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, working_day_from
from socdesk.registers.shipped import Entry

VALID_MONTHS = 36
_WITHOUT_COURSE = (8, 12)
"""Months without a course: summer, and the end of the year."""
_HUNDRED = 100


@dataclass(frozen=True)
class Session:
    """One course: its day, who came, and who was booked and did not."""

    day: date
    present: tuple[Driver, ...]
    absent: tuple[Driver, ...]


class TrainingPlanner:
    """Trains drivers before the first day, on joining, and then month by month."""

    def __init__(self, stage: Stage, shape: Entry) -> None:
        self._stage, self._shape = stage, shape
        self._chance: Chance = stage.chance("driver training")

    def plan(self, drivers: list[Driver]) -> list[Session]:
        """Write down what each driver did before or on joining, and return the sessions held since."""
        for driver in drivers:
            self._before(driver)
        self._reach_first_share([d for d in drivers if d.is_active(self._stage.first_day)])
        days = (working_day_from(month.replace(day=12)) for month in self._stage.months())
        return [self._session(d, drivers) for d in days if d.month not in _WITHOUT_COURSE and d < self._stage.today]

    def _before(self, driver: Driver) -> None:
        """Give a newcomer the certificate that most bring with their application."""
        if driver.begins > self._stage.first_day and self._chance.percent(self._shape.number("renewing")):
            driver.certificates.append(working_day_from(driver.begins - ONE_DAY * self._chance.between(5, 40)))

    def _reach_first_share(self, drivers: list[Driver]) -> None:
        share = self._shape.number("coverage_at_first")
        trained = self._chance.some(drivers, (len(drivers) * share + _HUNDRED // 2) // _HUNDRED)
        for driver in drivers:
            if driver in trained:
                driver.certificates.append(self._day_within(0, VALID_MONTHS))
            elif not self._chance.percent(self._shape.number("never_trained_of_the_rest")):
                driver.certificates.append(self._day_within(VALID_MONTHS + 1, 2 * VALID_MONTHS))

    def _day_within(self, least_months: int, most_months: int) -> date:
        """Return a working day that lies so many months before the first day."""
        last = self._stage.month(-least_months) - 3 * ONE_DAY
        first = self._stage.month(-most_months) + 5 * ONE_DAY
        day = first + ONE_DAY * self._chance.between(0, (last - first).days)
        return min(working_day_from(day), self._stage.first_day - ONE_DAY)

    def _session(self, day: date, drivers: list[Driver]) -> Session:
        active = [driver for driver in drivers if driver.is_active(day) and driver.begins <= list_day(day)]
        due = [driver for driver in active if not in_date(driver.trained, VALID_MONTHS, day)]
        missing = max(0, self._wanted(day, len(active)) - (len(active) - len(due)))
        invited = self._chance.some(due, missing + 1)
        present, absent = invited[:missing], invited[missing:]
        for driver in present:
            driver.sessions.append(day)
        return Session(day, tuple(present), tuple(absent))

    def _wanted(self, day: date, active: int) -> int:
        """Return how many drivers shall be in date after the session of a day."""
        first, last = self._shape.number("coverage_at_first"), self._shape.number("coverage_at_last")
        begins, whole = self._stage.first_day, (self._stage.today - self._stage.first_day).days
        share = first + (last - first) * (day - begins).days / whole
        return round(active * share / _HUNDRED)
