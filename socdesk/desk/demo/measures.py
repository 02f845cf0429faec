"""Measures counted from the demonstration's own records, so that indicators agree with what the desk holds.

Each returns how many of how many; no whole means a bare count.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from socdesk.clock import london_day
from socdesk.desk.demo.courses_taken import ATTENDED, PASSED, in_date
from socdesk.desk.demo.script import Shelf
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, in_hours, month_later, working_days_between
from socdesk.registers.declared.concerns import Concern, ConcernSource, Route
from socdesk.registers.declared.learners import Employment, Learner, Licence, Term
from socdesk.registers.declared.training import Completion, Exemption

Count = tuple[int, int | None]

_INSIDE = frozenset(
    {"HOUSING", "LICENSING", "PLANNING_ENFORCEMENT", "ENVIRONMENTAL_HEALTH", "INTERNAL_AUDIT", "HR",
     "MONITORING_OFFICER", "NO_ONWARD_ROUTE"}
)  # fmt: skip
"""Routes that lead to the Council's own services, and so are no submissions to partners."""
_REFERRALS = frozenset({"MASH_CHILD", "MASH_ADULT"})
_NOTIFICATIONS = frozenset({"NRM", "DUTY_TO_NOTIFY"})
_VALID_MONTHS = 36
_BRIEFING_MONTHS = 12
_ACKNOWLEDGED_DAYS = 2


@dataclass(frozen=True)
class Census:
    """The records as known now, and the quarter whose last day they are counted for."""

    shelf: Shelf
    stage: Stage
    day: date

    def in_quarter(self, moment: datetime | None) -> bool:
        """Tell whether a moment lies within the quarter."""
        if moment is None:
            return False
        first = month_later(self.day + ONE_DAY, -3)
        return first <= london_day(moment) <= self.day

    def sent(self) -> Iterator[tuple[Concern, Route]]:
        """Return each route of the quarter with its concern."""
        for route in self.shelf.live(Route):
            if self.in_quarter(route.sent):
                yield self.shelf.get(Concern, route.parent), route


def _in_scope(census: Census, learner: Learner) -> bool:
    """Tell whether a person counts: licensed, employed by the Council itself or in office, and not exempt."""
    shelf, day = census.shelf, census.day
    if any(away.held.covers(day) for away in shelf.children(Exemption, learner.id)):
        return False
    if learner.kind == "DRIVER":
        return any(x.held.covers(day) and x.status == "ACTIVE" for x in shelf.children(Licence, learner.id))
    if learner.kind == "STAFF":
        return any(x.held.covers(day) and not x.agency for x in shelf.children(Employment, learner.id))
    return any(x.held.covers(day) for x in shelf.children(Term, learner.id))


def coverage(census: Census, kind: str, course: str, months: int) -> tuple[int, int]:
    """Return how many people in scope are in date for a course, and how many are in scope."""
    people = [p for p in census.shelf.live(Learner) if p.kind == kind and _in_scope(census, p)]
    return sum(_is_covered(census, person, census.stage.courses[course], months) for person in people), len(people)


def _is_covered(census: Census, person: Learner, course: str, months: int) -> bool:
    taken = (x for x in census.shelf.children(Completion, person.id) if x.course == course)
    days = [x.completed for x in taken if x.completed and x.result in (ATTENDED, PASSED)]
    return in_date(days, months, census.day)


def _drivers(census: Census) -> Count:
    return coverage(census, "DRIVER", "TAXI_SAFEGUARDING", _VALID_MONTHS)


def _staff(census: Census) -> Count:
    return coverage(census, "STAFF", "SOC_AWARENESS", _VALID_MONTHS)


def _members(census: Census) -> Count:
    return coverage(census, "MEMBER", "MEMBER_BRIEFING", _BRIEFING_MONTHS)


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
