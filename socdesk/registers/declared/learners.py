"""The people who are trained: taxi drivers, staff and elected members, and the dates that bring them into scope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from socdesk.registers.dated_fields import Period
from socdesk.registers.fields import Identity
from socdesk.registers.other_fields import Flag
from socdesk.registers.register import Numbering, Record, Register
from socdesk.registers.text_fields import Choice, LongText, Reference, Text
from socdesk.registers.values import Span


@dataclass(frozen=True, kw_only=True)
class Learner(Record):
    """One person who may need training. Never joined with people in concerns (architecture.md, bone 7)."""

    kind: Annotated[str, Choice(label="Kind", vocabulary="learner_kind", required=True, sealed=True, in_list=True)] = ""
    surname: Annotated[
        str,
        Text(label="Surname", required=True, searchable=True, in_list=True, identifies=Identity.SURNAME, most=100),
    ] = ""
    forename: Annotated[
        str, Text(label="Forename", searchable=True, in_list=True, identifies=Identity.FORENAME, most=100)
    ] = ""
    title: Annotated[str, Text(label="Title", most=40)] = ""
    staff_number: Annotated[str, Reference(label="Staff number", searchable=True, identifies=Identity.LICENCE)] = ""
    on_latest_list: Annotated[
        bool, Flag(label="On the latest list", hint="Missing from a list is not the same as gone", in_list=True)
    ] = True
    note: Annotated[str, LongText(label="Note", searchable=True)] = ""


LEARNERS = Register(
    key="learners",
    singular="Learner",
    plural="Learners",
    record_type=Learner,
    numbering=Numbering(template="T{n:05}"),
    title=lambda learner: f"{learner.surname}, {learner.forename}".strip(", "),
    dated=True,
    order=("surname", "forename"),
)


@dataclass(frozen=True, kw_only=True)
class Licence(Record):
    """One taxi driver's licence."""

    number: Annotated[
        str,
        Text(
            label="Licence number",
            required=True,
            searchable=True,
            in_list=True,
            identifies=Identity.LICENCE,
            most=40,
        ),
    ] = ""
    type: Annotated[str, Choice(label="Type", vocabulary="licence_type", in_list=True)] = ""
    badge: Annotated[str, Text(label="Badge number", searchable=True, identifies=Identity.LICENCE, most=40)] = ""
    held: Annotated[Span, Period(label="Valid", in_list=True)] = Span()
    status: Annotated[str, Choice(label="Status", vocabulary="licence_status", required=True, in_list=True)] = "ACTIVE"


LICENCES = Register(
    key="licences",
    singular="Licence",
    plural="Licences",
    record_type=Licence,
    numbering=Numbering(template="{parent}-L{n}"),
    title=lambda licence: licence.number,
    parent="learners",
    dated=True,
    order=("held",),
)


@dataclass(frozen=True, kw_only=True)
class Employment(Record):
    """One stretch of work for the Council."""

    service_area: Annotated[str, Choice(label="Service area", vocabulary="service_area", in_list=True)] = ""
    job_title: Annotated[str, Text(label="Job title", in_list=True)] = ""
    held: Annotated[Span, Period(label="Employed", in_list=True)] = Span()
    agency: Annotated[bool, Flag(label="Agency or contractor", hint="Counted apart", in_list=True)] = False


EMPLOYMENTS = Register(
    key="employments",
    singular="Employment",
    plural="Employments",
    record_type=Employment,
    numbering=Numbering(template="{parent}-E{n}"),
    title=lambda employment: employment.job_title or employment.reference,
    parent="learners",
    dated=True,
    order=("held",),
)


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """One term of office of an elected member."""

    ward: Annotated[str, Choice(label="Ward", vocabulary="ward", in_list=True)] = ""
    held: Annotated[Span, Period(label="In office", in_list=True)] = Span()


TERMS = Register(
    key="terms",
    singular="Term of office",
    plural="Terms of office",
    record_type=Term,
    numbering=Numbering(template="{parent}-M{n}"),
    title=lambda term: term.reference,
    parent="learners",
    dated=True,
    order=("held",),
)
