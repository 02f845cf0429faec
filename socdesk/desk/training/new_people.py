"""People added by hand: asked in one form, saved as the person and what brings them into scope, in one deed.

What is asked is declared like a register, so that the general form asks it; no such record is ever stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.errors import InvalidRecordError
from socdesk.registers.declared.learners import (
    EMPLOYMENTS,
    LEARNERS,
    LICENCES,
    TERMS,
    Employment,
    Learner,
    Licence,
    Term,
)
from socdesk.registers.fields import Field
from socdesk.registers.register import AnyRegister, Numbering, Record, Register, new_id
from socdesk.registers.values import Span

_WHO: Mapping[str, Field[Any]] = LEARNERS.fields
_LICENCE: Mapping[str, Field[Any]] = LICENCES.fields
_WORK: Mapping[str, Field[Any]] = EMPLOYMENTS.fields
_TERM: Mapping[str, Field[Any]] = TERMS.fields


@dataclass(frozen=True, kw_only=True)
class NewDriver(Record):
    """A taxi driver and a licence."""

    surname: Annotated[str, _WHO["surname"]] = ""
    forename: Annotated[str, _WHO["forename"]] = ""
    number: Annotated[str, _LICENCE["number"]] = ""
    type: Annotated[str, _LICENCE["type"]] = ""
    badge: Annotated[str, _LICENCE["badge"]] = ""
    held: Annotated[Span, _LICENCE["held"]] = Span()
    status: Annotated[str, _LICENCE["status"]] = "ACTIVE"


@dataclass(frozen=True, kw_only=True)
class NewStaff(Record):
    """A member of staff and a stretch of work."""

    surname: Annotated[str, _WHO["surname"]] = ""
    forename: Annotated[str, _WHO["forename"]] = ""
    staff_number: Annotated[str, _WHO["staff_number"]] = ""
    service_area: Annotated[str, _WORK["service_area"]] = ""
    job_title: Annotated[str, _WORK["job_title"]] = ""
    held: Annotated[Span, _WORK["held"]] = Span()
    agency: Annotated[bool, _WORK["agency"]] = False


@dataclass(frozen=True, kw_only=True)
class NewMember(Record):
    """An elected member and a term of office."""

    surname: Annotated[str, _WHO["surname"]] = ""
    forename: Annotated[str, _WHO["forename"]] = ""
    title: Annotated[str, _WHO["title"]] = ""
    ward: Annotated[str, _TERM["ward"]] = ""
    held: Annotated[Span, _TERM["held"]] = Span()


def _asked(key: str, singular: str, record_type: type[Record]) -> AnyRegister:
    return Register(
        key=key,
        singular=singular,
        plural=f"{singular}s",
        record_type=record_type,
        numbering=Numbering(template=""),
        title=lambda _record: "",
    )


_KINDS: Mapping[str, tuple[AnyRegister, type[Licence | Employment | Term]]] = {
    "DRIVER": (_asked("new_driver", "Taxi driver", NewDriver), Licence),
    "STAFF": (_asked("new_staff", "Member of staff", NewStaff), Employment),
    "MEMBER": (_asked("new_member", "Elected member", NewMember), Term),
}


def asked_of(kind: str) -> AnyRegister:
    """Return what is asked of a new person of a kind, as a register."""
    return _KINDS[kind][0]


def add_person(desk: Desk, kind: str, asked: Record) -> Deed:
    """Return the deed that adds a person with what brings them into scope.

    Raises:
        InvalidRecordError: without a first day they would never count; or the number is on the desk already.

    """
    register, scope_type = _KINDS[kind]
    given = {name: getattr(asked, name) for name in register.fields}
    person = Learner(id=new_id(), kind=kind, **_only(Learner, given))
    scope = scope_type(id=new_id(), parent=person.id, **_only(scope_type, given))
    problems = dict(_doubles(desk, person, scope))
    if not scope.held.since:
        problems["held"] = "Enter the first day, so that they count from then on"
    if problems:
        raise InvalidRecordError(problems)
    return Deed(words=f"Added {_A[kind]}", puts=(person, scope))


_A = {"DRIVER": "a taxi driver", "STAFF": "a member of staff", "MEMBER": "an elected member"}


def _only(record_type: type[Record], given: Mapping[str, Any]) -> dict[str, Any]:
    own = {each.name for each in fields(record_type)} - {each.name for each in fields(Record)}
    return {name: value for name, value in given.items() if name in own}


def _doubles(desk: Desk, person: Learner, scope: Record) -> Mapping[str, str]:
    """Return what says that the person is on the desk already: a licence's number, or a staff number."""
    if isinstance(scope, Licence):
        known = {_plain(each.number) for each in desk.read.page(LICENCES)}
        if _plain(scope.number) in known:
            return {"number": "A driver with this licence number is on the desk already. Search for it instead"}
    if person.staff_number:
        known = {_plain(each.staff_number) for each in desk.read.page(LEARNERS)}
        if _plain(person.staff_number) in known:
            return {"staff_number": "Somebody with this staff number is on the desk already. Search for it instead"}
    return {}


def _plain(number: str) -> str:
    return "".join(number.casefold().split())
