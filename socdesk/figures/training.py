"""The training status of one person for one course, as at any day (domain.md 5.2, 9.4).

All days that bound anything belong to it: a certificate is good on its last day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from socdesk.figures.calendar_months import add_months
from socdesk.figures.scope import Presence, Standing, TrainingRecords, binding, presence
from socdesk.registers.declared.learners import Learner
from socdesk.registers.declared.training import Completion, Course, Exemption, Requirement
from socdesk.registers.vocabulary import Vocabularies

IN_DATE = "IN_DATE"
EXPIRING = "EXPIRING"
EXPIRED = "EXPIRED"
NEVER_TRAINED = "NEVER_TRAINED"
AWAITING_EVIDENCE = "AWAITING_EVIDENCE"
EXEMPT = "EXEMPT"
SUSPENDED_LICENCE = "SUSPENDED_LICENCE"
LEFT = "LEFT"

VALID = frozenset({IN_DATE, EXPIRING})
"""The codes of people whose record is valid on the day."""


@dataclass(frozen=True, kw_only=True)
class TrainingRules:
    """What the desk's settings and vocabularies decide: days of notice, and the results that count."""

    expiring_days: int = 90
    counting_results: frozenset[str] = frozenset({"ATTENDED", "PASSED"})


def training_rules(expiring_days: int, vocabularies: Vocabularies) -> TrainingRules:
    """Return the rules that a desk's setting and vocabularies make; a result counts where its code says so."""
    counting = (code.code for code in vocabularies["result"].codes if code.extras.get("counts") == "yes")
    return TrainingRules(expiring_days=expiring_days, counting_results=frozenset(counting))


@dataclass(frozen=True, kw_only=True)
class LearnerStatus:
    """How one person stands with one course on a day.

    ``code`` is of the vocabulary training_status. ``valid_until`` is the last valid day of the completion that counts
    best; None where there is none or where it never runs out. ``reason`` is the code of an exemption's reason.
    ``in_induction`` marks a newcomer who has not completed the course yet and still has time: they are in the
    denominator like everybody else, and are told apart only in lists.
    """

    learner: str
    code: str
    standing: Standing
    completed: date | None = None
    valid_until: date | None = None
    reason: str = ""
    in_induction: bool = False

    @property
    def counts(self) -> bool:
        """Whether the person belongs to the denominator of coverage."""
        return self.standing is Standing.IN_SCOPE and self.code != EXEMPT

    @property
    def covered(self) -> bool:
        """Whether the person belongs to the numerator of coverage."""
        return self.counts and self.code in VALID


def valid_until(completed: date, course: Course) -> date | None:
    """Return the last day on which a completion counts by its course's rule; None where it never runs out."""
    return add_months(completed, course.validity_months) if course.validity_months else None


@dataclass(frozen=True)
class _Held:
    """One completion that counts: its day, and the last day on which it is valid."""

    completed: date
    until: date | None

    def is_valid(self, day: date) -> bool:
        return self.until is None or day <= self.until


def _best(completions: Iterable[Completion], course: Course, *, awaited: bool) -> _Held | None:
    """Return the completion that stays valid longest; of two that end together the newer."""
    held = (
        _Held(each.completed, each.expires or valid_until(each.completed, course))
        for each in completions
        if each.evidence_awaited is awaited and each.completed
    )
    return max(held, key=lambda each: (each.until or date.max, each.completed), default=None)


def _by_completions(found: Iterable[Completion], course: Course, day: date, rules: TrainingRules) -> LearnerStatus:
    counting = [
        each
        for each in found
        if each.course == course.id
        and each.result in rules.counting_results
        and each.completed is not None
        and each.completed <= day
    ]
    shown, awaited = _best(counting, course, awaited=False), _best(counting, course, awaited=True)
    if awaited and awaited.is_valid(day) and not (shown and shown.is_valid(day)):
        return _status(AWAITING_EVIDENCE, awaited)
    last = shown or awaited
    if last is None:
        return _status(NEVER_TRAINED, None)
    if not last.is_valid(day):
        return _status(EXPIRED, last)
    soon = last.until is not None and last.until - day <= timedelta(days=rules.expiring_days)
    return _status(EXPIRING if soon else IN_DATE, last)


def _status(code: str, held: _Held | None) -> LearnerStatus:
    return LearnerStatus(
        learner="",
        code=code,
        standing=Standing.IN_SCOPE,
        completed=held.completed if held else None,
        valid_until=held.until if held else None,
    )


def _exemption(exemptions: Iterable[Exemption], course: Course, day: date) -> Exemption | None:
    return next((e for e in exemptions if e.course in ("", course.id) and e.held.covers(day)), None)


def _in_induction(there: Presence, bound: Iterable[Requirement], day: date) -> bool:
    allowed = max((each.induction_days or 0 for each in bound), default=0)
    return there.since is not None and day < there.since + timedelta(days=allowed)


def status(
    learner: Learner,
    course: Course,
    *,
    requirements: Iterable[Requirement],
    records: TrainingRecords,
    day: date,
    rules: TrainingRules,
) -> LearnerStatus | None:
    """Return how a person stands with a course on a day, or nothing where it does not bind them or not yet.

    ``requirements`` are those of this course in force on the day for this kind of learner.
    """
    there = presence(learner, records, day)
    bound = binding(learner, there, requirements)
    if not bound or there.standing is Standing.NOT_YET:
        return None
    found = _by_completions(records.completions_of.get(learner.id, ()), course, day, rules)
    found = replace(found, learner=learner.id, standing=there.standing)
    if there.standing is Standing.LEFT:
        return replace(found, code=LEFT)
    if exemption := _exemption(records.exemptions_of.get(learner.id, ()), course, day):
        return replace(found, code=EXEMPT, reason=exemption.reason)
    if there.standing is Standing.SUSPENDED:
        return replace(found, code=SUSPENDED_LICENCE)
    return replace(found, in_induction=found.code == NEVER_TRAINED and _in_induction(there, bound, day))
