"""The papers made so far, newest meeting first, in words for a table of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk
from socdesk.desk.papers.kinds import layout_of
from socdesk.desk.words import DeskWords
from socdesk.registers.declared.papers import PAPERS, Paper
from socdesk.reports.catalogue import paper_kind

_DIGITS_SHOWN = 12


@dataclass(frozen=True)
class PaperRow:
    """One paper. ``seal`` is the beginning of the SHA-256 of an issued file."""

    id: str
    reference: str
    kind: str
    meeting: str
    as_at: str
    layout: str
    state: str
    when: str
    by: str
    seal: str


def paper_rows(desk: Desk) -> tuple[PaperRow, ...]:
    """Return every paper on the desk."""
    words = DeskWords(desk)
    papers = sorted(desk.read.page(PAPERS), key=_meeting, reverse=True)
    return tuple(_row(each, words) for each in papers)


def _meeting(paper: Paper) -> tuple[date, str]:
    return paper.meeting or date.min, paper.reference


def _row(paper: Paper, words: DeskWords) -> PaperRow:
    layout = layout_of(paper)
    return PaperRow(
        id=paper.id,
        reference=paper.reference,
        kind=paper_kind(paper.composer).name,
        meeting=day_in_table(paper.meeting) if paper.meeting else "",
        as_at=day_in_table(paper.as_at) if paper.as_at else "",
        layout=layout.name if layout else "One page",
        state=words.label("report_state", paper.stage),
        when=_moment(paper.issued or paper.changed_at),
        by=words.title(paper.changed_by),
        seal=paper.sha256[:_DIGITS_SHOWN],
    )


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    local = moment.astimezone(LONDON)
    return f"{day_in_table(local.date())}, {local:%H:%M}"
