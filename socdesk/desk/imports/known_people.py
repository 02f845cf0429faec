"""The people on the desk whom a list may name, with their dated children; it learns as rows are taken."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Generic, TypeVar

from socdesk.desk.desk import Desk
from socdesk.desk.imports.plan import Plan
from socdesk.desk.imports.problems import NEW_PERSON, Choice
from socdesk.desk.imports.record_words import summary_of
from socdesk.desk.words import DeskWords
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


_ALIKE = 0.72
_MOST_ALIKE = 5


class KnownPeople(Generic[Scope]):
    """Learners of one kind; ``scopes`` are their licences, employments or terms, by the person's id.

    ``decided`` says for some rows whom their name means, as a person chose it.
    """

    def __init__(
        self, desk: Desk, kind: str, register: Register[Scope], plan: Plan, decided: Mapping[int, str] | None = None
    ) -> None:
        self.plan = plan
        self._kind = kind
        self._register = register
        self._words = DeskWords(desk)
        self._decided = decided or {}
        self._rows: dict[str, str] = {}  # tokens of people whom a row of this list adds, by their id
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

    def settle(self, row: int, namesakes: list[Learner], surname: str, forename: str) -> list[Learner]:
        """Return those of the namesakes whom a person chose for a row, or all of them.

        What was chosen is told by ``Choice.token``; for somebody new nobody is left.
        """
        token = self._decided.get(row, "")
        if token == NEW_PERSON:
            return []
        near = [*namesakes, *(self.alike(surname, forename) if token else ())]
        chosen = [person for person in near if token and self.token(person) == token]
        return chosen[:1] or namesakes

    def alike(self, surname: str, forename: str) -> list[Learner]:
        """Return people of much the same name, the most alike first, and of the same two names turned round."""
        known = list(self._names)
        keys = [name_key(forename, surname)] if name_key(forename, surname) in self._names else []
        keys += get_close_matches(name_key(surname, forename), known, _MOST_ALIKE, _ALIKE)
        return [self.people[person] for key in dict.fromkeys(keys) for person in self._names[key]]

    def token(self, person: Learner) -> str:
        """Return what a person is called in a decision; the same each time that the list is checked."""
        return self._rows.get(person.id, person.id)

    def choices(self, people: Iterable[Learner], *, somebody_new: bool = False) -> tuple[Choice, ...]:
        """Return people as choices, each told apart by what is known of them."""
        found = [Choice(self.token(person), self._described(person)) for person in people]
        return (*found, Choice(NEW_PERSON, "Somebody else, not on the desk yet")) if somebody_new else tuple(found)

    def _described(self, person: Learner) -> str:
        number = f"staff number {person.staff_number}" if person.staff_number else ""
        scopes = [summary_of(self._register, scope, self._words) for scope in self.scopes[person.id][-1:]]
        name = f"{person.forename} {person.surname}".strip()
        return ", ".join(part for part in (name, number, *scopes, person.reference) if part)

    def add(self, row: int, *, surname: str, forename: str, title: str, staff_number: str = "") -> Learner:
        """Take a person who is not on the desk yet, and whom a row names."""
        person = Learner(
            id=new_id(), kind=self._kind, surname=surname, forename=forename, title=title, staff_number=staff_number
        )
        self.people[person.id] = person
        self._rows[person.id] = f"row {row}"
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
