"""What every part of the script needs: the time it plays in, its people, and the records a new desk already holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from socdesk.clock import london_day
from socdesk.desk.demo.chance import Chance
from socdesk.desk.demo.names import Names
from socdesk.desk.demo.working_time import moment, working_day_from
from socdesk.desk.desk import Desk
from socdesk.figures.calendar_months import add_months
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.strategy import POSTS
from socdesk.registers.declared.training import COURSES
from socdesk.registers.training_defaults import TrainingDefaults

MONTHS = 24


@dataclass(frozen=True, kw_only=True)
class Stage:
    """``begins`` is the desk's first working morning, ``present`` the moment at which the script ends."""

    seed: int
    present: datetime
    begins: datetime
    names: Names
    posts: dict[str, str]
    """Ids of posts by title."""
    actions: dict[str, str]
    """Ids of actions by reference."""
    courses: dict[str, str]
    """Ids of courses by their shipped code."""

    @property
    def first_day(self) -> date:
        """The desk's first day."""
        return london_day(self.begins)

    @property
    def today(self) -> date:
        """The present day."""
        return london_day(self.present)

    def chance(self, topic: str) -> Chance:
        """Return the stream of chance for a topic."""
        return Chance(self.seed, topic)

    def month(self, number: int) -> date:
        """Return the day so many months after the first; before it for a negative number."""
        return add_months(self.first_day, number)

    def months(self) -> list[date]:
        """Return the first of each calendar month that begins within the script."""
        firsts = [add_months(self.first_day.replace(day=1), n) for n in range(1, MONTHS + 1)]
        return [first for first in firsts if first <= self.today]


def first_morning(present: datetime) -> datetime:
    """Return nine o'clock on the first working day from 24 months before the present."""
    return moment(working_day_from(add_months(london_day(present), -MONTHS)), 9)


def set_stage(desk: Desk, *, seed: int, present: datetime, begins: datetime) -> Stage:
    """Look up what the new desk holds."""
    titles = {course.title: course.id for course in desk.read.page(COURSES)}
    return Stage(
        seed=seed,
        present=present,
        begins=begins,
        names=Names(seed),
        posts={post.title: post.id for post in desk.read.page(POSTS)},
        actions={action.reference: action.id for action in desk.read.page(ACTIONS)},
        courses={course.code: titles[course.title] for course in TrainingDefaults().courses},
    )
