"""Elected members: their terms of office, the briefings they came to, and one by-election."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from socdesk.desk.demo.courses_taken import completion
from socdesk.desk.demo.script import Puts, Shelf, Task, putting
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.working_time import ONE_DAY, moment, working_day_from, working_days_later
from socdesk.figures.calendar_months import add_months
from socdesk.registers.declared.learners import Learner, Term
from socdesk.registers.register import Record, new_id
from socdesk.registers.shipped import Entry
from socdesk.registers.values import Span
from socdesk.registers.vocabulary import Vocabularies

_BRIEFING = "MEMBER_BRIEFING"
_BRIEFING_MONTHS = 12
_NOT_WARDS = frozenset({"BOROUGH_WIDE", "OUTSIDE", "NOT_KNOWN"})
_VACANT_DAYS = 42


def wards(stage: Stage) -> tuple[str, ...]:
    """Return the codes of the wards themselves."""
    return tuple(code.code for code in Vocabularies().choices("ward", stage.today) if code.code not in _NOT_WARDS)


class MemberScript:
    """Everything that happens with elected members."""

    def __init__(self, stage: Stage, shape: Entry) -> None:
        self._stage, self._shape = stage, shape
        self._chance = stage.chance("members")
        self._wards = wards(stage)
        count, elected = shape.number("number"), shape.day("elected")
        self._members = [self._learner() for _ in range(count)]
        self._terms = [self._term(m, n, elected) for n, m in enumerate(self._members)]
        self._briefed: dict[str, date] = {}

    def _learner(self) -> Learner:
        name = self._stage.names.person()
        return Learner(id=new_id(), kind="MEMBER", title="Councillor", surname=name.surname, forename=name.forename)

    def _term(self, member: Learner, place: int, since: date) -> Term:
        return Term(id=new_id(), parent=member.id, ward=self._wards[place % len(self._wards)], held=Span(since))

    def tasks(self) -> Iterator[Task]:
        """Return the tasks in no particular order."""
        day = working_days_later(self._stage.first_day, 3)
        records = (*self._members, *self._terms, *self._earlier())
        yield Task(
            at=moment(day, 10), words="Brought in the list of elected members", puts=putting(*records), kind="import"
        )
        yield from self._by_election()
        for session in self._briefings():
            at = moment(working_days_later(session, 1), 9, 30)
            yield Task(at=at, words="Entered who came to a briefing", puts=self._came(session))

    def _earlier(self) -> Iterator[Record]:
        """Return the briefings of the year before the first day."""
        for member in self._members:
            if self._chance.percent(self._shape.number("briefed_before")):
                day = working_day_from(self._stage.month(-self._chance.of((2, 5, 8))))
                yield self._briefing(member.id, day)

    def _briefing(self, member: str, day: date) -> Record:
        self._briefed[member] = day
        return completion(member, self._stage.courses[_BRIEFING], day, mode="BRIEFING")

    def _briefings(self) -> list[date]:
        """Return the days of the yearly briefing and of its repeat for those who missed it."""
        months = [m for m in self._stage.months() if str(m.month) in self._shape.texts("briefing_months")]
        return [working_day_from(month.replace(day=17)) for month in months]

    def _came(self, day: date) -> Puts:
        """Return who came: most of those whose last briefing will soon be a year old."""

        def puts(shelf: Shelf) -> Iterable[Record]:
            for term in tuple(shelf.live(Term)):
                if term.held.covers(day) and self._is_due(term.parent, day):
                    share = "attending" if term.parent in self._briefed else "catching_up"
                    if self._chance.percent(self._shape.number(share)):
                        yield self._briefing(term.parent, day)

        return puts

    def _is_due(self, member: str, day: date) -> bool:
        last = self._briefed.get(member)
        return last is None or add_months(last, _BRIEFING_MONTHS - 5) <= day

    def _by_election(self) -> Iterator[Task]:
        """One member leaves, and another is elected some weeks later."""
        left = self._stage.month(self._shape.number("by_election_month"))
        came, going = working_day_from(left + _VACANT_DAYS * ONE_DAY), self._terms[-1]
        newcomer = self._learner()
        term = Term(id=new_id(), parent=newcomer.id, ward=going.ward, held=Span(came))

        def goes(shelf: Shelf) -> Iterable[Record]:
            standing = shelf.get(Term, going.id)
            yield replace(standing, held=Span(standing.held.since, left - ONE_DAY))

        yield Task(at=moment(working_day_from(left), 11), words="Entered the end of a term of office", puts=goes)
        at = moment(working_days_later(came, 1), 9, 50)
        yield Task(at=at, words="Entered a newly elected member", puts=putting(newcomer, term))
