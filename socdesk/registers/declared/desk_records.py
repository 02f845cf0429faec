"""Records about the desk itself: who uses it, who may see what, what was brought in, and the council's own lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from socdesk.registers.dated_fields import Day, Period
from socdesk.registers.fields import Audience, Identity
from socdesk.registers.other_fields import Number
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, Link, LongText, Reference, Text
from socdesk.registers.values import Span

PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, kw_only=True)
class Officer(Record):
    """One person who opens the desk, and the slot of the key file that is theirs."""

    name: Annotated[str, Text(label="Name", required=True, in_list=True, identifies=Identity.NAME)] = ""
    post: Annotated[str, Link(label="Post", register="posts", in_list=True)] = ""
    slot: Annotated[str, Reference(label="Key slot")] = ""
    recovery_slot: Annotated[str, Reference(label="Recovery slot")] = ""
    access: Annotated[Span, Period(label="May open the desk", in_list=True)] = Span()


OFFICERS = Register(
    key="officers",
    singular="Officer",
    plural="Officers",
    record_type=Officer,
    numbering=Numbering(template="O{n:02}"),
    title=lambda officer: officer.name,
    order=("name",),
)


@dataclass(frozen=True, kw_only=True)
class Grant(Record):
    """Leave for one officer to read one restricted record (architecture.md, bone 11)."""

    officer: Annotated[str, Link(label="Officer", register="officers", required=True, in_list=True)] = ""
    record: Annotated[str, Link(label="Record", required=True, in_list=True)] = ""
    in_force: Annotated[Span, Period(label="In force", in_list=True)] = Span()
    reason: Annotated[str, LongText(label="Reason")] = ""


GRANTS = Register(
    key="grants",
    singular="Grant",
    plural="Grants",
    record_type=Grant,
    numbering=Numbering(template="G{n:03}"),
    title=lambda grant: grant.reference,
)


@dataclass(frozen=True, kw_only=True)
class Relation(Record):
    """How two records belong together. The role stands on the link, not on the person (architecture.md, bone 7)."""

    from_record: Annotated[str, Link(label="From", required=True, in_list=True)] = ""
    to_record: Annotated[str, Link(label="To", required=True, in_list=True)] = ""
    role: Annotated[str, Choice(label="Role", vocabulary="relation_role", required=True, in_list=True)] = ""
    held: Annotated[Span, Period(label="In force", in_list=True)] = Span()
    how_known: Annotated[str, Choice(label="How it is known", vocabulary="how_known")] = ""


RELATIONS = Register(
    key="relations",
    singular="Relation",
    plural="Relations",
    record_type=Relation,
    numbering=Numbering(template="RL{n:04}"),
    title=lambda relation: relation.reference,
)


@dataclass(frozen=True, kw_only=True)
class ImportBatch(Record):
    """One list that was brought in."""

    kind: Annotated[str, Choice(label="List", vocabulary="list_kind", required=True, sealed=True, in_list=True)] = ""
    file_sha256: Annotated[str, Reference(label="SHA-256 of the file", sealed=True)] = ""
    imported: Annotated[date | None, Day(label="Brought in", required=True, in_list=True)] = None
    rows_in: Annotated[int | None, Number(label="Rows brought in", in_list=True)] = None
    rows_refused: Annotated[int | None, Number(label="Rows refused", in_list=True)] = None
    columns: Annotated[str, LongText(label="Columns used")] = ""


IMPORTS = Register(
    key="imports",
    singular="Import",
    plural="Imports",
    record_type=ImportBatch,
    numbering=Numbering(template="I{n:03}"),
    title=lambda batch: batch.reference,
    order=("imported",),
)


@dataclass(frozen=True, kw_only=True)
class ListEntry(Record):
    """The Council's own label, dates or added code in a vocabulary (architecture.md, bone 9)."""

    vocabulary: Annotated[str, Text(label="List", required=True, sealed=True, in_list=True)] = ""
    code: Annotated[str, Text(label="Code", required=True, sealed=True, in_list=True, most=60)] = ""
    label: Annotated[str, Text(label="Label", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    active: Annotated[Span, Period(label="In use", in_list=True)] = Span()
    sort: Annotated[int | None, Number(label="Place in the list")] = None


LIST_ENTRIES = Register(
    key="list_entries",
    singular="List entry",
    plural="Lists",
    record_type=ListEntry,
    numbering=Numbering(template="V{n:03}"),
    title=lambda entry: entry.label,
    order=("vocabulary", "sort"),
)


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """A number or address to pass concerns to, and when it was last checked (domain.md 3.6)."""

    name: Annotated[str, Text(label="Name", required=True, searchable=True, in_list=True, audience=PUBLIC)] = ""
    number: Annotated[str, Text(label="Number", in_list=True, audience=PUBLIC)] = ""
    detail: Annotated[str, LongText(label="Detail", audience=PUBLIC)] = ""
    checked: Annotated[date | None, Day(label="Checked on", in_list=True, audience=PUBLIC)] = None


CONTACTS = Register(
    key="contacts",
    singular="Contact",
    plural="Contacts",
    record_type=Contact,
    numbering=Numbering(template="N{n:02}", audience=PUBLIC),
    title=lambda contact: contact.name,
    order=("name",),
)


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """One setting of this desk, such as the Council's name."""

    name: Annotated[str, Text(label="Setting", required=True, sealed=True, in_list=True)] = ""
    value: Annotated[str, LongText(label="Value", in_list=True)] = ""


SETTINGS = Register(
    key="settings",
    singular="Setting",
    plural="Settings",
    record_type=Setting,
    numbering=Numbering(template="X{n:02}"),
    title=lambda setting: setting.name,
    order=("name",),
)
