"""The taxi driver list, reconciled: new, renewed, changed and missing drivers (domain.md 5.3).

The licence number tells who a row is about. Where it is new, the same name with another type of licence is the same
person with a second badge, and the same name with the same type is another person of that name; either is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from socdesk.desk.desk import Desk
from socdesk.desk.imports.known_people import KnownPeople, name_key
from socdesk.desk.imports.periods import corrected, is_other_period
from socdesk.desk.imports.plan import Plan
from socdesk.exchange.driver_rows import DriverRow
from socdesk.registers.declared.learners import LICENCES, Learner, Licence
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id
from socdesk.registers.training_defaults import TrainingDefaults
from socdesk.registers.values import Span

KIND = "DRIVER"


def _number(text: str) -> str:
    return "".join(text.casefold().split())


class DriverList:
    """Plans what one driver list changes."""

    def __init__(self, desk: Desk, decided: Mapping[int, str] | None = None) -> None:
        self.plan = Plan()
        self._known = KnownPeople(desk, KIND, LICENCES, self.plan, decided)
        self._numbers = {
            _number(licence.number): licence.parent for held in self._known.scopes.values() for licence in held
        }
        self._listed: set[str] = set()
        self._default_course = _taxi_course()

    def take(self, rows: Iterable[tuple[int, DriverRow]], refused: Iterable[DriverRow] = ()) -> Plan:
        """Plan all rows, then mark who is on the desk but not on the list; missing is not gone.

        ``refused`` are the rows that may not come in, as far as they could be read: they too tell who is on the list.
        """
        for number, row in rows:
            self._take(number, row)
        for row in refused:
            self._listed |= self._meant(row)
        self._listed |= self.plan.seen
        for person in list(self._known.people.values()):
            listed = person.id in self._listed
            if person.on_latest_list != listed:
                self._known.replace(replace(person, on_latest_list=listed))
            if not listed:
                self.plan.missing.append(person.id)
        return self.plan

    def _meant(self, row: DriverRow) -> set[str]:
        """Return whom a refused row is about: by its number, else all of its name."""
        owner = self._numbers.get(_number(row.licence_no))
        return {owner} if owner else {person.id for person in self._known.named(row.surname, row.forename)}

    def _take(self, number: int, row: DriverRow) -> None:
        person = self._person(number, row)
        if person is None:
            return
        self.plan.rows += 1
        self.plan.seen.add(person.id)
        self._numbers[_number(row.licence_no)] = person.id
        self._take_licence(person, row)
        self._take_training(number, person, row)

    def _person(self, number: int, row: DriverRow) -> Learner | None:
        owner = self._numbers.get(_number(row.licence_no))
        if owner is None:
            return self._same_name(number, row) or self._known.add(
                number, surname=row.surname, forename=row.forename, title=row.title
            )
        person = self._known.people[owner]
        if name_key(person.surname, person.forename) != name_key(row.surname, row.forename):
            self._listed.add(owner)
            self.plan.refuse(
                number,
                "this licence number belongs to someone of another name on this desk. "
                "Correct the list, or the name on the desk first.",
                "licence_no",
            )
            return None
        return person

    def _same_name(self, number: int, row: DriverRow) -> Learner | None:
        namesakes = self._known.named(row.surname, row.forename)
        other_type = [
            person
            for person in namesakes
            if row.licence_type and row.licence_type not in {held.type for held in self._known.scopes[person.id]}
        ]
        if len(other_type) == 1:
            self.plan.tell(f"Row {number}: taken as a second licence of the person of the same name.")
            return other_type[0]
        if namesakes:
            self.plan.tell(f"Row {number}: taken as another person of the same name.")
        return None

    def _take_licence(self, person: Learner, row: DriverRow) -> None:
        fresh = Licence(
            id=new_id(),
            parent=person.id,
            number=row.licence_no,
            type=row.licence_type or "",
            badge=row.badge_no,
            held=Span(row.issued, row.expires),
            status=row.status or "ACTIVE",
        )
        standing = self._standing(fresh)
        if standing is None:
            self._known.add_scope(fresh)
            return
        updated = replace(
            standing,
            type=fresh.type or standing.type,
            badge=fresh.badge or standing.badge,
            held=corrected(standing.held, fresh.held),
            status=row.status or standing.status,
        )
        self._known.replace_scope(standing, updated)

    def _standing(self, fresh: Licence) -> Licence | None:
        """Return the licence that a row repeats or corrects; nothing where it begins another period of validity."""
        same = [
            held
            for held in self._known.scopes[fresh.parent]
            if _number(held.number) == _number(fresh.number) and not is_other_period(held.held, fresh.held)
        ]
        return max(same, key=lambda held: _likeness(held, fresh), default=None)

    def _take_training(self, number: int, person: Learner, row: DriverRow) -> None:
        if row.training_day is None:
            return
        course = self._known.course(row.training_course or self._default_course)
        if not course:
            course = self._known.course(self._default_course)
            self.plan.tell(f"Row {number}: the course is not known; counted as “{self._default_course}”.")
        self._known.complete(
            Completion(
                id=new_id(),
                parent=person.id,
                course=course,
                completed=row.training_day,
                provider=row.training_provider,
                certificate=row.certificate_no,
            )
        )


def _likeness(held: Licence, fresh: Licence) -> tuple[bool, bool, date, str]:
    """Return by what the licence that a row means is chosen: the same dates, the same end, else the newest."""
    newest = held.held.until or held.held.since or date.min
    return held.held == fresh.held, held.held.until == fresh.held.until, newest, held.reference


def _taxi_course() -> str:
    """Return the title of the course that drivers' lists mean when they name none."""
    defaults = TrainingDefaults()
    needed = next(each.course for each in defaults.requirements if each.learner_kind == KIND and each.mandatory)
    return next(course.title for course in defaults.courses if course.code == needed)
