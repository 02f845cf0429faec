"""The staff list, or the learning system's export: people by number, or by name where that is unambiguous (5.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.desk.imports.known_people import KnownPeople, name_key
from socdesk.desk.imports.periods import corrected
from socdesk.desk.imports.plan import Plan
from socdesk.exchange.staff_rows import StaffRow
from socdesk.registers.declared.learners import EMPLOYMENTS, Employment, Learner
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id
from socdesk.registers.values import Span

KIND = "STAFF"


class StaffList:
    """Plans what one staff list changes."""

    def __init__(self, desk: Desk, decided: Mapping[int, str] | None = None) -> None:
        self.plan = Plan()
        self._known = KnownPeople(desk, KIND, EMPLOYMENTS, self.plan, decided)
        self._numbers = {
            person.staff_number: person.id for person in self._known.people.values() if person.staff_number
        }
        self._vocabularies = desk.vocabularies()
        self._today = london_day(desk.clock())
        self._stands: set[str] = set()  # employments that a row says are today's

    def take(self, rows: Iterable[tuple[int, StaffRow]], refused: Iterable[StaffRow] = ()) -> Plan:
        """Plan all rows. Who is not on the list stays as they are: an export of one course names few people."""
        del refused
        for number, row in rows:
            if row.course and not self._known.course(row.course):
                self.plan.refuse(
                    number, "the course is not on this desk. Add it first, or correct its title.", "course"
                )
                continue
            person = self._person(number, row)
            if person is not None:
                self.plan.rows += 1
                self.plan.seen.add(person.id)
                self._take_employment(number, person, row)
                self._take_completion(person, row)
        return self.plan

    def _person(self, number: int, row: StaffRow) -> Learner | None:
        if row.staff_no in self._numbers:
            return self._numbered_so(number, row)
        namesakes = [
            person
            for person in self._known.named(row.surname, row.forename)
            if not (row.staff_no and person.staff_number)
        ]
        namesakes = self._known.settle(number, namesakes, row.surname, row.forename)
        if len(namesakes) > 1:
            self.plan.refuse(
                number,
                "more than one person has this name. Add the staff number to the list.",
                "staff_no",
                self._known.choices(namesakes, somebody_new=True),
            )
            return None
        person = self._numbered(namesakes[0], row) if namesakes else self._added(number, row)
        if row.staff_no:
            self._numbers[row.staff_no] = person.id
        return person

    def _numbered_so(self, number: int, row: StaffRow) -> Learner:
        person = self._known.people[self._numbers[row.staff_no]]
        if name_key(person.surname, person.forename) != name_key(row.surname, row.forename):
            self.plan.tell(f"Row {number}: the name differs from the desk’s; the staff number decided.")
        return person

    def _numbered(self, person: Learner, row: StaffRow) -> Learner:
        if row.staff_no and not person.staff_number:
            person = replace(person, staff_number=row.staff_no)
            self._known.replace(person)
        return person

    def _added(self, number: int, row: StaffRow) -> Learner:
        return self._known.add(
            number, surname=row.surname, forename=row.forename, title=row.title, staff_number=row.staff_no
        )

    def _take_employment(self, number: int, person: Learner, row: StaffRow) -> None:
        service = self._service(number, row.service)
        old = self._standing(person, row)
        if old is None:
            old = self._employment(person, row, service, self._since(row))
            self._known.add_scope(old)
        if Span(row.started, row.left).covers(self._today):
            self._stands.add(old.id)
        updated = replace(
            old,
            service_area=service or old.service_area,
            job_title=row.job_title or old.job_title,
            held=corrected(old.held, Span(row.started, row.left)),
        )
        self._known.replace_scope(old, updated)

    def _since(self, row: StaffRow) -> date:
        """Return when an employment begins that a row makes: where it does not say, on the earliest day it tells."""
        return row.started or min(filter(None, (row.completed, row.left, self._today)))

    def _standing(self, person: Learner, row: StaffRow) -> Employment | None:
        """Return the employment that a row means: one that has the row's own days, or one of them, else today's.

        Where there is none of these, it is one that begins on the day on which the row would begin another: else a list
        in which a later row moved the end would make that other one each time that it comes.
        """
        days = Span(row.started, row.left)
        held = [each for each in self._known.scopes[person.id] if self._may_be(each, corrected(each.held, days))]
        told = (each for each in held if (row.started or row.left) and corrected(each.held, days) == each.held)
        today = (each for each in held if each.held.covers(self._today))
        started = (each for each in held if row.started and each.held.since == row.started)
        left = (each for each in held if row.left and each.held.until == row.left)
        same = (each for each in held if each.held.since == self._since(row))
        return next(chain(told, started, left, today, same), None)

    def _may_be(self, employment: Employment, dates: Span) -> bool:
        """Tell whether a row may give an employment these dates: it ends none that another row says is today's."""
        ends_what_stands = employment.id in self._stands and not dates.covers(self._today)
        return not dates.problem and not ends_what_stands

    def _employment(self, person: Learner, row: StaffRow, service: str, since: date) -> Employment:
        return Employment(
            id=new_id(),
            parent=person.id,
            service_area=service,
            job_title=row.job_title,
            held=Span(since, row.left),
        )

    def _service(self, number: int, text: str) -> str:
        code = self._vocabularies.code_for("service_area", text) if text else ""
        if code is None:
            self.plan.tell(f"Row {number}: the service is not on the desk’s list and was left empty.")
        return code or ""

    def _take_completion(self, person: Learner, row: StaffRow) -> None:
        if not row.course or row.completed is None:
            return
        self._known.complete(
            Completion(
                id=new_id(),
                parent=person.id,
                course=self._known.course(row.course),
                completed=row.completed,
                result=row.result or "ATTENDED",
            )
        )
