"""Measures counted from the demonstration's own records, so that indicators agree with what the desk holds.

Each returns how many of how many; no whole means a bare count.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from socdesk.clock import london_day
from socdesk.desk.demo.script import Shelf
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, in_hours, working_days_between
from socdesk.desk.training.gathering import gathered
from socdesk.figures.calendar_months import add_months
from socdesk.figures.coverage import coverage
from socdesk.figures.scope import TrainingRecords
from socdesk.registers.declared.concerns import Concern, ConcernSource, Route
from socdesk.registers.declared.training import Course
from socdesk.registers.register import RecordT, Register

Count = tuple[int, int | None]

_INSIDE = frozenset(
    {"HOUSING", "LICENSING", "PLANNING_ENFORCEMENT", "ENVIRONMENTAL_HEALTH", "INTERNAL_AUDIT", "HR",
     "MONITORING_OFFICER", "NO_ONWARD_ROUTE"}
)  # fmt: skip
"""Routes that lead to the Council's own services, and so are no submissions to partners."""
_REFERRALS = frozenset({"MASH_CHILD", "MASH_ADULT"})
_NOTIFICATIONS = frozenset({"NRM", "DUTY_TO_NOTIFY"})
_ACKNOWLEDGED_DAYS = 2


@dataclass(frozen=True)
class Census:
    """The records as known now, and the quarter whose last day they are counted for."""

    shelf: Shelf
    stage: Stage
    day: date

    @property
    def training(self) -> TrainingRecords:
        """All that coverage is reckoned from."""
        return gathered(self._live)

    def _live(self, register: Register[RecordT]) -> tuple[RecordT, ...]:
        return tuple(self.shelf.live(register.record_type))

    def in_quarter(self, moment: datetime | None) -> bool:
        """Tell whether a moment lies within the quarter."""
        if moment is None:
            return False
        first = add_months(self.day + ONE_DAY, -3)
        return first <= london_day(moment) <= self.day

    def sent(self) -> Iterator[tuple[Concern, Route]]:
        """Return each route of the quarter with its concern."""
        for route in self.shelf.live(Route):
            if self.in_quarter(route.sent):
                yield self.shelf.get(Concern, route.parent), route


def _coverage(census: Census, kind: str, course: str) -> Count:
    record = census.shelf.get(Course, census.stage.courses[course])
    figure = coverage(kind, record, census.training, census.day).figure
    return figure.numerator, figure.denominator


def _drivers(census: Census) -> Count:
    return _coverage(census, "DRIVER", "TAXI_SAFEGUARDING")


def _staff(census: Census) -> Count:
    return _coverage(census, "STAFF", "SOC_AWARENESS")


def _members(census: Census) -> Count:
    return _coverage(census, "MEMBER", "MEMBER_BRIEFING")


def _submissions(census: Census) -> Count:
    return sum(route.route not in _INSIDE for _, route in census.sent()), None


def _working_days(concern: Concern, route: Route) -> int:
    """Return the working days from receipt to sending; what comes in out of hours counts from the next opening."""
    if concern.received is None or route.sent is None:
        return 0
    return working_days_between(london_day(in_hours(concern.received)), london_day(route.sent))


def _median_days(census: Census) -> Count:
    days = [_working_days(concern, route) for concern, route in census.sent() if route.route not in _INSIDE]
    return (round(statistics.median(days)), None) if days else (0, 0)


def _referrals(census: Census) -> Count:
    days = [_working_days(concern, route) for concern, route in census.sent() if route.route in _REFERRALS]
    return sum(each == 0 for each in days), len(days)


def _notifications(census: Census) -> Count:
    return sum(route.route in _NOTIFICATIONS for _, route in census.sent()), None


def _from_members(census: Census) -> list[Concern]:
    told = (source.parent for source in census.shelf.live(ConcernSource) if source.kind == "ELECTED_MEMBER")
    concerns = (census.shelf.get(Concern, parent) for parent in told)
    return [concern for concern in concerns if census.in_quarter(concern.received)]


def _member_concerns(census: Census) -> Count:
    return len(_from_members(census)), None


def _member_acknowledged(census: Census) -> Count:
    """Count those passed on within two working days: the member is told when that is done."""
    concerns = _from_members(census)
    routes = ((concern, census.shelf.children(Route, concern.id)) for concern in concerns)
    soon = sum(bool(sent) and _working_days(concern, sent[0]) <= _ACKNOWLEDGED_DAYS for concern, sent in routes)
    return soon, len(concerns)


MEASURES: dict[str, Callable[[Census], Count]] = {
    "drivers": _drivers,
    "staff": _staff,
    "members": _members,
    "submissions": _submissions,
    "median_days": _median_days,
    "referrals": _referrals,
    "notifications": _notifications,
    "member_concerns": _member_concerns,
    "member_acknowledged": _member_acknowledged,
}
"""What resources/demo/actions.json may name as a source of a reading."""
