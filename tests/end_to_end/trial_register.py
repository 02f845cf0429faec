"""A trial register with every kind of field, a child and a link; only this declaration and one step know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.dated_fields import Day, Moment, Period, When
from socdesk.registers.fields import Audience, Identity
from socdesk.registers.other_fields import Attachment, Flag, Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, Choices, Link, LongText, Reference, Text
from socdesk.registers.values import Occasion, Span, StoredFile

STEPS = Path(__file__).parent / "trial_migrations"


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    """One visit to a place: every kind of field once."""

    title: Annotated[
        str, Text(label="Visit", required=True, searchable=True, in_list=True, audience=Audience.PUBLIC)
    ] = ""
    account: Annotated[str, LongText(label="Account", searchable=True, audience=Audience.RESTRICTED)] = ""
    urgent: Annotated[bool, Flag(label="Urgent", in_list=True)] = False
    day: Annotated[date | None, Day(label="Day", required=True, in_list=True)] = None
    reported: Annotated[datetime | None, Moment(label="Reported")] = None
    seen: Annotated[Occasion, When(label="When it was seen")] = Occasion()
    open_for: Annotated[Span, Period(label="Open for")] = Span()
    ward: Annotated[str, Choice(label="Ward", vocabulary="ward", in_list=True)] = ""
    tags: Annotated[tuple[str, ...], Choices(label="Tags", vocabulary="tag")] = ()
    people: Annotated[int | None, Number(label="People met", most=500)] = None
    minute: Annotated[str, Reference(label="Minute", sealed=True)] = ""
    concern: Annotated[str, Link(label="Concern", register="concerns", in_list=True)] = ""
    photograph: Annotated[StoredFile | None, Attachment(label="Photograph")] = None
    told_by: Annotated[str, Text(label="Told by", audience=Audience.SOURCE, identifies=Identity.NAME)] = ""


def urgent_visits_have_an_account(visit: Visit) -> dict[str, str]:
    """Ask for the account of an urgent visit."""
    return {"account": "Account is missing: an urgent visit needs one"} if visit.urgent and not visit.account else {}


VISITS = Register(
    key="visits",
    singular="Visit",
    plural="Visits",
    record_type=Visit,
    numbering=Numbering(template="VIS-{year}-{n:03}", year_of="day", audience=Audience.PUBLIC),
    title=lambda visit: visit.title,
    order=("day",),
    rules=(urgent_visits_have_an_account,),
)


@dataclass(frozen=True, kw_only=True)
class Finding(Record):
    """What was found on a visit."""

    words: Annotated[str, LongText(label="Finding", required=True, sealed=True, searchable=True, in_list=True)] = ""


FINDINGS = Register(
    key="findings",
    singular="Finding",
    plural="Findings",
    record_type=Finding,
    numbering=Numbering(template="{parent}-F{n}"),
    title=lambda finding: f"Finding {finding.reference}",
    parent="visits",
    append_only=True,
)

TRIAL = REGISTERS.with_register(VISITS).with_register(FINDINGS)
