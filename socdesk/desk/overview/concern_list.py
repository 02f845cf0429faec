"""The views of the list of concerns."""

from __future__ import annotations

from collections.abc import Mapping

from socdesk.desk.desk import Desk
from socdesk.desk.lists.views import Overview, View, gone_views
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.fields import Scalar
from socdesk.storage.record_store import Query

TO_DECIDE = ("NEW", "TRIAGE", "REOPENED")
PASSED_ON = ("DANGER_ACTED", "ROUTED", "ACKNOWLEDGED", "AWAITING_FEEDBACK")
ENDED = ("CLOSED", "MERGED", "VOID")


def concern_overview(desk: Desk) -> Overview:
    """Return the views of the concern log, by how far each concern has come; newest first."""
    statuses = desk.read.column(CONCERNS, "status", Query(order=("-received",)))
    to_decide, passed_on, ended = (_with_status(statuses, codes) for codes in (TO_DECIDE, PASSED_ON, ENDED))
    gone = frozenset(ENDED)
    open_ones = tuple(each for each, status in statuses.items() if status not in gone)
    return Overview(
        (
            View("open", "Open", open_ones, len(open_ones)),
            View("undecided", "To decide", to_decide, len(to_decide)),
            View("passed", "Passed on", passed_on, len(passed_on)),
            View("closed", "Closed", ended, len(ended)),
            View("all", "All", None, len(statuses)),
            *gone_views(desk, CONCERNS),
        ),
        f"{len(open_ones):,} open, {len(to_decide):,} to decide, {len(passed_on):,} passed on",
    )


def _with_status(statuses: Mapping[str, Scalar], codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each, status in statuses.items() if status in codes)
