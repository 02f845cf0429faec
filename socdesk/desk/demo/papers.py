"""The papers of the demonstration: real ones, made and issued at their moments, so that the next has a last report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from socdesk.clock import london_day
from socdesk.desk.demo.script import Interlude
from socdesk.desk.demo.working_time import moment, quarter_ends, working_days_later
from socdesk.desk.desk import Desk
from socdesk.desk.papers.making import make_committee_update
from socdesk.jobs import SilentProgress

_DAYS_TO_WRITE, _DAYS_TO_MEET = 15, 10
"""Working days from the end of a quarter to the issue of its paper, and from there to the meeting (domain.md 2.4)."""

_LAST = 2
"""How many papers there are: two, so that the last one tells what changed."""


def issued_papers(begins: datetime, present: datetime) -> Iterator[Interlude]:
    """Return the issue of the last papers before the present, each as at the end of its quarter."""
    ends = quarter_ends(london_day(begins), london_day(present))
    issues = [(end, working_days_later(end, _DAYS_TO_WRITE)) for end in ends]
    past = [(end, day) for end, day in issues if moment(day, 10) < present]
    return (_issue(end, day) for end, day in past[-_LAST:])


def _issue(as_at: date, day: date) -> Interlude:
    meeting = working_days_later(day, _DAYS_TO_MEET)

    def issue(desk: Desk) -> object:
        return make_committee_update(desk, as_at=as_at, meeting=meeting, progress=SilentProgress(), issue=True)

    return Interlude(at=moment(day, 10), do=issue)
