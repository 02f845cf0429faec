"""The records of one concern as it is written down: the concern, its statements, its source and its routes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from socdesk.clock import london_day
from socdesk.desk.demo.chance import Chance
from socdesk.desk.demo.concern_plan import ConcernPlan
from socdesk.desk.demo.scenarios import ConcernShapes
from socdesk.desk.demo.stage import Stage
from socdesk.registers.declared.concerns import Concern, ConcernSource, Route, Statement
from socdesk.registers.register import new_id
from socdesk.registers.values import Occasion, WhenKind

_ANONYMITIES = ("NAMED", "CONFIDENTIAL", "ANONYMOUS", "UNKNOWN")
_ANONYMITY_WEIGHTS = (45, 20, 28, 7)
_HOW_KNOWN = ("DIRECTLY", "DIRECTLY", "INVOLVED", "TOLD_BY_ANOTHER", "RUMOUR", "DOCUMENT", "INFERRED")


class ConcernRecords:
    """Makes records from plans."""

    def __init__(self, stage: Stage, shapes: ConcernShapes, takers: tuple[str, ...], wards: tuple[str, ...]) -> None:
        self._stage, self._shapes = stage, shapes
        self._takers, self._wards = takers, wards
        self._chance: Chance = stage.chance("concern records")

    def concern(self, plan: ConcernPlan) -> Concern:
        """Return the concern as first written down."""
        scenario, chance = plan.scenario, self._chance
        restricted = bool(scenario.restriction) and chance.percent(self._shapes.restricted_share)
        return Concern(
            id=new_id(),
            received=plan.received,
            channel=plan.channel,
            received_by=chance.of(self._takers),
            urgency=plan.urgency,
            summary=chance.of(scenario.summaries),
            categories=scenario.categories,
            tags=tuple(sorted(chance.some(scenario.tags, chance.between(1, len(scenario.tags))))),
            service_area=chance.of(scenario.service_areas),
            trade=scenario.trade,
            happened=self._occasion(plan),
            place=self._stage.names.place(scenario.place),
            ward=chance.of(self._wards) if scenario.place else chance.of(("BOROUGH_WIDE", "NOT_KNOWN")),
            vehicle=f"DEMO {chance.between(1, 999)}" if chance.percent(7) else "",
            at_risk=scenario.at_risk,
            restricted=restricted,
            restriction_reason=scenario.restriction if restricted else "",
        )

    def _occasion(self, plan: ConcernPlan) -> Occasion:
        """Return when it happened: on a day, between two days, since a day, or not known."""
        last = london_day(plan.received)
        start = last - timedelta(days=self._chance.between(0, 6))
        match self._chance.weighted(tuple(WhenKind), (50, 15, 22, 13)):
            case WhenKind.POINT:
                return Occasion(WhenKind.POINT, start)
            case WhenKind.RANGE:
                return Occasion(WhenKind.RANGE, start - timedelta(days=self._chance.between(2, 20)), last)
            case WhenKind.ONGOING:
                return Occasion(WhenKind.ONGOING, start - timedelta(days=self._chance.between(7, 90)))
            case _:
                return Occasion()

    def statements(self, plan: ConcernPlan, concern: Concern) -> Iterator[Statement]:
        """Return what was reported, and often what was recorded as fact and what the officer thinks of it."""
        yield self._statement(plan, concern, "REPORTED", self._chance.of(plan.scenario.reports))
        if self._chance.percent(55):
            yield self._statement(plan, concern, "FACT", self._chance.of(plan.scenario.facts))
        if self._chance.percent(50):
            yield self._statement(plan, concern, "OPINION", self._chance.of(plan.scenario.opinions))

    def _statement(self, plan: ConcernPlan, concern: Concern, kind: str, text: str) -> Statement:
        return Statement(id=new_id(), parent=concern.id, type=kind, text=text, made=plan.received)

    def correction(self, statement: Statement, at: datetime) -> Statement:
        """Return a statement that corrects another."""
        text = self._chance.of(self._shapes.corrections)
        return Statement(
            id=new_id(), parent=statement.parent, type="REPORTED", text=text, made=at, corrects=statement.id
        )

    def source(self, plan: ConcernPlan, concern: Concern) -> ConcernSource:
        """Return who told it: with a name and a way to reach them, or without."""
        chance = self._chance
        kind = self._shapes.source_by_channel.get(plan.channel) or chance.of(plan.scenario.sources)
        anonymity = "ANONYMOUS" if kind == "ANONYMOUS" else chance.weighted(_ANONYMITIES, _ANONYMITY_WEIGHTS)
        known = anonymity in ("NAMED", "CONFIDENTIAL")
        names = self._stage.names
        return ConcernSource(
            id=new_id(),
            parent=concern.id,
            kind=kind,
            anonymity=anonymity,
            name=names.person().full if known else "",
            contact=chance.of((names.telephone(), names.place("{number} {street}"))) if known else "",
            how_known=chance.of(_HOW_KNOWN),
            police_may_contact=chance.of(("YES", "NO")) if known else "UNKNOWN",
            note=chance.of(self._shapes.source_notes) if anonymity == "CONFIDENTIAL" else "",
        )

    def routes(self, plan: ConcernPlan, concern: Concern) -> list[Route]:
        """Return where it is sent: the first of its routes always, the others at times."""
        first, *others = plan.scenario.routes
        chosen = [first, *(each for each in others if self._chance.percent(45))]
        return [Route(id=new_id(), parent=concern.id, route=to, method=how, sent=plan.routed) for to, how in chosen]
