"""Who is in scope of training on a day: by licence, employment or term (domain.md 5.2, 5.4).

A person counts once, however many licences they hold. People missing from the latest list are still in scope:
missing from a list is not the same as gone (domain.md 5.3).
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socdesk.registers.declared.learners import Employment, Learner, Licence, Term
from socdesk.registers.declared.training import Completion, Course, Exemption, Requirement
from socdesk.registers.register import RecordT, State

LICENSED = "ACTIVE"
SUSPENDED = "SUSPENDED"


class Standing(enum.StrEnum):
    """Whether a person counts on a day.

    A driver whose every licence of the day is suspended may not drive until it is restored, and so is counted apart
    from coverage, trained or not; an agency worker too (domain.md 5.4).
    """

    IN_SCOPE = "in scope"
    SUSPENDED = "licence suspended"
    AGENCY = "agency or contractor"
    LEFT = "left"
    NOT_YET = "not yet in scope"


@dataclass(frozen=True)
class Presence:
    """How a person stands on a day. ``since`` is the first day in scope where known; ``services`` their services."""

    standing: Standing
    since: date | None = None
    services: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class TrainingRecords:
    """All that coverage is reckoned from: live records as known at a snapshot's head."""

    learners: tuple[Learner, ...] = ()
    licences: tuple[Licence, ...] = ()
    employments: tuple[Employment, ...] = ()
    terms: tuple[Term, ...] = ()
    courses: tuple[Course, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    completions: tuple[Completion, ...] = ()
    exemptions: tuple[Exemption, ...] = ()

    @cached_property
    def licences_of(self) -> dict[str, tuple[Licence, ...]]:
        """The licences by learner id."""
        return _by_parent(self.licences)

    @cached_property
    def employments_of(self) -> dict[str, tuple[Employment, ...]]:
        """The employments by learner id."""
        return _by_parent(self.employments)

    @cached_property
    def terms_of(self) -> dict[str, tuple[Term, ...]]:
        """The terms of office by learner id."""
        return _by_parent(self.terms)

    @cached_property
    def completions_of(self) -> dict[str, tuple[Completion, ...]]:
        """The completions by learner id."""
        return _by_parent(self.completions)

    @cached_property
    def exemptions_of(self) -> dict[str, tuple[Exemption, ...]]:
        """The exemptions by learner id."""
        return _by_parent(self.exemptions)

    @cached_property
    def course_by_id(self) -> dict[str, Course]:
        """The courses by id."""
        return {course.id: course for course in self.courses}


def live(records: Iterable[RecordT]) -> tuple[RecordT, ...]:
    """Return the records that stand: not binned, void, merged or destroyed."""
    return tuple(record for record in records if record.state is State.LIVE)


def _by_parent(records: Iterable[RecordT]) -> dict[str, tuple[RecordT, ...]]:
    found: defaultdict[str, list[RecordT]] = defaultdict(list)
    for record in live(records):
        found[record.parent].append(record)
    return {parent: tuple(children) for parent, children in found.items()}


Stay = Licence | Employment | Term


def _absent(stays: Iterable[Stay], day: date) -> Presence:
    been = any(stay.held.since is None or stay.held.since <= day for stay in stays)
    return Presence(Standing.LEFT if been else Standing.NOT_YET)


def _first_day(stays: Iterable[Stay]) -> date | None:
    days = [stay.held.since for stay in stays]
    return None if None in days else min(filter(None, days), default=None)


def _driver(licences: tuple[Licence, ...], day: date) -> Presence:
    held = [licence for licence in licences if licence.held.covers(day)]
    active = [licence for licence in held if licence.status == LICENSED]
    if active:
        return Presence(Standing.IN_SCOPE, _first_day(active))
    if suspended := [licence for licence in held if licence.status == SUSPENDED]:
        return Presence(Standing.SUSPENDED, _first_day(suspended))
    return _absent(licences, day)


def _staff(employments: tuple[Employment, ...], day: date) -> Presence:
    held = [employment for employment in employments if employment.held.covers(day)]
    own = [employment for employment in held if not employment.agency]
    if chosen := own or held:
        standing = Standing.IN_SCOPE if own else Standing.AGENCY
        return Presence(standing, _first_day(chosen), frozenset(each.service_area for each in chosen))
    past = frozenset(each.service_area for each in employments if each.held.since is None or each.held.since <= day)
    return Presence(_absent(employments, day).standing, services=past)


def _member(terms: tuple[Term, ...], day: date) -> Presence:
    held = [term for term in terms if term.held.covers(day)]
    return Presence(Standing.IN_SCOPE, _first_day(held)) if held else _absent(terms, day)


def presence(learner: Learner, records: TrainingRecords, day: date) -> Presence:
    """Return how a person stands on a day; somebody of an unknown kind, or without any dates, is not yet in scope."""
    match learner.kind:
        case "DRIVER":
            return _driver(records.licences_of.get(learner.id, ()), day)
        case "STAFF":
            return _staff(records.employments_of.get(learner.id, ()), day)
        case "MEMBER":
            return _member(records.terms_of.get(learner.id, ()), day)
        case _:
            return Presence(Standing.NOT_YET)


def requirements_on(requirements: Iterable[Requirement], kind: str, course: str, day: date) -> tuple[Requirement, ...]:
    """Return the mandatory requirements of a course for a kind of learner that are in force on a day."""
    return tuple(
        each
        for each in live(requirements)
        if each.mandatory and each.learner_kind == kind and each.course == course and each.in_force.covers(day)
    )


def binding(learner: Learner, there: Presence, requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Return those requirements that bind this person. Only staff have a service area; it narrows for them alone."""
    return tuple(
        each
        for each in requirements
        if learner.kind != "STAFF" or not each.service_area or each.service_area in there.services
    )
