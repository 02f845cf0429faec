"""Bringing lists into a real desk, and looking at what stands there afterwards."""

import csv
import io
from dataclasses import dataclass

import pytest

from socdesk.desk.desk import Desk
from socdesk.desk.imports.bringing_in import ListFile, bring_in, preview
from socdesk.jobs import SilentProgress
from socdesk.registers.body import body_of
from socdesk.registers.declared.learners import EMPLOYMENTS, LEARNERS, LICENCES, TERMS
from socdesk.registers.declared.training import COMPLETIONS, COURSES

PEOPLE = (LEARNERS, LICENCES, EMPLOYMENTS, TERMS, COMPLETIONS)


def csv_of(*rows):
    """Return the bytes of a list, headings first."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


@dataclass
class Lists:
    """A desk that lists are brought into."""

    desk: Desk

    def look(self, kind, data, suffix=".csv", **how):
        return preview(self.desk, kind, ListFile(data, suffix), **how)

    def bring(self, kind, data, suffix=".csv", **how):
        seen = self.look(kind, data, suffix, **how)
        bring_in(self.desk, seen, SilentProgress())
        return seen

    def standing(self):
        """Return all that stands of people, by id."""
        return {
            record.id: (register.key, record.reference, body_of(register, record))
            for register in PEOPLE
            for record in self.desk.read.page(register)
        }

    def deeds(self):
        return len(self.desk.store.versions.deeds())

    def people(self):
        return sorted((person.forename, person.surname) for person in self.desk.read.page(LEARNERS))

    def person(self, surname):
        [found] = [person for person in self.desk.read.page(LEARNERS) if person.surname == surname]
        return found

    def children(self, register, surname):
        return self.desk.read.children(register, self.person(surname).id)

    def course(self, title):
        [found] = [course for course in self.desk.read.page(COURSES) if course.title == title]
        return found


@pytest.fixture
def lists(desk):
    return Lists(desk)
