"""Which passings-on need attention: nobody has acknowledged them, or nothing has come back (domain.md 3.1, story 7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socdesk.clock import london_day
from socdesk.figures.attention import Attention, Level
from socdesk.figures.scope import live
from socdesk.registers.declared.concerns import Concern, Route

SAFEGUARDING = frozenset({"MASH_CHILD", "MASH_ADULT", "LADO"})
"""These are acknowledged on the same day, or chased."""

NEVER_ANSWERED = frozenset({"EMERGENCY_999", "CRIMESTOPPERS", "NO_ONWARD_ROUTE"})
"""Nobody acknowledges these."""

ACKNOWLEDGED_WITHIN_DAYS = 2
_ENDED = frozenset({"CLOSED", "MERGED", "VOID"})


def of_routes(concerns: Iterable[Concern], routes: Iterable[Route], day: date) -> tuple[Attention, ...]:
    """Return the routes of open concerns that nobody has acknowledged, longest waiting first.

    Safeguarding is chased on the day itself, the rest after two days. No words of the concern are in it.
    """
    still_open = {each.id: each for each in live(concerns) if each.status not in _ENDED}
    waiting = [
        each
        for each in live(routes)
        if each.sent
        and not each.acknowledged
        and not each.feedback_on
        and each.route not in NEVER_ANSWERED
        and each.parent in still_open
        and _days(each, day) >= (0 if each.route in SAFEGUARDING else ACKNOWLEDGED_WITHIN_DAYS)
    ]
    waiting.sort(key=lambda each: (-_days(each, day), each.reference))
    return tuple(_attention(each, still_open[each.parent], _days(each, day)) for each in waiting)


def _days(route: Route, day: date) -> int:
    return (day - london_day(route.sent)).days if route.sent else 0


def _attention(route: Route, concern: Concern, days: int) -> Attention:
    safeguarding = route.route in SAFEGUARDING
    late = days > (0 if safeguarding else ACKNOWLEDGED_WITHIN_DAYS)
    return Attention(
        title="Chase the safeguarding referral" if safeguarding else "Chase an acknowledgement",
        detail=f"Route {route.reference}, concern {concern.reference}",
        when="Sent today" if days == 0 else "1 day waiting" if days == 1 else f"{days:,} days waiting",
        level=Level.LATE if late and safeguarding else Level.SOON,
        register="concerns",
        ids=(concern.id,),
    )
