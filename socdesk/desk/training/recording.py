"""Recording what was done: one course for one or many people, as one deed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from socdesk.clock import day_in_text, london_day
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.training.board import Board
from socdesk.errors import InvalidRecordError
from socdesk.figures.training import VALID, valid_until
from socdesk.registers.declared.training import COMPLETIONS, COURSES, Completion, Course
from socdesk.registers.register import State, new_id
from socdesk.storage.record_store import Query

_MOST_NAMED = 3
_MONTHS_OF_YEAR = 12


def people_in_words(number: int) -> str:
    """Return how many people there are.

    >>> people_in_words(1), people_in_words(12)
    ('1 person', '12 people')
    """
    return "1 person" if number == 1 else f"{number:,} people"


def record_for(desk: Desk, people: Iterable[str], done: Completion) -> Deed:
    """Return the deed that records one course for each of some people; ``done`` says all but whose it is.

    Who has the same course on the same day with the same result already is left out. A last day that is the course's
    own is not kept, so that it follows the course when the Council changes that.

    Raises:
        InvalidRecordError: the day has not come yet, or everybody has it already.

    """
    wanted = tuple(dict.fromkeys(people))
    if done.completed and done.completed > london_day(desk.clock()):
        raise InvalidRecordError({"completed": "Enter the day on which it was done: that day has not come yet"})
    course = desk.read.get(COURSES, done.course)
    if course and done.completed and done.expires == valid_until(done.completed, course):
        done = replace(done, expires=None)
    same = Query(parents=wanted, equal={"course": done.course})
    known = {
        each.parent
        for each in desk.read.page(COMPLETIONS, same)
        if (each.completed, each.result) == (done.completed, done.result)
    }
    fresh = tuple(person for person in wanted if person not in known)
    if not fresh:
        raise InvalidRecordError({"completed": "Everybody chosen has this course on this day already"})
    puts = tuple(replace(done, id=new_id(), parent=person) for person in fresh)
    return Deed(words=f"Recorded training for {people_in_words(len(puts))}", puts=puts)


def take_away(desk: Desk, completion: str) -> Deed | None:
    """Return the deed that voids one completion: it was never so. Nothing where it is gone already."""
    found = desk.read.get(COMPLETIONS, completion)
    if found is None:
        return None
    return Deed(words=f"Took {found.reference} away", puts=(replace(found, state=State.VOID),))


def validity_in_words(course: Course) -> str:
    """Return how long a course counts.

    >>> validity_in_words(Course(validity_months=36)), validity_in_words(Course())
    ('It counts for 3 years', 'It never runs out')
    """
    months = course.validity_months
    if not months:
        return "It never runs out"
    number, unit = (months // _MONTHS_OF_YEAR, "year") if months % _MONTHS_OF_YEAR == 0 else (months, "month")
    return f"It counts for {number} {unit}" if number == 1 else f"It counts for {number} {unit}s"


@dataclass(frozen=True)
class Beforehand:
    """What a person is told before they save: who of those chosen is in date already."""

    in_date: tuple[str, ...]
    asked: int

    @property
    def words(self) -> str:
        """It in one or two sentences, or nothing."""
        if not self.in_date:
            return ""
        if self.asked == 1:
            return f"Already in date for this course: {self.in_date[0]}."
        found = f"{len(self.in_date):,} of these {self.asked:,} are already in date"
        if len(self.in_date) > _MOST_NAMED:
            return f"{found}. The matrix says until when."
        return f"{found}: {'; '.join(self.in_date)}."


def beforehand(board: Board, people: Iterable[str], course: str) -> Beforehand:
    """Return who of some people is in date for a course now, each with the day until which."""
    wanted = tuple(people)
    found = ((each, board.statuses.get((each, course))) for each in wanted)
    named = (
        f"{board.people[each].name} ({_until(status.valid_until)})"
        for each, status in found
        if status is not None and status.code in VALID and each in board.people
    )
    return Beforehand(tuple(named), len(wanted))


def _until(day: date | None) -> str:
    return f"to {day_in_text(day)}" if day else "it never runs out"
