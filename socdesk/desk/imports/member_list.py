"""The list of elected members: who sits, for which ward, from when until when, and what they completed (5.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.desk.imports.known_people import KnownPeople
from socdesk.desk.imports.periods import corrected
from socdesk.desk.imports.plan import Plan
from socdesk.exchange.member_rows import MemberRow
from socdesk.registers.declared.learners import TERMS, Learner, Term
from socdesk.registers.declared.training import Completion
from socdesk.registers.register import new_id
from socdesk.registers.values import Span

KIND = "MEMBER"


class MemberList:
    """Plans what one list of members changes."""

    def __init__(self, desk: Desk, decided: Mapping[int, str] | None = None) -> None:
        self.plan = Plan()
        self._known = KnownPeople(desk, KIND, TERMS, self.plan, decided)
        self._vocabularies = desk.vocabularies()
        self._today = london_day(desk.clock())

    def take(self, rows: Iterable[tuple[int, MemberRow]], refused: Iterable[MemberRow] = ()) -> Plan:
        """Plan all rows. Who is not on the list stays as they are."""
        del refused
        for number, row in rows:
            ward = self._vocabularies.code_for("ward", row.ward) if row.ward else ""
            if ward is None:
                self.plan.refuse(
                    number, "the ward is not on this desk’s list. Correct it, or add the ward first.", "ward"
                )
            elif row.course and not self._known.course(row.course):
                self.plan.refuse(
                    number, "the course is not on this desk. Add it first, or correct its title.", "course"
                )
            else:
                self._take(number, row, ward)
        return self.plan

    def _take(self, number: int, row: MemberRow, ward: str) -> None:
        namesakes = self._known.named(row.surname, row.forename)
        namesakes = self._known.settle(number, namesakes, row.surname, row.forename)
        if len(namesakes) > 1:
            self.plan.refuse(
                number,
                "more than one member has this name. Record this one by hand.",
                choices=self._known.choices(namesakes, somebody_new=True),
            )
            return
        person = namesakes[0] if namesakes else self._added(number, row)
        self.plan.rows += 1
        self.plan.seen.add(person.id)
        self._take_term(person, row, ward)
        if row.course and row.completed:
            course = self._known.course(row.course)
            self._known.complete(Completion(id=new_id(), parent=person.id, course=course, completed=row.completed))

    def _added(self, number: int, row: MemberRow) -> Learner:
        return self._known.add(number, surname=row.surname, forename=row.forename, title=row.title)

    def _take_term(self, person: Learner, row: MemberRow, ward: str) -> None:
        held = Span(row.term_start, row.term_end)
        same = [each for each in self._known.scopes[person.id] if _is_same(each, held, ward)]
        if same:
            old = max(same, key=lambda each: (each.held.since or date.min, each.reference))
            self._known.replace_scope(old, replace(old, held=corrected(old.held, held)))
        else:
            since = held.since or min(filter(None, (held.until, row.completed, self._today)))
            self._known.add_scope(Term(id=new_id(), parent=person.id, ward=ward, held=Span(since, held.until)))


def _is_same(term: Term, held: Span, ward: str) -> bool:
    same_start = held.since is None or term.held.since is None or term.held.since == held.since
    return same_start and (not ward or term.ward == ward) and not corrected(term.held, held).problem
