"""Makes a paper: snapshot, draft, the officer's words, view, bytes, leak check; then keeps it.

A paper is tied to its snapshot: made again, also after later edits, it has the same bytes, until the officer asks
for fresh figures or changes the words. Nothing is kept of a paper that the leak check refuses.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.papers.errors import SettledPaperError, UnknownLayoutError
from socdesk.desk.papers.gate import gate_of
from socdesk.desk.papers.kinds import layout_of
from socdesk.desk.papers.planning import SETTLED, Plan, Wish, plan
from socdesk.jobs import Progress
from socdesk.registers.declared.papers import Paper
from socdesk.reports.catalogue import paper_kind
from socdesk.reports.leaks.check import LeakError
from socdesk.reports.paper import Paper as Printed
from socdesk.reports.web_page import web_page

__all__ = ["MadePaper", "SettledPaperError", "UnknownLayoutError", "make_committee_update", "make_paper"]


@dataclass(frozen=True)
class MadePaper:
    """A finished paper: its record, what it says, its bytes as PDF and as a web page, and what to know."""

    paper: Paper
    view: Any = field(repr=False)
    pdf: bytes = field(repr=False)
    pages: int
    notices: tuple[str, ...]
    web_page: bytes = field(repr=False)


def make_committee_update(
    desk: Desk,
    *,
    as_at: date,
    meeting: date,
    progress: Progress,
    layout: str | None = None,
    refresh: bool = False,
    issue: bool = False,
) -> MadePaper:
    """Make the update for a meeting, with figures as at a day; see ``make_paper``."""
    wish = Wish(as_at=as_at, meeting=meeting, layout=layout or "")
    return make_paper(desk, wish, progress=progress, refresh=refresh, issue=issue)


def make_paper(desk: Desk, wish: Wish, *, progress: Progress, refresh: bool = False, issue: bool = False) -> MadePaper:
    """Make a paper; ``refresh`` takes its figures as known now.

    ``issue`` settles the paper: the record then keeps what was printed and the seal of its bytes.

    Raises:
        LeakError: the finished paper holds something that is not public; page and passage are named.
        DayOutsideError: the desk knows nothing as at that day.
        SettledPaperError: fresh figures were asked for in an issued paper.
        UnknownLayoutError: there is no such layout.

    """
    progress.report(0, 0, "Reading the figures")
    return finish(desk, plan(desk, wish, refresh=refresh), progress=progress, issue=issue)


def finish(desk: Desk, planned: Plan, *, progress: Progress, issue: bool) -> MadePaper:
    """Set, check and keep a planned paper.

    Raises:
        LeakError: the finished paper holds something that is not public; nothing is kept.

    """
    view, printed = set_pages(planned, planned.texts, progress)
    gate, page = gate_of(desk, progress), web_page(printed.text)
    leaks = gate.leaks_in(printed.pdf, progress) or gate.leaks_in_web_page(page)
    if leaks:
        raise LeakError(leaks)
    progress.report(0, 0, "Keeping the paper")
    made = _kept(desk, planned, view, printed, issue=issue)
    progress.report(1, 1)
    return replace(made, web_page=page)


def set_pages(planned: Plan, texts: dict[str, str], progress: Progress) -> tuple[Any, Printed]:
    """Return what a paper says with these texts, and its bytes."""
    paper = planned.paper
    view = planned.kind.view(planned.inputs, texts)
    return view, paper_kind(paper.composer).load()(view, layout_of(paper), progress)


def seal_of(pdf: bytes) -> str:
    """Return the seal of a file's bytes."""
    return hashlib.sha256(pdf).hexdigest()


def notices_of(printed: Printed) -> list[str]:
    """Return what could not be printed as typed, in words."""
    return [f"“{each.character}” in {each.field} cannot be printed; a box stands for it." for each in printed.notices]


def _kept(desk: Desk, planned: Plan, view: Any, printed: Printed, *, issue: bool) -> MadePaper:
    """Keep a new or refreshed paper, and what was printed if it is issued; note every making as an event."""
    digest = seal_of(printed.pdf)
    paper, puts = planned.paper, planned.puts
    notices = notices_of(printed)
    if issue and paper.stage not in SETTLED:
        paper = _issued(paper, view, digest, desk)
        puts = (paper, *(put for put in puts if put is not planned.paper))
    elif paper.stage in SETTLED and paper.sha256 != digest:
        notices.append("This is not the paper that was issued: its words were changed since.")
    if puts:
        noun = planned.kind.noun
        done = desk.do(Deed(words=f"Issued a {noun}" if issue else f"Drafted a {noun}", puts=puts))
        paper = next((record for record in done.records if isinstance(record, Paper)), paper)
    kind = "paper issued" if issue else "paper made"
    desk.record_event(kind, paper=paper.reference, sha256=digest, snapshot=planned.inputs.snapshot_head)
    return MadePaper(paper, view, printed.pdf, printed.pages, tuple(notices), b"")


def _issued(paper: Paper, view: Any, digest: str, desk: Desk) -> Paper:
    frozen = json.dumps(asdict(view), default=date.isoformat, ensure_ascii=False, sort_keys=True)
    return replace(paper, stage="ISSUED", issued=desk.clock(), sha256=digest, frozen_view=frozen)
