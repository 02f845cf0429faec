"""The action register: the strategy's promises, the Council's own actions, and their children (domain.md 1.2-1.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from socdesk.registers.dated_fields import Day
from socdesk.registers.fields import Audience
from socdesk.registers.other_fields import Attachment, Flag, Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, Choices, Link, LongText, Text
from socdesk.registers.values import StoredFile

PUBLIC = Audience.PUBLIC
RESTRICTED = Audience.RESTRICTED


@dataclass(frozen=True, kw_only=True)
class Action(Record):
    """One action: of the Council (A), of its members (M), or local (L)."""

    strategy: Annotated[str, Link(label="Strategy", register="strategies", sealed=True, audience=PUBLIC)] = ""
    kind: Annotated[
        str, Choice(label="Kind", vocabulary="action_kind", required=True, sealed=True, in_list=True, audience=PUBLIC)
    ] = ""
    title: Annotated[str, Text(label="Action", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    wording: Annotated[
        str,
        LongText(label="Wording", hint="As the strategy has it", sealed=True, searchable=True, audience=PUBLIC),
    ] = ""
    primary_pillar: Annotated[
        str, Choice(label="Pillar", vocabulary="pillar", required=True, in_list=True, audience=PUBLIC)
    ] = ""
    secondary_pillars: Annotated[
        tuple[str, ...], Choices(label="Other pillars", vocabulary="pillar", audience=PUBLIC)
    ] = ()
    mapping_is_ours: Annotated[
        bool,
        Flag(label="Pillars chosen by the Council", hint="The strategy itself does not give its actions pillars"),
    ] = False
    objective: Annotated[str, Choice(label="National objective", vocabulary="objective_2018", audience=PUBLIC)] = ""
    lead_post: Annotated[str, Link(label="Lead post", register="posts", in_list=True, audience=PUBLIC)] = ""
    partners: Annotated[tuple[str, ...], Choices(label="Partners", vocabulary="partner")] = ()
    cadence: Annotated[str, Choice(label="How often", vocabulary="cadence", audience=PUBLIC)] = ""
    ongoing: Annotated[bool, Flag(label="Ongoing", hint="Has no last day", audience=PUBLIC)] = False
    started: Annotated[date | None, Day(label="Started", audience=PUBLIC)] = None
    due: Annotated[date | None, Day(label="Due", in_list=True, audience=PUBLIC)] = None
    status: Annotated[
        str, Choice(label="Status", vocabulary="action_status", required=True, in_list=True, audience=PUBLIC)
    ] = "NOT_STARTED"
    rag: Annotated[str, Choice(label="RAG rating", vocabulary="rag", required=True, in_list=True, audience=PUBLIC)] = (
        "GREY"
    )
    rag_reason: Annotated[str, LongText(label="Reason for the rating", searchable=True)] = ""
    rag_set_by: Annotated[str, Text(label="Rating set by", hint="A post, or the program's rule")] = ""
    progress: Annotated[
        str,
        LongText(label="Progress for papers", hint="Printed in public papers", searchable=True, audience=PUBLIC),
    ] = ""
    next_step: Annotated[str, LongText(label="Next step", searchable=True)] = ""
    blockers: Annotated[str, LongText(label="What stands in the way", searchable=True)] = ""
    restricted_note: Annotated[
        str, LongText(label="Restricted note", hint="Never in a public paper", searchable=True, audience=RESTRICTED)
    ] = ""
    last_reviewed: Annotated[date | None, Day(label="Last reviewed", in_list=True)] = None
    closed_because: Annotated[str, Text(label="Why it was closed or replaced")] = ""


def rating_has_a_reason(action: Action) -> Mapping[str, str]:
    """Ask for the reason of an amber or red rating (domain.md story 25)."""
    if action.rag in {"AMBER", "RED"} and not action.rag_reason:
        return {"rag_reason": "Reason for the rating is missing: amber and red need one"}
    return {}


def other_pillars_are_others(action: Action) -> Mapping[str, str]:
    """Refuse the main pillar among the others."""
    if action.primary_pillar and action.primary_pillar in action.secondary_pillars:
        return {"secondary_pillars": "Other pillars must not repeat the main pillar"}
    return {}


def ongoing_has_no_due_day(action: Action) -> Mapping[str, str]:
    """Refuse a due day on an ongoing action."""
    return {"due": "Due must be empty when the action is ongoing"} if action.ongoing and action.due else {}


ACTIONS = Register(
    key="actions",
    singular="Action",
    plural="Actions",
    record_type=Action,
    numbering=Numbering(template="L{n:02}", audience=PUBLIC),
    title=lambda action: action.title,
    rules=(rating_has_a_reason, other_pillars_are_others, ongoing_has_no_due_day),
)


@dataclass(frozen=True, kw_only=True)
class Milestone(Record):
    """One dated piece of an action's work."""

    title: Annotated[str, Text(label="Milestone", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    lead_post: Annotated[str, Link(label="Lead post", register="posts", in_list=True, audience=PUBLIC)] = ""
    due: Annotated[date | None, Day(label="Due", in_list=True, audience=PUBLIC)] = None
    status: Annotated[
        str, Choice(label="Status", vocabulary="milestone_status", required=True, in_list=True, audience=PUBLIC)
    ] = "PLANNED"
    done: Annotated[date | None, Day(label="Done on", in_list=True, audience=PUBLIC)] = None


MILESTONES = Register(
    key="milestones",
    singular="Milestone",
    plural="Milestones",
    record_type=Milestone,
    numbering=Numbering(template="{parent}.{n}", audience=PUBLIC),
    title=lambda milestone: milestone.title,
    parent="actions",
    order=("due",),
)


@dataclass(frozen=True, kw_only=True)
class ProgressNote(Record):
    """What happened on an action: what the public may read, and what it may not, apart."""

    day: Annotated[date | None, Day(label="Day", required=True, in_list=True, audience=PUBLIC)] = None
    public_text: Annotated[str, LongText(label="Text for papers", searchable=True, in_list=True, audience=PUBLIC)] = ""
    restricted_note: Annotated[str, LongText(label="Restricted note", searchable=True, audience=RESTRICTED)] = ""


def says_something(note: ProgressNote) -> Mapping[str, str]:
    """Refuse a note without any text."""
    if note.public_text or note.restricted_note:
        return {}
    return {"public_text": "Write a text for papers, a restricted note, or both"}


PROGRESS_NOTES = Register(
    key="progress_notes",
    singular="Progress note",
    plural="Progress notes",
    record_type=ProgressNote,
    numbering=Numbering(template="{parent}-N{n}"),
    title=lambda note: f"Note of {note.day}",
    parent="actions",
    dated=True,
    order=("day",),
    rules=(says_something,),
)


@dataclass(frozen=True, kw_only=True)
class Evidence(Record):
    """What shows that an action was done: a file inside the desk, or where it is kept."""

    title: Annotated[str, Text(label="Evidence", required=True, searchable=True, in_list=True)] = ""
    type: Annotated[str, Choice(label="Type", vocabulary="evidence_type", required=True, in_list=True)] = ""
    day: Annotated[date | None, Day(label="Dated", required=True, in_list=True)] = None
    kept_at: Annotated[str, Text(label="Where it is kept", searchable=True)] = ""
    file: Annotated[StoredFile | None, Attachment(label="File")] = None


EVIDENCE = Register(
    key="evidence",
    singular="Evidence",
    plural="Evidence",
    record_type=Evidence,
    numbering=Numbering(template="E-{n:03}", audience=PUBLIC),
    title=lambda evidence: evidence.title,
    parent="actions",
    dated=True,
    order=("day",),
)


@dataclass(frozen=True, kw_only=True)
class KpiReading(Record):
    """A measure as it stood on its census day: so many of so many."""

    measure: Annotated[str, Text(label="Measure", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    numerator: Annotated[int | None, Number(label="Number", required=True, in_list=True, audience=PUBLIC)] = None
    denominator: Annotated[int | None, Number(label="Out of", in_list=True, audience=PUBLIC)] = None
    census: Annotated[date | None, Day(label="As at", required=True, in_list=True, audience=PUBLIC)] = None
    target: Annotated[int | None, Number(label="Target (per cent, or a number)", in_list=True, audience=PUBLIC)] = None
    counts_people: Annotated[bool, Flag(label="Counts people", hint="Small numbers are then not published")] = False
    note: Annotated[str, LongText(label="Note")] = ""


def part_is_within_whole(reading: KpiReading) -> Mapping[str, str]:
    """Refuse more than all."""
    if reading.denominator is not None and reading.numerator is not None and reading.numerator > reading.denominator:
        return {"numerator": "Number must not be more than Out of"}
    return {}


KPI_READINGS = Register(
    key="kpi_readings",
    singular="Indicator reading",
    plural="Indicator readings",
    record_type=KpiReading,
    numbering=Numbering(template="{parent}-K{n}", audience=PUBLIC),
    title=lambda reading: reading.measure,
    parent="actions",
    dated=True,
    order=("census",),
    rules=(part_is_within_whole,),
)
