"""The board of training: everybody and every course, reckoned once in a job; what the page shows is looked up in it.

All its figures are those of ``socdesk.figures``, which papers and the first page use too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.desk.training.gathering import gathered
from socdesk.desk.training.people import Person, binned_person, people_of
from socdesk.desk.training.rules import rules_of
from socdesk.desk.words import DeskWords
from socdesk.figures.coverage import KINDS, Coverage, coverages, in_date_by_kind, people_with
from socdesk.figures.figure import Figure
from socdesk.figures.scope import Standing, TrainingRecords
from socdesk.figures.training import EXPIRED, EXPIRING, LEFT, NEVER_TRAINED, LearnerStatus, TrainingRules
from socdesk.jobs import Progress
from socdesk.registers.declared.learners import LEARNERS, Learner
from socdesk.registers.declared.training import Course
from socdesk.registers.fields import Lookup
from socdesk.registers.register import State
from socdesk.storage.record_store import Query

ALL_KINDS = ""
"""The group of everybody, whatever their kind."""

EVERYONE, IN_DATE_ALL, ACTION, SOON, OUT, NEVER, GONE, BIN = (
    "all",
    "in_date",
    "action",
    "expiring",
    "expired",
    "never",
    "left",
    "bin",
)
NARROWINGS = frozenset({EVERYONE, IN_DATE_ALL, ACTION, SOON, OUT, NEVER, GONE, BIN})
"""What a group can be narrowed to."""

NOT_REQUIRED = "NOT_REQUIRED"
"""The code of a course that does not bind a person; not of the vocabulary, for it is no status of training."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """The people of one tab, in the order of their names. ``ids`` holds those of each narrowing.

    ``in_date`` are the people in date for every course that they need; nothing where nobody needs one.
    ``numbers`` counts each status over people and courses, those who have left apart.
    """

    kind: str
    courses: tuple[Course, ...]
    in_date: Figure | None
    ids: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Board:
    """Everything about training on a day. ``statuses`` is by person and course; ``notice`` the days of "expiring"."""

    day: date
    notice: int
    groups: Mapping[str, Group]
    people: Mapping[str, Person]
    courses: Mapping[str, Course]
    statuses: Mapping[tuple[str, str], LearnerStatus]
    words: Lookup

    def found(self, kind: str, narrowed: str, text: str = "") -> tuple[str, ...]:
        """Return the people of a group, narrowed, whose name or numbers hold every word of a text.

        ``narrowed`` is a key of ``Group.ids``, or "ids:" and the ids of the people parted by commas.
        """
        wanted = text.casefold().split()
        ids = self.named(narrowed) if narrowed.startswith("ids:") else self.groups[kind].ids[narrowed]
        return tuple(each for each in ids if all(word in self.people[each].found_by for word in wanted))

    def named(self, narrowed: str) -> tuple[str, ...]:
        """Return those people whom "ids:…" names who are on the desk, in the order given."""
        return tuple(each for each in narrowed.removeprefix("ids:").split(",") if each in self.people)


def reckon(desk: Desk, progress: Progress) -> Board:
    """Reckon the board as it is now. It reads whole registers: run it as a job."""
    progress.report(0, 2, "Reading the records of training")
    records = gathered(desk.read.page)
    binned = desk.read.page(LEARNERS, Query(states=(State.BINNED,)))
    progress.report(1, 2, "Reckoning who is in date")
    return board_of(records, london_day(desk.clock()), rules_of(desk), DeskWords(desk), binned)


def board_of(
    records: TrainingRecords, day: date, rules: TrainingRules, words: Lookup, binned: Iterable[Learner] = ()
) -> Board:
    """Return the board of some records on a day; ``binned`` are the people in the bin."""
    covered = coverages(records, day, rules)
    people = {each.id: each for each in (*people_of(records, day, words), *map(binned_person, binned))}
    people = dict(sorted(people.items(), key=lambda each: each[1].name.casefold()))
    figures = in_date_by_kind(covered)
    groups = [_group(kind, covered, people, figures) for kind in (*KINDS, ALL_KINDS)]
    return Board(
        day=day,
        notice=rules.expiring_days,
        groups={group.kind: group for group in groups},
        people=people,
        courses=records.course_by_id,
        statuses={(each.learner, one.course.id): each for one in covered for each in one.statuses},
        words=words,
    )


def _group(
    kind: str, covered: Iterable[Coverage], people: Mapping[str, Person], figures: Mapping[str, Figure]
) -> Group:
    ours = [each for each in covered if kind in {ALL_KINDS, each.kind}]
    here = [each for each in people.values() if kind in {ALL_KINDS, each.kind}]
    standing = [each.id for each in here if not each.in_bin and each.standing is not Standing.LEFT]
    figure = _together(figures.values()) if kind == ALL_KINDS else figures.get(kind)
    courses = {each.course.id: each.course for each in ours}
    soon = people_with(EXPIRING, ours)
    narrowed: dict[str, Iterable[str]] = {
        EVERYONE: standing,
        IN_DATE_ALL: figure.numerator_ids if figure else (),
        ACTION: (*(figure.missing_ids if figure else ()), *soon),
        SOON: soon,
        OUT: people_with(EXPIRED, ours),
        NEVER: people_with(NEVER_TRAINED, ours),
        GONE: [each.id for each in here if not each.in_bin and each.standing is Standing.LEFT],
        BIN: [each.id for each in here if each.in_bin],
    }
    return Group(
        kind=kind,
        courses=tuple(courses.values()),
        in_date=figure,
        ids={name: _in_order(ids, here) for name, ids in narrowed.items()},
        numbers=_numbers(ours, len(standing) * len(courses)),
    )


def _in_order(ids: Iterable[str], here: Iterable[Person]) -> tuple[str, ...]:
    wanted = frozenset(ids)
    return tuple(each.id for each in here if each.id in wanted)


def _numbers(covered: Iterable[Coverage], cells: int) -> dict[str, int]:
    """Return how many cells have each status; what is left of all cells is not required."""
    codes = Counter(each.code for each in chain.from_iterable(one.statuses for one in covered) if each.code != LEFT)
    return {**codes, NOT_REQUIRED: cells - codes.total()}


def _together(figures: Iterable[Figure]) -> Figure | None:
    """Add up the figures of all kinds; nobody is of two."""
    found = tuple(figures)
    if not found:
        return None
    return Figure(
        counts=found[0].counts,
        of=found[0].of,
        as_at=found[0].as_at,
        numerator_ids=tuple(chain.from_iterable(each.numerator_ids for each in found)),
        denominator_ids=tuple(chain.from_iterable(each.denominator_ids for each in found)),
    )
