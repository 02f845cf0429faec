"""Makes a committee update: snapshot, draft, the officer's words, view, bytes, leak check; then keeps it.

A paper is tied to its snapshot: made again, also after later edits, it has the same bytes, until the officer asks
for fresh figures or changes the words. Nothing is kept of a paper that the leak check refuses.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date

from socdesk.clock import day_in_text
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.papers.private_words import private_words, public_words, published_contacts
from socdesk.desk.papers.update_inputs import update_inputs
from socdesk.errors import UserFacingError
from socdesk.figures.committee_update_view import public_update
from socdesk.figures.drafts import drafts
from socdesk.figures.public_update import PublicUpdate
from socdesk.figures.update_inputs import UpdateInputs
from socdesk.jobs import Progress
from socdesk.registers.declared.papers import PAPER_SECTIONS, PAPERS, Paper, PaperSection
from socdesk.registers.register import Record, new_id
from socdesk.reports.catalogue import paper_kind
from socdesk.reports.layouts import Layout, layout, layouts
from socdesk.reports.leaks.check import refuse_leaks
from socdesk.reports.paper import Paper as Printed
from socdesk.settings import LAYOUT
from socdesk.storage.record_store import Query

COMPOSER = "committee-update"
_GONE = frozenset({"WITHDRAWN", "SUPERSEDED"})
_SETTLED = frozenset({"ISSUED", "PUBLISHED"})
_STEPS = 5


class UnknownLayoutError(UserFacingError):
    """There is no layout of that name."""

    def __init__(self, key: str) -> None:
        known = ", ".join(each.key for each in layouts())
        super().__init__(f"There is no layout called “{key}”.", advice=f"Choose one of: {known}.")


class SettledPaperError(UserFacingError):
    """Fresh figures were asked for in a paper that has been issued."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference} has been issued, so its figures stay as they are.",
            advice="Make a paper for another meeting, or as at another day.",
        )


@dataclass(frozen=True)
class MadePaper:
    """A finished paper: its record, what it says, its bytes, and what its maker should know."""

    paper: Paper
    view: PublicUpdate = field(repr=False)
    pdf: bytes = field(repr=False)
    pages: int
    notices: tuple[str, ...]


@dataclass(frozen=True)
class _Plan:
    """A paper as it stands or shall stand, and the texts of its sections by key."""

    paper: Paper
    sections: Mapping[str, PaperSection]
    inputs: UpdateInputs
    fresh: bool

    @property
    def texts(self) -> dict[str, str]:
        return {key: each.own_words or each.drafted for key, each in self.sections.items()}

    @property
    def puts(self) -> tuple[Record, ...]:
        return (self.paper, *self.sections.values()) if self.fresh else ()


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
    """Make the update for a meeting, with figures as at a day; ``refresh`` takes them as known now.

    ``issue`` settles the paper: the record then keeps what was printed and the seal of its bytes.

    Raises:
        LeakError: the finished paper holds something that is not public; page and passage are named.
        DayOutsideError: the desk knows nothing as at that day.
        SettledPaperError: fresh figures were asked for in an issued paper.
        UnknownLayoutError: there is no such layout.

    """
    chosen = _layout(layout or desk.setting(LAYOUT))
    progress.report(0, _STEPS, "Reading the figures")
    plan = _plan(desk, chosen, as_at, meeting, refresh=refresh)
    progress.report(1, _STEPS, "Setting the pages")
    view = public_update(plan.inputs, plan.texts)
    printed: Printed = paper_kind(COMPOSER).load()(view, chosen, progress)
    progress.report(3, _STEPS, "Checking for leaks")
    known = public_words()
    refuse_leaks(printed.pdf, private_words(desk, known), public_words=known, allowed=published_contacts(desk))
    progress.report(4, _STEPS, "Keeping the paper")
    made = _kept(desk, plan, view, printed, issue=issue)
    progress.report(_STEPS, _STEPS)
    return made


def _layout(key: str) -> Layout:
    try:
        return layout(key)
    except KeyError as error:
        raise UnknownLayoutError(key) from error


