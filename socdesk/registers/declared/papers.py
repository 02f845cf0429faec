"""Papers: each a record with its sections, its snapshot, and, once issued, its seal (architecture.md, bone 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from socdesk.registers.dated_fields import Day, Moment
from socdesk.registers.fields import Audience
from socdesk.registers.other_fields import Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, LongText, Reference, Text

PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, kw_only=True)
class Paper(Record):
    """One paper for one meeting, tied to one snapshot of the desk."""

    title: Annotated[str, Text(label="Title", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    composer: Annotated[str, Text(label="Made by", required=True, sealed=True)] = ""
    layout: Annotated[str, Text(label="Layout", required=True, in_list=True)] = ""
    layout_version: Annotated[int | None, Number(label="Layout version")] = None
    meeting: Annotated[date | None, Day(label="Meeting", required=True, in_list=True, audience=PUBLIC)] = None
    body: Annotated[str, LongText(label="Body", hint="Empty: the one of the layout", most=200, audience=PUBLIC)] = ""
    as_at: Annotated[date | None, Day(label="Figures as at", required=True, in_list=True, audience=PUBLIC)] = None
    compared_with: Annotated[date | None, Day(label="Compared with", audience=PUBLIC)] = None
    snapshot_seq: Annotated[int | None, Number(label="Snapshot: changes up to")] = None
    snapshot_head: Annotated[str, Text(label="Snapshot: head of changes", most=64)] = ""
    stage: Annotated[str, Choice(label="Stage", vocabulary="report_state", required=True, in_list=True)] = "DRAFT"
    issued: Annotated[datetime | None, Moment(label="Issued", in_list=True)] = None
    sha256: Annotated[str, Reference(label="SHA-256 of the file")] = ""
    frozen_view: Annotated[str, LongText(label="What was printed", most=10_000_000)] = ""


PAPERS = Register(
    key="papers",
    singular="Paper",
    plural="Papers",
    record_type=Paper,
    numbering=Numbering(template="PAP-{year}-{n:02}", year_of="meeting", audience=PUBLIC),
    title=lambda paper: paper.title,
    order=("meeting",),
)


@dataclass(frozen=True, kw_only=True)
class PaperSection(Record):
    """One section: what the program drafted, and the officer's own words, which it never overwrites.

    A section in the bin is left out of the paper.
    """

    key: Annotated[str, Text(label="Section", required=True, sealed=True, in_list=True)] = ""
    drafted: Annotated[str, LongText(label="Drafted by the program", audience=PUBLIC)] = ""
    own_words: Annotated[
        str, LongText(label="Your own words", hint="Printed instead of the draft", searchable=True, audience=PUBLIC)
    ] = ""


PAPER_SECTIONS = Register(
    key="paper_sections",
    singular="Section",
    plural="Sections",
    record_type=PaperSection,
    numbering=Numbering(template="{parent}-{n}", audience=PUBLIC),
    title=lambda section: section.key,
    parent="papers",
)
