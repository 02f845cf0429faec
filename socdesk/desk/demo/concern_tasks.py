"""What was done about each concern, step by step, each step a deed at its own moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from socdesk.clock import london_day
from socdesk.desk.demo.concern_plan import IMMEDIATE, ConcernPlan, ConcernPlanner
from socdesk.desk.demo.concern_records import ConcernRecords
from socdesk.desk.demo.members import wards
from socdesk.desk.demo.scenarios import concern_shapes
from socdesk.desk.demo.script import Puts, Shelf, Task, putting
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import in_hours
from socdesk.registers.declared.concerns import Concern, Route
from socdesk.registers.register import Record, State


class ConcernScript:
    """Everything that happens with concerns. ``takers`` are the names of those who take them."""

    def __init__(self, stage: Stage, number: int, takers: tuple[str, ...]) -> None:
        self._stage, self._shapes = stage, concern_shapes()
        self._chance = stage.chance("concern steps")
        self._plans = ConcernPlanner(stage, self._shapes).plan(number)
        self._records = ConcernRecords(stage, self._shapes, takers, wards(stage))

    def tasks(self) -> Iterator[Task]:
        """Return the tasks in no particular order."""
        for plan in self._plans:
            yield from self._life(plan)

    def _life(self, plan: ConcernPlan) -> Iterator[Task]:
        concern = self._records.concern(plan)
        statements = tuple(self._records.statements(plan, concern))
        first = (concern, *statements, self._records.source(plan, concern))
        yield Task(at=plan.recorded, words="Recorded a concern", puts=putting(*first))
        if plan.voided:
            at = in_hours(plan.recorded + timedelta(minutes=70))
            yield Task(at=at, words="Voided a concern", why="Entered in error", puts=_voided(concern))
            return
        yield Task(at=plan.routed, words="Passed on a concern", puts=self._routed(plan, concern))
        if plan.corrected:
            at = in_hours(plan.routed + timedelta(hours=20))
            puts = putting(self._records.correction(statements[0], at))
            yield Task(at=at, words="Corrected a statement", puts=puts)
        if plan.acknowledged:
            at = plan.acknowledged
            yield Task(at=at, words="Entered an acknowledgement", puts=self._acknowledged(plan, concern))
        if plan.closed:
            yield Task(at=plan.closed, words="Closed a concern", puts=self._closed(plan, concern))

    def _routed(self, plan: ConcernPlan, concern: Concern) -> Puts:
        status = "DANGER_ACTED" if plan.urgency == IMMEDIATE else "ROUTED"
        routes = self._records.routes(plan, concern)
        return lambda shelf: (replace(shelf.get(Concern, concern.id), status=status), *routes)

    def _acknowledged(self, plan: ConcernPlan, concern: Concern) -> Puts:
        number = self._chance.between(1, 99999)

        def puts(shelf: Shelf) -> Iterable[Record]:
            yield replace(shelf.get(Concern, concern.id), status="AWAITING_FEEDBACK")
            for route in shelf.children(Route, concern.id)[:1]:
                yield replace(route, acknowledged=plan.acknowledged, their_reference=f"DEMO-{number:05}")

        return puts

    def _closed(self, plan: ConcernPlan, concern: Concern) -> Puts:
        answered = plan.acknowledged is not None and self._chance.percent(70)
        outcome = self._chance.of(plan.scenario.outcomes) if answered else "NO_FEEDBACK"
        words = self._chance.of(self._shapes.feedback)
        day = london_day(plan.closed or plan.routed)

        def puts(shelf: Shelf) -> Iterable[Record]:
            yield replace(shelf.get(Concern, concern.id), status="CLOSED", outcome=outcome, closed=day)
            for route in shelf.children(Route, concern.id)[:1] if answered else ():
                yield replace(route, feedback_on=day, feedback=words)

        return puts


def _voided(concern: Concern) -> Puts:
    """Return what voids a concern; its children go with it, and the numbers stay taken."""
    return lambda shelf: (
        replace(shelf.get(Concern, concern.id), status="VOID", outcome="ENTERED_IN_ERROR", state=State.VOID),
    )
