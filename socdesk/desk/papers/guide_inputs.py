"""All that the guide for new members is made from: strategies, posts and actions. No case, and nobody in it."""

from __future__ import annotations

from datetime import date

from socdesk.desk.papers.update_inputs import setting_at
from socdesk.desk.snapshot import Snapshot
from socdesk.desk.vocabularies import vocabularies_of
from socdesk.figures.member_guide import GuideInputs
from socdesk.figures.update_inputs import UpdateRecords
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.desk_records import LIST_ENTRIES
from socdesk.registers.declared.strategy import POSTS, STRATEGIES
from socdesk.settings import COUNCIL


def guide_inputs(snapshot: Snapshot, *, day: date, demo: bool) -> GuideInputs:
    """Return what the guide needs; ``day`` is that of the induction."""
    return GuideInputs(
        records=UpdateRecords(
            strategies=snapshot.records(STRATEGIES),
            posts=snapshot.records(POSTS),
            actions=snapshot.records(ACTIONS),
        ),
        as_at=snapshot.day,
        meeting=day,
        council=setting_at(snapshot, COUNCIL),
        vocabularies=vocabularies_of(snapshot.known(LIST_ENTRIES)),
        snapshot_head=snapshot.head.line,
        demo=demo,
        marking="OFFICIAL",
    )
