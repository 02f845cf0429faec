"""The people of the matrix: what each is called, by what they are found, and what is worth saying beside the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socdesk.figures.scope import Standing, Stay, TrainingRecords, presence
from socdesk.registers.declared.learners import LEARNERS, Learner
from socdesk.registers.fields import Lookup

_BESIDE = {
    Standing.AGENCY: "agency",
    Standing.NOT_YET: "not in scope yet",
    Standing.LEFT: "left",
    Standing.SUSPENDED: "suspended",
}


@dataclass(frozen=True, kw_only=True)
class Person:
    """One row's name. ``badge`` is a badge number, a service or a ward; ``aside`` what tells them from the rest.

    ``found_by`` holds all by which search finds them, in small letters.
    """

    id: str
    kind: str
    name: str
    badge: str
    aside: str
    found_by: str
    standing: Standing
    in_bin: bool = False

    @property
    def beside(self) -> str:
        """What stands beside the name."""
        return ", ".join(part for part in (self.badge, self.aside) if part)


def people_of(records: TrainingRecords, day: date, words: Lookup) -> Iterator[Person]:
    """Yield everybody in a desk's records, in whatever standing."""
    for learner in records.learners:
        yield _person(learner, records, day, words)


def binned_person(learner: Learner) -> Person:
    """Return somebody who was moved to the bin."""
    name = LEARNERS.title(learner)
    return Person(
        id=learner.id,
        kind=learner.kind,
        name=name,
        badge=learner.staff_number,
        aside="in the bin",
        found_by=f"{name}\n{learner.staff_number}\n{learner.reference}".casefold(),
        standing=Standing.NOT_YET,
        in_bin=True,
    )


def _person(learner: Learner, records: TrainingRecords, day: date, words: Lookup) -> Person:
    standing = presence(learner, records, day).standing
    name = LEARNERS.title(learner)
    badge, numbers = _badge(learner, records, day, words)
    missing = "" if learner.on_latest_list or standing is Standing.LEFT else "not on the latest list"
    found_by = (f"{learner.forename} {name}", learner.staff_number, learner.reference, badge, *numbers)
    return Person(
        id=learner.id,
        kind=learner.kind,
        name=name,
        badge=badge,
        aside=_BESIDE.get(standing, missing),
        found_by="\n".join(found_by).casefold(),
        standing=standing,
    )


def _badge(learner: Learner, records: TrainingRecords, day: date, words: Lookup) -> tuple[str, tuple[str, ...]]:
    """Return what stands beside a name, and the further numbers by which the person is found."""
    if licences := records.licences_of.get(learner.id, ()):
        shown = max(licences, key=lambda each: _newest(each, day))
        return shown.badge or shown.number, tuple(number for each in licences for number in (each.number, each.badge))
    if employments := records.employments_of.get(learner.id, ()):
        service = max(employments, key=lambda each: _newest(each, day)).service_area
        return words.label("service_area", service) if service else learner.staff_number, ()
    if terms := records.terms_of.get(learner.id, ()):
        ward = max(terms, key=lambda each: _newest(each, day)).ward
        return words.label("ward", ward) if ward else "", ()
    return learner.staff_number, ()


def _newest(stay: Stay, day: date) -> tuple[bool, date]:
    return stay.held.covers(day), stay.held.since or date.min
