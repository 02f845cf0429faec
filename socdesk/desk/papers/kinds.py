"""How each kind of paper is made from a snapshot: what it needs, what is drafted, and what of it the public may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from socdesk.clock import day_in_text
from socdesk.desk.desk import Desk
from socdesk.desk.papers.guide_inputs import guide_inputs
from socdesk.desk.papers.update_inputs import update_inputs
from socdesk.figures.committee_update_view import public_update
from socdesk.figures.drafts import Draft, drafts, headings
from socdesk.figures.member_guide import HEADINGS, GuideInputs, guide_drafts, public_guide
from socdesk.figures.update_inputs import UpdateInputs
from socdesk.registers.declared.papers import Paper
from socdesk.reports.layouts import Layout, layout

COMMITTEE_UPDATE = "committee-update"
MEMBER_GUIDE = "member-guide"


@dataclass(frozen=True)
class Kind:
    """One kind of paper. ``inputs`` are its own, and go to ``drafts``, ``headings`` and ``view`` alone."""

    noun: str
    title: Callable[[date], str]
    inputs: Callable[[Desk, Paper], Any]
    drafts: Callable[[Any], tuple[Draft, ...]]
    headings: Callable[[Any], Mapping[str, str]]
    view: Callable[[Any, Mapping[str, str]], Any]


def kind_of(composer: str) -> Kind:
    """Return the kind that a composer's papers are of; raise KeyError where there is none."""
    return _KINDS[composer]


def layout_of(paper: Paper) -> Layout | None:
    """Return a paper's layout; guides have none."""
    return None if paper.composer == MEMBER_GUIDE else layout(paper.layout)


def _update_inputs(desk: Desk, paper: Paper) -> UpdateInputs:
    as_at, meeting = _days(paper)
    seq = paper.snapshot_seq
    before = desk.snapshot(paper.compared_with, seq=seq) if paper.compared_with else None
    body = paper.body or layout(paper.layout).body
    return update_inputs(desk.snapshot(as_at, seq=seq), before, meeting=meeting, body=body, demo=desk.demo)


def _guide_inputs(desk: Desk, paper: Paper) -> GuideInputs:
    as_at, day = _days(paper)
    return guide_inputs(desk.snapshot(as_at, seq=paper.snapshot_seq), day=day, demo=desk.demo)


def _days(paper: Paper) -> tuple[date, date]:
    if paper.as_at is None or paper.meeting is None:  # both are required fields
        raise ValueError("a paper without its days")
    return paper.as_at, paper.meeting


_KINDS = {
    COMMITTEE_UPDATE: Kind(
        noun="committee update",
        title=lambda day: f"Committee update for {day_in_text(day)}",
        inputs=_update_inputs,
        drafts=drafts,
        headings=headings,
        view=public_update,
    ),
    MEMBER_GUIDE: Kind(
        noun="guide for new members",
        title=lambda day: f"Guide for new members, {day_in_text(day)}",
        inputs=_guide_inputs,
        drafts=guide_drafts,
        headings=lambda _inputs: HEADINGS,
        view=public_guide,
    ),
}
