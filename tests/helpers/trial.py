"""A register that the program knows nothing of: every kind of field, a link and a child, and its own schema step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.dated_fields import Day, Moment, Period, When
from socdesk.registers.fields import Audience
from socdesk.registers.other_fields import Attachment, Flag, Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, Choices, Link, LongText, Reference, Text
from socdesk.registers.values import Occasion, Span, StoredFile

TRIAL_STEPS = Path(__file__).parent / "trial_steps"


@dataclass(frozen=True, kw_only=True)
class Trial(Record):
    """One record with a field of every kind."""

    text: Annotated[str, Text(label="Text", required=True, searchable=True, in_list=True)] = ""
    long_text: Annotated[str, LongText(label="Long text", searchable=True)] = ""
    flag: Annotated[bool, Flag(label="Flag", in_list=True)] = False
    day: Annotated[date | None, Day(label="Day", in_list=True)] = None
    moment: Annotated[datetime | None, Moment(label="Moment")] = None
    when: Annotated[Occasion, When(label="When")] = Occasion()
    period: Annotated[Span, Period(label="Period")] = Span()
    choice: Annotated[str, Choice(label="Choice", vocabulary="pillar")] = ""
    choices: Annotated[tuple[str, ...], Choices(label="Choices", vocabulary="pillar")] = ()
    number: Annotated[int | None, Number(label="Number")] = None
    their_reference: Annotated[str, Reference(label="Their reference")] = ""
    link: Annotated[str, Link(label="Link", register="actions")] = ""
    file: Annotated[StoredFile | None, Attachment(label="File")] = None
    restricted_text: Annotated[str, Text(label="Restricted", audience=Audience.RESTRICTED)] = ""
    source_text: Annotated[str, Text(label="Source", audience=Audience.SOURCE)] = ""


TRIALS = Register(
    key="trials",
    singular="Trial",
    plural="Trials",
    record_type=Trial,
    numbering=Numbering(template="TRIAL-{n:03}"),
    title=lambda trial: trial.text,
)


@dataclass(frozen=True, kw_only=True)
class TrialPart(Record):
    """A child of a trial."""

    text: Annotated[str, Text(label="Part", required=True, searchable=True)] = ""


TRIAL_PARTS = Register(
    key="trial_parts",
    singular="Trial part",
    plural="Trial parts",
    record_type=TrialPart,
    numbering=Numbering(template="{parent}-P{n}"),
    title=lambda part: part.text,
    parent="trials",
)

TRIAL_CATALOGUE = REGISTERS.with_register(TRIALS).with_register(TRIAL_PARTS)
