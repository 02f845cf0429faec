"""The rating that the rule of domain.md 9.1 suggests for an action, and why. The officer decides.

Red: past its due day by more than 30 days, or an indicator under 80 % of its target, or something mandatory missing.
Amber: due within 60 days with under 75 % of its milestones done, or an indicator from 80 % to under its target, or no
evidence in six months. Green otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from socdesk.clock import day_in_text
from socdesk.figures.actions import DROPPED_STATUSES
from socdesk.figures.calendar_months import add_months
from socdesk.figures.kpis import indicators, share_of_target
from socdesk.figures.scope import live
from socdesk.figures.wording import sentence
from socdesk.registers.declared.actions import Action, Evidence, KpiReading, Milestone

RED_DAYS_PAST = 30
RED_BELOW_PERCENT = 80
AMBER_DAYS_AHEAD = 60
AMBER_BELOW_MILESTONES_PERCENT = 75
AMBER_MONTHS_WITHOUT_EVIDENCE = 6
_ALL = 100


@dataclass(frozen=True)
class Suggestion:
    """A rating (code of vocabulary rag) and the reason for it, as a sentence."""

    code: str
    reason: str


@dataclass(frozen=True)
class _Case:
    action: Action
    milestones: tuple[Milestone, ...]
    readings: tuple[KpiReading, ...]
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    day: date


def _closed(case: _Case) -> Iterator[Suggestion]:
    if case.action.status == "COMPLETE":
        yield Suggestion("BLUE", "The action is complete")
    if case.action.status in DROPPED_STATUSES:
        yield Suggestion("GREY", "The action is no longer worked on")


def _missing(case: _Case) -> Iterator[Suggestion]:
    for words in case.missing:
        yield Suggestion("RED", f"Missing: {words}")


def _past_due(case: _Case) -> Iterator[Suggestion]:
    due = case.action.due
    if due is None or due >= case.day:
        return
    days = (case.day - due).days
    code = "RED" if days > RED_DAYS_PAST else "AMBER"
    yield Suggestion(code, f"It was due on {day_in_text(due)}, {days} {'day' if days == 1 else 'days'} ago")


def _under_target(case: _Case) -> Iterator[Suggestion]:
    for indicator in indicators(case.readings, case.day):
        if (share := share_of_target(indicator.latest)) is None:
            continue
        value, target = share
        census = day_in_text(indicator.latest.census) if indicator.latest.census else ""
        about = f"“{indicator.measure}” stood at {_ALL * value // target} % of its target on {census}"
        if _ALL * value < RED_BELOW_PERCENT * target:
            yield Suggestion("RED", about)
        elif value < target:
            yield Suggestion("AMBER", about)


def _behind_milestones(case: _Case) -> Iterator[Suggestion]:
    due = case.action.due
    planned = [each for each in case.milestones if each.status != "DROPPED"]
    if due is None or not planned or not 0 <= (due - case.day).days <= AMBER_DAYS_AHEAD:
        return
    done = sum(each.status == "DONE" for each in planned)
    if _ALL * done < AMBER_BELOW_MILESTONES_PERCENT * len(planned):
        words = f"It is due on {day_in_text(due)}, and {done} of {len(planned)} milestones are done"
        yield Suggestion("AMBER", words)


def _not_started(case: _Case) -> Iterator[Suggestion]:
    if case.action.status == "NOT_STARTED":
        yield Suggestion("GREY", "The action has not started")


def _without_evidence(case: _Case) -> Iterator[Suggestion]:
    horizon = add_months(case.day, -AMBER_MONTHS_WITHOUT_EVIDENCE)
    if case.action.started is not None and case.action.started > horizon:
        return
    days = [each.day for each in case.evidence if each.day is not None and each.day <= case.day]
    last = max(days, default=None)
    if last is None:
        yield Suggestion("AMBER", "There is no evidence yet")
    elif last < horizon:
        yield Suggestion("AMBER", f"The last evidence is of {day_in_text(last)}, more than six months ago")


def _reds_and_ambers(case: _Case) -> Iterator[Suggestion]:
    yield from _missing(case)
    yield from _past_due(case)
    yield from _under_target(case)
    yield from _behind_milestones(case)


def _choose(case: _Case) -> Suggestion:
    if closed := next(_closed(case), None):
        return closed
    found = list(_reds_and_ambers(case))
    found.sort(key=lambda suggestion: suggestion.code != "RED")
    found += [*_not_started(case), *_without_evidence(case)]
    return found[0] if found else Suggestion("GREEN", "Nothing is overdue, and every target is met")


def suggested_rag(
    action: Action,
    milestones: Iterable[Milestone],
    readings: Iterable[KpiReading],
    evidence: Iterable[Evidence],
    day: date,
    *,
    missing: Iterable[str] = (),
) -> Suggestion:
    """Return the rating that the rule suggests on a day, with its first reason.

    ``missing`` names whatever is mandatory for this action and absent, in words: nobody holds the post, for example.
    Records of other actions are passed over.
    """
    case = _Case(
        action,
        tuple(each for each in live(milestones) if each.parent == action.id),
        tuple(each for each in live(readings) if each.parent == action.id),
        tuple(each for each in live(evidence) if each.parent == action.id),
        tuple(missing),
        day,
    )
    chosen = _choose(case)
    return Suggestion(chosen.code, sentence(chosen.reason))
