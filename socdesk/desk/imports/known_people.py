"""The people on the desk whom a list may name, with their dated children; it learns as rows are taken."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from socdesk.desk.desk import Desk
from socdesk.desk.imports.plan import Plan
from socdesk.exchange.name_casing import one_apostrophe
from socdesk.registers.declared.learners import LEARNERS, Learner
from socdesk.registers.declared.training import COMPLETIONS, COURSES, Completion
from socdesk.registers.register import Record, Register, new_id
from socdesk.storage.record_store import Query

Scope = TypeVar("Scope", bound=Record)


def name_key(surname: str, forename: str) -> str:
    """Return a name as it is compared: without regard to case, blanks and the shape of an apostrophe."""
    whole = one_apostrophe(unicodedata.normalize("NFC", f"{forename} {surname}"))
    return " ".join(whole.casefold().split())


def _by_parent(children: Iterable[Scope], people: Iterable[str]) -> defaultdict[str, list[Scope]]:
    wanted = frozenset(people)
    found: defaultdict[str, list[Scope]] = defaultdict(list)
    for child in children:
        if child.parent in wanted:
            found[child.parent].append(child)
    return found


class KnownPeople(Generic[Scope]):
    """Learners of one kind; ``scopes`` are their licences, employments or terms, by the person's id."""

    def __init__(self, desk: Desk, kind: str, register: Register[Scope], plan: Plan) -> None:
        self.plan = plan
        self._kind = kind
        self.people = {person.id: person for person in desk.read.page(LEARNERS, Query(equal={"kind": kind}))}
        self.scopes = _by_parent(desk.read.page(register), self.people)
        self._completions = _by_parent(desk.read.page(COMPLETIONS), self.people)
        courses = desk.read.page(COURSES)
        self.course_titles = tuple(course.title for course in courses)
        self._courses = {course.title.casefold(): course.id for course in courses}
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for person in self.people.values():
            self._names[name_key(person.surname, person.forename)].append(person.id)

    def named(self, surname: str, forename: str) -> list[Learner]:
        """Return the people of that name."""
        return [self.people[person] for person in self._names[name_key(surname, forename)]]

    def add(self, *, surname: str, forename: str, title: str, staff_number: str = "") -> Learner:
        """Take a person who is not on the desk yet."""
        person = Learner(
            id=new_id(), kind=self._kind, surname=surname, forename=forename, title=title, staff_number=staff_number
        )
        self.people[person.id] = person
        self._names[name_key(surname, forename)].append(person.id)
        self.plan.add_person(person)
        return person

    def replace(self, person: Learner) -> None:
        """Take a person whose own fields changed."""
        before = self.people[person.id]
        self.people[person.id] = person
        self.plan.put(person, person.id, before)

    def add_scope(self, scope: Scope) -> None:
        """Take a new licence, employment or term."""
        self.scopes[scope.parent].append(scope)
        self.plan.put(scope, scope.parent)

    def replace_scope(self, old: Scope, new: Scope) -> None:
        """Take a licence, employment or term that changed."""
        if new == old:
            return
        held = self.scopes[new.parent]
        held[held.index(old)] = new
        self.plan.put(new, new.parent, old)

    def course(self, title: str) -> str:
        """Return the id of the course of that title, or nothing."""
        return self._courses.get(title.strip().casefold(), "")

    def complete(self, completion: Completion) -> None:
        """Take a completion, unless the same course was completed on the same day with the same result."""
        known = {(each.course, each.completed, each.result) for each in self._completions[completion.parent]}
        if (completion.course, completion.completed, completion.result) not in known:
            self._completions[completion.parent].append(completion)
            self.plan.put(completion, completion.parent)
