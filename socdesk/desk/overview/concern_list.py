"""The views of the list of concerns."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.desk.lists.views import Overview, View, gone_views
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.record_store import Query

TO_DECIDE = ("NEW", "TRIAGE", "REOPENED")
PASSED_ON = ("DANGER_ACTED", "ROUTED", "ACKNOWLEDGED", "AWAITING_FEEDBACK")
ENDED = ("CLOSED", "MERGED", "VOID")


def concern_overview(desk: Desk) -> Overview:
    """Return the views of the concern log, by how far each concern has come; newest first."""
    everything = desk.read.ids(CONCERNS, Query(order=("-received",)))
    to_decide, passed_on, ended = (_with_status(desk, codes) for codes in (TO_DECIDE, PASSED_ON, ENDED))
    gone = frozenset(ended)
    open_ones = tuple(each for each in everything if each not in gone)
    return Overview(
        (
            View("open", "Open", open_ones, len(open_ones)),
            View("undecided", "To decide", to_decide, len(to_decide)),
            View("passed", "Passed on", passed_on, len(passed_on)),
            View("closed", "Closed", ended, len(ended)),
            View("all", "All", None, len(everything)),
            *gone_views(desk, CONCERNS),
        ),
        f"{len(open_ones):,} open, {len(to_decide):,} to decide, {len(passed_on):,} passed on",
    )


def _with_status(desk: Desk, codes: tuple[str, ...]) -> tuple[str, ...]:
    found = (desk.read.ids(CONCERNS, Query(equal={"status": code}, order=("-received",))) for code in codes)
    return tuple(each for ids in found for each in ids)
