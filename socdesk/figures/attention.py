"""What needs the officer's attention on a day, in one list, most pressing first.

The overdue review of the strategy comes before all else: the strategy itself promises it (domain.md 0.2, 1.9).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from socdesk.clock import MONTHS, day_in_text
from socdesk.figures.actions import Due
from socdesk.figures.calendar_months import duration_in_words
from socdesk.figures.coverage import PEOPLE, Coverage
from socdesk.figures.deadlines import ReviewDue
from socdesk.figures.scope import live
from socdesk.figures.training import EXPIRED, EXPIRING
from socdesk.registers.declared.concerns import Concern

UNDECIDED = frozenset({"NEW", "TRIAGE", "REOPENED"})
"""The states of a concern that nobody has yet decided what to do with."""

DANGER = "IMMEDIATE_DANGER"


class Level(enum.StrEnum):
    """How pressing something is; the value is the colour family, which never stands alone."""

    LATE = "red"
    SOON = "amber"
    COMING = "blue"


@dataclass(frozen=True, kw_only=True)
class Attention:
    """One thing to do. ``register`` and ``ids`` are the records behind it; ``when`` is short and in words.

    Where no record is behind it, ``place`` is the page to go to, and its view.
    """

    title: str
    detail: str
    when: str
    level: Level
    register: str
    ids: tuple[str, ...]
    place: tuple[str, str] = ("", "")

    @property
    def spoken(self) -> str:
        """All of it as one sentence for screen readers."""
        return f"{self.title}. {self.detail}. {self.when}."


def of_review(review: ReviewDue | None) -> tuple[Attention, ...]:
    """Return the strategy's review where it is overdue or its reminders have begun."""
    if review is None or not (review.is_overdue or review.reminder):
        return ()
    since = f"{MONTHS[review.due.month - 1]} {review.due.year}"
    late = f"Strategy review overdue since {since}"
    return (
        Attention(
            title=late if review.is_overdue else f"Review the strategy by {day_in_text(review.due)}",
            detail=review.strategy.title,
            when=duration_in_words(review.due, review.day) if review.is_overdue else f"By {since}",
            level=Level.LATE if review.is_overdue else Level.SOON,
            register="strategies",
            ids=(review.strategy.id,),
        ),
    )


def of_dues(dues: Iterable[Due], posts: Mapping[str, str]) -> tuple[Attention, ...]:
    """Return actions and milestones with a due day, in the order given; ``posts`` are titles of posts by id."""
    return tuple(
        Attention(
            title=each.record.title,
            detail=_of_whom(each, posts),
            when=_when(each.due, each.days),
            level=Level.LATE if each.days < 0 else Level.SOON if each.days == 0 else Level.COMING,
            register="actions",
            ids=(each.action.id,),
        )
        for each in dues
    )


def _of_whom(due: Due, posts: Mapping[str, str]) -> str:
    what = f"{'Action' if due.record is due.action else 'Milestone'} {due.record.reference}"
    post = posts.get(due.record.lead_post) or posts.get(due.action.lead_post)
    return f"{what}, {post}" if post else what


def _when(due: date, days: int) -> str:
    if days == 0:
        return "Due today"
    if days > 0:
        return f"By {due.day} {MONTHS[due.month - 1][:3]}"
    return "1 day late" if days == -1 else f"{-days:,} days late"


def undecided(concerns: Iterable[Concern]) -> tuple[Concern, ...]:
    """Return the concerns that wait for a decision: immediate danger first, then the oldest."""
    waiting = (each for each in live(concerns) if each.status in UNDECIDED)
    return tuple(sorted(waiting, key=lambda each: (each.urgency != DANGER, each.reference)))


def of_concerns(concerns: Iterable[Concern], day: date) -> tuple[Attention, ...]:
    """Return the concerns that wait for a decision. A restricted one is named by its reference alone."""
    return tuple(
        Attention(
            title="Decide on a restricted concern" if each.restricted else f"Decide: {each.summary}",
            detail=f"Concern {each.reference}",
            when="Immediate danger" if each.urgency == DANGER else _age(each, day),
            level=Level.LATE if each.urgency == DANGER else Level.SOON,
            register="concerns",
            ids=(each.id,),
        )
        for each in undecided(concerns)
    )


def _age(concern: Concern, day: date) -> str:
    days = (day - concern.received.date()).days if concern.received else 0
    if days <= 0:
        return "Received today"
    return "1 day old" if days == 1 else f"{days:,} days old"


def of_training(coverages: Iterable[Coverage]) -> tuple[Attention, ...]:
    """Return, for each kind of learner, the people of whom a course has expired, then those of whom one soon will."""
    found = tuple(coverages)
    kinds = tuple(dict.fromkeys(each.kind for each in found))
    expired = (_group(found, kind, EXPIRED, Level.LATE) for kind in kinds)
    expiring = (_group(found, kind, EXPIRING, Level.SOON) for kind in kinds)
    return tuple(filter(None, (*expired, *expiring)))


def _group(coverages: Iterable[Coverage], kind: str, code: str, level: Level) -> Attention | None:
    courses = {each.course.title: each.ids(code) for each in coverages if each.kind == kind and each.ids(code)}
    ids = tuple(dict.fromkeys(chain.from_iterable(courses.values())))
    if not ids:
        return None
    people = _ONE.get(kind, "person") if len(ids) == 1 else PEOPLE.get(kind, "people")
    what = "training has expired" if code == EXPIRED else "training expires soon"
    return Attention(
        title=f"Chase {len(ids):,} {people} whose {what}",
        detail=next(iter(courses)) if len(courses) == 1 else f"{len(courses)} courses",
        when="Expired" if code == EXPIRED else "Expiring",
        level=level,
        register="learners",
        ids=ids,
    )


_ONE = {"DRIVER": "licensed taxi driver", "STAFF": "member of staff", "MEMBER": "elected member"}


BACKUPS = "backups"
_LATE_DAYS, _SOON_DAYS = 7, 2


def of_backups(*, is_set_up: bool, is_made: bool, days_without: int) -> tuple[Attention, ...]:
    """Return what is to be done about backups; ``days_without`` counts for a desk that has changed since the last."""
    if not is_set_up:
        return (
            _backups("Backups are not set up", "If this computer is lost, so is the desk", "Not set up", Level.SOON),
        )
    if not is_made:
        return (_backups("No backup yet", "The first is made as soon as its folder is there", "None yet", Level.SOON),)
    if days_without < _SOON_DAYS:
        return ()
    level = Level.LATE if days_without >= _LATE_DAYS else Level.SOON
    words = f"No backup for {days_without:,} days"
    return (_backups(words, "The desk has changed since the last one", f"{days_without:,} days", level),)


def _backups(title: str, detail: str, when: str, level: Level) -> Attention:
    place = ("settings", "backups")
    return Attention(title=title, detail=detail, when=when, level=level, register=BACKUPS, ids=(), place=place)
