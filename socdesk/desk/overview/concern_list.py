"""The views of the list of concerns."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.desk.lists.views import Overview, View, gone_views
from socdesk.registers.declared.concerns import CONCERNS

TO_DECIDE = ("NEW", "TRIAGE", "REOPENED")
PASSED_ON = ("DANGER_ACTED", "ROUTED", "ACKNOWLEDGED", "AWAITING_FEEDBACK")
ENDED = ("CLOSED", "MERGED", "VOID")


def concern_overview(desk: Desk) -> Overview:
    """Return the views of the concern log, by how far each concern has come."""
    counts = {str(status): count for status, count in desk.read.counts(CONCERNS, "status").items()}
    going_on = tuple(status for status in counts if status not in ENDED)

    def view(key: str, title: str, statuses: tuple[str, ...]) -> View:
        count = sum(counts.get(status, 0) for status in statuses)
        return View(key, title, None, count, among={"status": statuses})

    going, to_decide, passed = (
        view("open", "Open", going_on),
        view("undecided", "To decide", TO_DECIDE),
        view("passed", "Passed on", PASSED_ON),
    )
    return Overview(
        (
            going,
            to_decide,
            passed,
            view("closed", "Closed", ENDED),
            View("all", "All", None, sum(counts.values())),
            *gone_views(desk, CONCERNS),
        ),
        f"{going.count:,} open, {to_decide.count:,} to decide, {passed.count:,} passed on",
    )
