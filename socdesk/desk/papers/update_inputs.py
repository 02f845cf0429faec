"""All that a committee update is made from, taken from one snapshot, so that the same snapshot gives the same bytes."""

from __future__ import annotations

from datetime import date

from socdesk.desk.snapshot import Snapshot
from socdesk.desk.training.gathering import gathered
from socdesk.desk.vocabularies import vocabularies_of
from socdesk.figures.kpis import better_by_measure
from socdesk.figures.training import training_rules
from socdesk.figures.update_inputs import UpdateInputs, UpdateRecords
from socdesk.registers.declared.actions import ACTIONS, EVIDENCE, KPI_READINGS, MILESTONES, PROGRESS_NOTES
from socdesk.registers.declared.desk_records import LIST_ENTRIES, SETTINGS
from socdesk.registers.declared.strategy import POSTS, STRATEGIES
from socdesk.registers.strategy_text import ShippedStrategy
from socdesk.settings import COUNCIL, EXPIRING_DAYS, REPORT_OF, SMALL_NUMBER, DeskSetting


def update_inputs(snapshot: Snapshot, before: Snapshot | None, *, meeting: date, body: str, demo: bool) -> UpdateInputs:
    """Return what figures need; ``before`` is the desk as at the last report's day, as known at the same head."""
    vocabularies = vocabularies_of(snapshot.known(LIST_ENTRIES))
    return UpdateInputs(
        now=_records(snapshot),
        as_at=snapshot.day,
        meeting=meeting,
        council=setting_at(snapshot, COUNCIL),
        body=body,
        report_of=setting_at(snapshot, REPORT_OF),
        vocabularies=vocabularies,
        snapshot_head=snapshot.head.line,
        demo=demo,
        before=_records(before) if before else None,
        compared_with=before.day if before else None,
        marking="OFFICIAL",
        rules=training_rules(int(setting_at(snapshot, EXPIRING_DAYS)), vocabularies),
        threshold=int(setting_at(snapshot, SMALL_NUMBER)),
        better=better_by_measure(ShippedStrategy().mapping.values()),
    )


def _records(snapshot: Snapshot) -> UpdateRecords:
    return UpdateRecords(
        strategies=snapshot.records(STRATEGIES),
        posts=snapshot.records(POSTS),
        actions=snapshot.records(ACTIONS),
        milestones=snapshot.records(MILESTONES),
        progress_notes=snapshot.records(PROGRESS_NOTES),
        evidence=snapshot.records(EVIDENCE),
        kpi_readings=snapshot.records(KPI_READINGS),
        training=gathered(snapshot.records),
    )


def setting_at(snapshot: Snapshot, setting: DeskSetting) -> str:
    """Return a setting as known at a snapshot's head, or its default."""
    return next((each.value for each in snapshot.known(SETTINGS) if each.name == setting.key), setting.default)
