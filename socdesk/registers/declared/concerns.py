"""The concern log: what came in, where it was sent, and what came of it (domain.md 3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from socdesk.registers.dated_fields import Day, Moment, When
from socdesk.registers.fields import Audience, Identity
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, Choices, Link, LongText, Reference, Text
from socdesk.registers.values import Occasion

RESTRICTED = Audience.RESTRICTED
SOURCE = Audience.SOURCE


@dataclass(frozen=True, kw_only=True)
class Concern(Record):
    """One concern. A concern is not a fact; what was said stands in its statements."""

    received: Annotated[datetime | None, Moment(label="Received", required=True, in_list=True)] = None
    channel: Annotated[str, Choice(label="How it came in", vocabulary="channel", required=True, in_list=True)] = ""
    received_by: Annotated[
        str, Text(label="Received by", hint="The officer who took it", required=True, identifies=Identity.NAME)
    ] = ""
    urgency: Annotated[str, Choice(label="Urgency", vocabulary="urgency", required=True, in_list=True)] = ""
    summary: Annotated[
        str,
        Text(
            label="In a few words",
            hint="Short and factual. Leave out names where you can",
            required=True,
            searchable=True,
            in_list=True,
            audience=RESTRICTED,
        ),
    ] = ""
    categories: Annotated[tuple[str, ...], Choices(label="Categories", vocabulary="soc_category", in_list=True)] = (
        "NOT_YET_KNOWN",
    )
    tags: Annotated[tuple[str, ...], Choices(label="Tags", vocabulary="tag")] = ()
    service_area: Annotated[str, Choice(label="Service area", vocabulary="service_area", in_list=True)] = ""
    trade: Annotated[str, Choice(label="Trade", vocabulary="risk_trade")] = ""
    happened: Annotated[Occasion, When(label="When it happened")] = Occasion()
    place: Annotated[
        str,
        Text(label="Where it happened", searchable=True, audience=RESTRICTED, identifies=Identity.ADDRESS),
    ] = ""
    ward: Annotated[str, Choice(label="Ward", vocabulary="ward", in_list=True)] = ""
    vehicle: Annotated[
        str,
        Text(label="Vehicle registration", searchable=True, audience=RESTRICTED, identifies=Identity.PLATE, most=20),
    ] = ""
    at_risk: Annotated[str, Choice(label="A child or an adult at risk?", vocabulary="yes_no_unknown")] = ""
    status: Annotated[str, Choice(label="Status", vocabulary="concern_status", required=True, in_list=True)] = "NEW"
    outcome: Annotated[str, Choice(label="Outcome", vocabulary="outcome", in_list=True)] = ""
    closed: Annotated[date | None, Day(label="Closed", in_list=True)] = None
    restriction_reason: Annotated[str, Choice(label="Why it is restricted", vocabulary="restriction_reason")] = ""


def restriction_has_a_reason(concern: Concern) -> Mapping[str, str]:
    """Ask why a concern is restricted."""
    if concern.restricted and not concern.restriction_reason:
        return {"restriction_reason": "Why it is restricted is missing"}
    return {}


def closing_has_an_outcome(concern: Concern) -> Mapping[str, str]:
    """Ask for the outcome of a closed concern."""
    if concern.status == "CLOSED" and not concern.outcome:
        return {"outcome": "Outcome is missing: a closed concern needs one"}
    return {}


CONCERNS = Register(
    key="concerns",
    singular="Concern",
    plural="Concerns",
    record_type=Concern,
    numbering=Numbering(template="SOC-{year}-{n:04}", year_of="received"),
    title=lambda concern: concern.summary,
    order=("-received",),
    divided_by="status",
    rules=(restriction_has_a_reason, closing_has_an_outcome),
    corrected_with_reason=("summary", "received", "received_by", "channel", "happened", "place", "vehicle"),
    when_void=(("status", "VOID"), ("outcome", "ENTERED_IN_ERROR")),
)


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """What was recorded, reported or thought. Sealed once saved: a correction is a new statement."""

    type: Annotated[
        str, Choice(label="Kind", vocabulary="statement_type", required=True, sealed=True, in_list=True)
    ] = ""
    text: Annotated[
        str,
        LongText(label="Statement", required=True, sealed=True, searchable=True, in_list=True, audience=RESTRICTED),
    ] = ""
    made: Annotated[datetime | None, Moment(label="Made", sealed=True, in_list=True)] = None
    corrects: Annotated[str, Link(label="Corrects", register="statements", sealed=True)] = ""


STATEMENTS = Register(
    key="statements",
    singular="Statement",
    plural="Statements",
    record_type=Statement,
    numbering=Numbering(template="{parent}-S{n}"),
    title=lambda statement: f"Statement {statement.reference}",
    parent="concerns",
    append_only=True,
    order=("made",),
)


@dataclass(frozen=True, kw_only=True)
class Route(Record):
    """One passing-on of a concern: to whom, how, when, and what came back."""

    route: Annotated[str, Choice(label="Passed to", vocabulary="route", required=True, in_list=True)] = ""
    method: Annotated[str, Choice(label="How", vocabulary="route_method", in_list=True)] = ""
    sent: Annotated[datetime | None, Moment(label="Sent", in_list=True)] = None
    their_reference: Annotated[str, Reference(label="Their reference", searchable=True, in_list=True)] = ""
    acknowledged: Annotated[datetime | None, Moment(label="Acknowledged", in_list=True)] = None
    feedback_on: Annotated[date | None, Day(label="Feedback received")] = None
    feedback: Annotated[str, LongText(label="Feedback", searchable=True, audience=RESTRICTED)] = ""


def comes_back_after_it_went(route: Route) -> Mapping[str, str]:
    """Refuse an acknowledgement before the sending."""
    if route.sent and route.acknowledged and route.acknowledged < route.sent:
        return {"acknowledged": "Acknowledged is before Sent"}
    return {}


ROUTES = Register(
    key="routes",
    singular="Route",
    plural="Routes",
    record_type=Route,
    numbering=Numbering(template="{parent}-R{n}"),
    title=lambda route: f"Route {route.reference}",
    parent="concerns",
    order=("sent",),
    rules=(comes_back_after_it_went,),
)


@dataclass(frozen=True, kw_only=True)
class ConcernSource(Record):
    """Who told us. Kept apart from what they told, and never exported unless asked for (domain.md 3.2, 3.5)."""

    kind: Annotated[str, Choice(label="Kind of source", vocabulary="source_type", required=True, audience=SOURCE)] = ""
    anonymity: Annotated[
        str, Choice(label="Anonymity", vocabulary="source_anonymity", required=True, audience=SOURCE)
    ] = "UNKNOWN"
    name: Annotated[str, Text(label="Name", audience=SOURCE, identifies=Identity.NAME)] = ""
    contact: Annotated[str, Text(label="How to reach them", audience=SOURCE, identifies=Identity.ADDRESS)] = ""
    how_known: Annotated[str, Choice(label="How they know", vocabulary="how_known", audience=SOURCE)] = ""
    police_may_contact: Annotated[
        str, Choice(label="May the police contact them?", vocabulary="yes_no_unknown", audience=SOURCE)
    ] = ""
    note: Annotated[str, LongText(label="Note", hint="Could passing this on identify them?", audience=SOURCE)] = ""


CONCERN_SOURCES = Register(
    key="concern_sources",
    singular="Source",
    plural="Sources",
    record_type=ConcernSource,
    numbering=Numbering(template="{parent}-Q{n}"),
    title=lambda source: f"Source {source.reference}",
    parent="concerns",
    single=True,
)
