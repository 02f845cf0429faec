"""What the first page of the window shows: what needs attention, and a few figures, each with the records behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from socdesk.clock import london_day
from socdesk.desk.backups.log import backup_state
from socdesk.desk.desk import Desk
from socdesk.desk.reviews import strategy_review
from socdesk.desk.training.gathering import gathered
from socdesk.desk.training.rules import rules_of
from socdesk.figures.actions import PILLARS, Due, by_pillar_and_rag, due_within, overdue
from socdesk.figures.attention import (
    UNDECIDED,
    Attention,
    of_backups,
    of_concerns,
    of_dues,
    of_review,
    of_training,
    undecided,
)
from socdesk.figures.coverage import Coverage, coverages, in_date_by_kind, people_with
from socdesk.figures.figure import Figure
from socdesk.figures.route_attention import of_routes
from socdesk.figures.training import EXPIRING
from socdesk.registers.declared.actions import ACTIONS, MILESTONES
from socdesk.registers.declared.concerns import CONCERNS, ROUTES, Concern, Route
from socdesk.registers.declared.strategy import POSTS
from socdesk.settings import COUNCIL, EXPIRING_DAYS
from socdesk.storage.record_store import Query

SOON_DAYS = 30
"""How far ahead the page looks for what is due."""


@dataclass(frozen=True)
class Count:
    """A number on a tile: what it counts, in words, and the records behind it as (key of the register, id).

    ``view`` is the word that the page of these records has for them.
    """

    words: str
    rows: tuple[tuple[str, str], ...]
    view: str

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.rows)


@dataclass(frozen=True)
class Today:
    """The page's content. ``pillars`` holds, by code of pillar, a figure for each rating's code."""

    day: date
    council: str
    overdue: Count
    soon: Count
    concerns: Count
    expiring: Count
    attention: tuple[Attention, ...]
    pillars: Mapping[str, Mapping[str, Figure]]
    training: Mapping[str, Figure]


def today(desk: Desk) -> Today:
    """Return what the page shows now. It reads whole registers: run it as a job."""
    day = london_day(desk.clock())
    actions, milestones = desk.read.page(ACTIONS), desk.read.page(MILESTONES)
    routes = desk.read.page(ROUTES)
    concerns = _concerns_to_mind(desk, routes)
    late = overdue(actions, milestones, day)
    soon = due_within(actions, milestones, day, SOON_DAYS)
    waiting = undecided(concerns)
    posts = {post.id: post.title for post in desk.read.page(POSTS)}
    notice = int(desk.setting(EXPIRING_DAYS))
    covered = coverages(gathered(desk.read.page), day, rules_of(desk))
    needs = (
        of_review(strategy_review(desk)),
        of_concerns(concerns, day),
        of_routes(concerns, routes, day),
        of_dues(late, posts),
        of_dues(soon, posts),
        of_training(covered),
        () if desk.demo else _of_backups(desk),
    )
    return Today(
        day=day,
        council=desk.setting(COUNCIL),
        overdue=Count("actions and milestones overdue", _rows_of(late), "overdue"),
        soon=Count(f"due in the next {SOON_DAYS} days", _rows_of(soon), "soon"),
        concerns=Count("concerns to decide", tuple(("concerns", each.id) for each in waiting), "undecided"),
        expiring=_expiring(covered, notice),
        attention=_most_pressing_first(chain.from_iterable(needs)),
        pillars={code: ratings for code, ratings in by_pillar_and_rag(actions, day).items() if code in PILLARS},
        training=in_date_by_kind(covered),
    )


def _concerns_to_mind(desk: Desk, routes: Iterable[Route]) -> tuple[Concern, ...]:
    """Return the concerns that wait for a decision and those that were passed on: a long log is not read whole."""
    waiting = desk.read.page(CONCERNS, Query(among={"status": tuple(UNDECIDED)}))
    seen = {each.id for each in waiting}
    passed_on = dict.fromkeys(route.parent for route in routes if route.parent not in seen)
    return (*waiting, *desk.read.block(CONCERNS, passed_on))


def _of_backups(desk: Desk) -> tuple[Attention, ...]:
    state = backup_state(desk)
    return of_backups(
        is_set_up=state.folder is not None, is_made=state.made is not None, days_without=state.days_without
    )


def _most_pressing_first(needs: Iterable[Attention]) -> tuple[Attention, ...]:
    """Keep the given order among what is equally pressing; the review of the strategy comes first of all."""
    order = ("red", "amber", "blue")
    return tuple(sorted(needs, key=lambda each: (each.register != "strategies", order.index(each.level))))


def _rows_of(dues: Iterable[Due]) -> tuple[tuple[str, str], ...]:
    return tuple(("actions" if each.record is each.action else "milestones", each.record.id) for each in dues)


def _expiring(covered: Iterable[Coverage], days: int) -> Count:
    people = people_with(EXPIRING, covered)
    return Count(f"people to train again in {days} days", tuple(("learners", each) for each in people), "expiring")