def _plan(desk: Desk, chosen: Layout, as_at: date, meeting: date, *, refresh: bool) -> _Plan:
    paper = _standing(desk, chosen, as_at, meeting)
    if paper and refresh and paper.stage in _SETTLED:
        raise SettledPaperError(paper.reference)
    fresh = paper is None or refresh
    paper = _fresh_paper(desk, paper, chosen, as_at, meeting) if paper is None or refresh else paper
    seq = paper.snapshot_seq
    snapshot = desk.snapshot(as_at, seq=seq)
    before = desk.snapshot(paper.compared_with, seq=seq) if paper.compared_with else None
    inputs = update_inputs(snapshot, before, meeting=meeting, body=chosen.body, demo=desk.demo)
    return _Plan(paper, _sections(desk, paper, inputs, redraft=fresh), inputs, fresh)


def _standing(desk: Desk, chosen: Layout, as_at: date, meeting: date) -> Paper | None:
    equal = {"as_at": as_at.isoformat(), "meeting": meeting.isoformat(), "layout": chosen.key}
    found = desk.read.page(PAPERS, Query(equal=equal))
    return next((each for each in found if each.composer == COMPOSER and each.stage not in _GONE), None)


def _fresh_paper(desk: Desk, paper: Paper | None, chosen: Layout, as_at: date, meeting: date) -> Paper:
    head = desk.store.writer.head
    paper = paper or Paper(
        id=new_id(),
        title=f"Committee update for {day_in_text(meeting)}",
        composer=COMPOSER,
        layout=chosen.key,
        meeting=meeting,
        as_at=as_at,
    )
    return replace(
        paper,
        compared_with=_last_report(desk, chosen, as_at),
        layout_version=chosen.version,
        snapshot_seq=head.seq,
        snapshot_head=head.line,
    )


def _last_report(desk: Desk, chosen: Layout, as_at: date) -> date | None:
    """Return the day of the figures in the last report to the same body; a draft has never been before it."""
    papers = desk.read.page(PAPERS, Query(equal={"layout": chosen.key}))
    days = (each.as_at for each in papers if each.composer == COMPOSER and each.stage in _SETTLED)
    return max((day for day in days if day and day < as_at), default=None)


def _sections(desk: Desk, paper: Paper, inputs: UpdateInputs, *, redraft: bool) -> dict[str, PaperSection]:
    standing = {each.key: each for each in desk.read.children(PAPER_SECTIONS, paper.id)} if paper.version else {}
    if not redraft:
        return standing
    drafted = {each.key: each.text for each in drafts(inputs)}
    keys = dict.fromkeys((*drafted, *standing))
    return {
        key: replace(
            standing.get(key) or PaperSection(id=new_id(), parent=paper.id, key=key), drafted=drafted.get(key, "")
        )
        for key in keys
    }


def _kept(desk: Desk, plan: _Plan, view: PublicUpdate, printed: Printed, *, issue: bool) -> MadePaper:
    """Keep a new or refreshed paper, and what was printed if it is issued; note every making as an event."""
    digest = hashlib.sha256(printed.pdf).hexdigest()
    paper, puts = plan.paper, plan.puts
    notices = [
        f"“{each.character}” in {each.field} cannot be printed; a box stands for it." for each in printed.notices
    ]
    if issue and paper.stage not in _SETTLED:
        paper = _issued(paper, view, digest, desk)
        puts = (paper, *(put for put in puts if put is not plan.paper))
    elif paper.stage in _SETTLED and paper.sha256 != digest:
        notices.append("This is not the paper that was issued: its words were changed since.")
    if puts:
        words = "Issued a committee update" if issue else "Drafted a committee update"
        done = desk.do(Deed(words=words, puts=puts))
        paper = next((record for record in done.records if isinstance(record, Paper)), paper)
    desk.record_event("paper made", paper=paper.reference, sha256=digest, snapshot=plan.inputs.snapshot_head)
    return MadePaper(paper, view, printed.pdf, printed.pages, tuple(notices))


def _issued(paper: Paper, view: PublicUpdate, digest: str, desk: Desk) -> Paper:
    frozen = json.dumps(asdict(view), default=date.isoformat, ensure_ascii=False, sort_keys=True)
    return replace(paper, stage="ISSUED", issued=desk.clock(), sha256=digest, frozen_view=frozen)
