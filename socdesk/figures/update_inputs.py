"""What a committee update is made from, and the part of it that the public may read.

``public_part`` is the allow-list: it empties every field whose declared audience is not public, before anything is
drafted or shown. What comes later could not print such a field even by mistake (architecture.md, bones 8 and 12).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from socdesk.figures.kpis import corrected
from socdesk.figures.scope import TrainingRecords, live
from socdesk.figures.small_numbers import THRESHOLD
from socdesk.figures.training import TrainingRules
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.declared.actions import Action, Evidence, KpiReading, Milestone, ProgressNote
from socdesk.registers.declared.strategy import Post, Strategy
from socdesk.registers.fields import Audience
from socdesk.registers.register import RecordT
from socdesk.registers.vocabulary import Vocabularies

_UNSAID: Mapping[str, Any] = {
    "created_by": "",
    "created_at": None,
    "changed_by": "",
    "changed_at": None,
}


@dataclass(frozen=True, kw_only=True)
class UpdateRecords:
    """The records of one snapshot that an update is made from. People are in ``training`` alone."""

    strategies: tuple[Strategy, ...] = ()
    posts: tuple[Post, ...] = ()
    actions: tuple[Action, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    progress_notes: tuple[ProgressNote, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    kpi_readings: tuple[KpiReading, ...] = ()
    training: TrainingRecords = field(default_factory=TrainingRecords)


@dataclass(frozen=True, kw_only=True)
class UpdateInputs:
    """All that an update is made from: records now and at the previous report's day, settings and days.

    ``before`` and ``compared_with`` are both None where there is no previous report. ``better`` says for each measure
    whether "higher", "lower" or "neither" is better. ``threshold`` is the setting for small numbers.
    """

    now: UpdateRecords
    as_at: date
    meeting: date
    council: str
    body: str
    report_of: str
    vocabularies: Vocabularies
    snapshot_head: str
    demo: bool
    before: UpdateRecords | None = None
    compared_with: date | None = None
    marking: str = ""
    rules: TrainingRules = field(default_factory=TrainingRules)
    threshold: int = THRESHOLD
    better: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, kw_only=True)
class PublicRecords:
    """What the public may read of a snapshot's records, and which measures count people.

    Of evidence only the references are left, by action id.
    """

    strategies: tuple[Strategy, ...]
    posts: tuple[Post, ...]
    actions: tuple[Action, ...]
    milestones: tuple[Milestone, ...]
    progress_notes: tuple[ProgressNote, ...]
    evidence: tuple[Evidence, ...]
    kpi_readings: tuple[KpiReading, ...]
    people_measures: frozenset[str]


def without_private_fields(record: RecordT) -> RecordT:
    """Return the record with every field emptied that is not declared public, and without who made it and when."""
    register = REGISTERS.of(record)
    emptied: dict[str, Any] = {name: register.fields[name].empty for name in register.of_audience(Audience.INTERNAL)}
    if register.numbering.audience is not Audience.PUBLIC:
        emptied["reference"] = ""
    return replace(record, **emptied, **_UNSAID)


def _open(records: Iterable[RecordT]) -> tuple[RecordT, ...]:
    return tuple(record for record in live(records) if not record.restricted)


def _cleared(records: Iterable[RecordT]) -> tuple[RecordT, ...]:
    return tuple(map(without_private_fields, _open(records)))


def public_part(records: UpdateRecords, day: date, since: date | None = None) -> PublicRecords:
    """Return what the public may read: no restricted record, no child of one, no field that is not public.

    Progress notes and evidence are those dated after ``since``, if given, and by ``day``; readings those by ``day``.
    The days and the flag that readings count people are read here, to decide; they are not passed on.
    """
    actions = _cleared(records.actions)
    ids = {action.id for action in actions}

    def dated(on: date | None) -> bool:
        return on is not None and on <= day and (since is None or on > since)

    return PublicRecords(
        strategies=_cleared(records.strategies),
        posts=_cleared(records.posts),
        actions=actions,
        milestones=_cleared(each for each in records.milestones if each.parent in ids),
        progress_notes=_cleared(each for each in records.progress_notes if each.parent in ids and dated(each.day)),
        evidence=_cleared(each for each in records.evidence if each.parent in ids and dated(each.day)),
        kpi_readings=_cleared(each for each in corrected(records.kpi_readings, day) if each.parent in ids),
        people_measures=frozenset(each.measure for each in records.kpi_readings if each.counts_people),
    )
