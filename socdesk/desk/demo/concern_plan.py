"""One concern as planned: what came in, and when each thing was done about it (domain.md 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from socdesk.clock import london_day
from socdesk.desk.demo.chance import Chance
from socdesk.desk.demo.scenarios import ConcernShapes, Scenario
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, in_hours, moment, working_days_later

IMMEDIATE = "IMMEDIATE_DANGER"
_ANY_TIME = frozenset({"EMAIL", "WEB_FORM", "ANONYMOUS_NOTE", "SOCIAL_MEDIA"})
"""Channels that bring concerns in outside working hours."""
_MINUTES_TO_ROUTE = {IMMEDIATE: (3, 15), "SAME_DAY": (20, 150), "WITHIN_ONE_WORKING_DAY": (90, 420)}
_LATE_DAYS = (2, 4)
_GROWTH = 35
"""Per cent by which the last month brings more than the first: officers report more as they are trained."""


@dataclass(frozen=True, kw_only=True)
class ConcernPlan:
    """``closed`` and ``acknowledged`` are None where that never comes; what lies after the present is not done."""

    scenario: Scenario
    channel: str
    urgency: str
    received: datetime
    recorded: datetime
    routed: datetime
    acknowledged: datetime | None
    closed: datetime | None
    voided: bool
    corrected: bool


class ConcernPlanner:
    """Plans concerns: busy and quiet months, urgency, and how long each step takes."""

    def __init__(self, stage: Stage, shapes: ConcernShapes) -> None:
        self._stage, self._shapes = stage, shapes
        self._chance: Chance = stage.chance("concerns")
        self._weights = [scenario.weight for scenario in shapes.scenarios]
        whole = (stage.today - stage.first_day).days
        self._days = [stage.first_day + n * ONE_DAY for n in range(4, whole)]
        self._day_weights = [
            shapes.month_weights[day.month - 1] * (100 + _GROWTH * n // whole) for n, day in enumerate(self._days)
        ]

    def plan(self, number: int) -> list[ConcernPlan]:
        """Return so many concerns, in the order in which they were recorded."""
        voided, corrected = (
            self._picked(number, self._shapes.voided_share),
            self._picked(number, self._shapes.corrected_share),
        )
        plans = [self._one(voided=n in voided, corrected=n in corrected) for n in range(number)]
        return sorted(plans, key=lambda plan: plan.recorded)

    def _picked(self, number: int, share: int) -> frozenset[int]:
        """Return which of so many are of a share: one at least, where there are ten."""
        least = 1 if number >= 10 else 0  # noqa: PLR2004  fewer need no such case
        return frozenset(self._chance.some(range(number), max(least, number * share // 100)))

    def _one(self, *, voided: bool, corrected: bool) -> ConcernPlan:
        scenario = self._chance.weighted(self._shapes.scenarios, self._weights)
        channel, urgency = self._chance.of(scenario.channels), self._chance.of(scenario.urgencies)
        received, recorded = self._came_in(channel, urgency)
        routed = self._routed(
            "SAME_DAY" if scenario.may_be_safeguarding and urgency != IMMEDIATE else urgency, recorded
        )
        acknowledged = closed = None
        if self._chance.percent(84):
            acknowledged = self._later(routed, 1, 5)
        if self._chance.percent(93):
            closed = self._later(acknowledged or routed, 6, 55)
        return ConcernPlan(
            scenario=scenario, channel=channel, urgency=urgency, received=received, recorded=recorded, routed=routed,
            acknowledged=acknowledged, closed=closed, voided=voided, corrected=corrected,
        )  # fmt: skip

    def _came_in(self, channel: str, urgency: str) -> tuple[datetime, datetime]:
        """Return when it was received and when it was written down, both before the present."""
        while True:
            day = self._chance.weighted(self._days, self._day_weights)
            received = self._received(day, channel, urgency)
            recorded = in_hours(received + timedelta(minutes=self._chance.between(4, 45)))
            if recorded < self._stage.present:
                return received, recorded

    def _received(self, day: date, channel: str, urgency: str) -> datetime:
        if channel in _ANY_TIME and urgency != IMMEDIATE and self._chance.percent(45):
            return moment(day, self._chance.between(6, 22), self._chance.between(0, 59))
        return in_hours(moment(day, self._chance.between(9, 15), self._chance.between(0, 59)))

    def _routed(self, urgency: str, recorded: datetime) -> datetime:
        if urgency != IMMEDIATE and self._chance.percent(self._shapes.late_share):
            return self._later(recorded, *_LATE_DAYS)
        if urgency not in _MINUTES_TO_ROUTE:
            return self._later(recorded, 1, 3)
        return in_hours(recorded + timedelta(minutes=self._chance.between(*_MINUTES_TO_ROUTE[urgency])))

    def _later(self, since: datetime, least: int, most: int) -> datetime:
        """Return a moment so many working days later."""
        day = working_days_later(london_day(since), self._chance.between(least, most))
        return moment(day, self._chance.between(9, 16), self._chance.between(0, 59))
