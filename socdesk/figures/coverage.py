"""Training coverage: people in scope with a valid record, of all people in scope, on a day (domain.md 5.4).

Both are reckoned for the same day, so leavers inflate nothing and a later completion changes no earlier day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from socdesk.clock import day_in_text
from socdesk.figures.figure import Figure
from socdesk.figures.scope import Standing, TrainingRecords, live, requirements_on
from socdesk.figures.training import EXEMPT, LEFT, LearnerStatus, TrainingRules, status
from socdesk.registers.declared.training import Course

KINDS = ("DRIVER", "STAFF", "MEMBER")
"""The kinds of learner, in the order in which papers have them."""

PEOPLE = {"DRIVER": "licensed taxi drivers", "STAFF": "members of staff", "MEMBER": "elected members"}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """The coverage of one course among one kind of learner: the figure, and how each person stands.

    ``statuses`` holds those counted apart too: suspended, agency, exempt and left.
    """

    kind: str
    course: Course
    figure: Figure
    statuses: tuple[LearnerStatus, ...]

    def ids(self, code: str) -> tuple[str, ...]:
        """Return the learners in scope who have a status, such as those who are expiring or never trained."""
        return tuple(each.learner for each in self.statuses if each.counts and each.code == code)

    @property
    def by_code(self) -> dict[str, int]:
        """How many people in scope have each status; the numbers add up to the denominator."""
        return dict(Counter(each.code for each in self.statuses if each.counts))

    @property
    def in_induction(self) -> tuple[str, ...]:
        """The newcomers among the never trained who still have time."""
        return tuple(each.learner for each in self.statuses if each.counts and each.in_induction)

    @property
    def apart(self) -> dict[str, tuple[str, ...]]:
        """The ids of those counted apart, by the words for why; leavers are not among them."""
        reasons = {
            "whose licence is suspended": [e.learner for e in self._outside(Standing.SUSPENDED)],
            "who work through an agency or contractor": [e.learner for e in self._outside(Standing.AGENCY)],
            "who are exempt or away for long": [e.learner for e in self.statuses if e.code == EXEMPT],
        }
        return {words: tuple(ids) for words, ids in reasons.items() if ids}

    def _outside(self, standing: Standing) -> Iterator[LearnerStatus]:
        return (each for each in self.statuses if each.standing is standing and each.code not in (EXEMPT, LEFT))

    @property
    def note(self) -> str:
        """What the figure's denominator is and who is left out of it, in words."""
        people = PEOPLE.get(self.kind, "people")
        words = f"Out of all {people} in scope on {day_in_text(self.figure.as_at)}."
        if self.kind == "DRIVER":
            words += " Drivers licensed by other councils are not in the figure."
        if not self.apart:
            return words
        return f"{words} Counted apart: people {', '.join(self.apart)}."


def coverage(
    kind: str, course: Course, records: TrainingRecords, day: date, rules: TrainingRules | None = None
) -> Coverage:
    """Return the coverage of a course among a kind of learner on a day."""
    rules = rules or TrainingRules()
    needed = requirements_on(records.requirements, kind, course.id, day)
    learners = (learner for learner in live(records.learners) if learner.kind == kind)
    found = (
        status(learner, course, requirements=needed, records=records, day=day, rules=rules) for learner in learners
    )
    statuses = tuple(each for each in found if each is not None)
    people = PEOPLE.get(kind, "people")
    figure = Figure(
        counts=f"{people} in date for {course.title}",
        of=f"{people} who need {course.title}",
        as_at=day,
        numerator_ids=tuple(each.learner for each in statuses if each.covered),
        denominator_ids=tuple(each.learner for each in statuses if each.counts),
    )
    return Coverage(kind=kind, course=course, figure=figure, statuses=statuses)


def coverages(records: TrainingRecords, day: date, rules: TrainingRules | None = None) -> tuple[Coverage, ...]:
    """Return the coverage of every course that is mandatory on the day, by kind of learner, then by course title."""
    pairs = {
        (each.learner_kind, each.course)
        for each in live(records.requirements)
        if each.mandatory and each.in_force.covers(day) and each.course in records.course_by_id
    }
    order = {kind: place for place, kind in enumerate(KINDS)}
    ordered = sorted(pairs, key=lambda p: (order.get(p[0], len(order)), records.course_by_id[p[1]].title, p))
    return tuple(coverage(kind, records.course_by_id[course], records, day, rules) for kind, course in ordered)


def people_with(code: str, covered: Iterable[Coverage]) -> tuple[str, ...]:
    """Return the people in scope who have a status in at least one course, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(each.ids(code) for each in covered)))


def in_date_by_kind(covered: Iterable[Coverage]) -> dict[str, Figure]:
    """Return, for each kind of learner, how many people are in date for every course that they need."""
    found = tuple(covered)
    return {kind: figure for kind in KINDS if (figure := _fully_in_date([c for c in found if c.kind == kind]))}


def _fully_in_date(covered: list[Coverage]) -> Figure | None:
    needing = tuple(dict.fromkeys(chain.from_iterable(each.figure.denominator_ids for each in covered)))
    if not needing:
        return None
    missing = set(chain.from_iterable(each.figure.missing_ids for each in covered))
    return Figure(
        counts="people in date for every course that they need",
        of="people who need a course",
        as_at=covered[0].figure.as_at,
        numerator_ids=tuple(each for each in needing if each not in missing),
        denominator_ids=needing,
    )
