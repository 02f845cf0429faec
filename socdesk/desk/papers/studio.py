"""Where one paper is worked on in the window: shown as it would be printed now, checked, changed, refreshed, issued."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from socdesk.desk.deeds import Deed
from socdesk.desk.papers.errors import SettledPaperError
from socdesk.desk.papers.gate import KeptGate, looked_for
from socdesk.desk.papers.kinds import layout_of
from socdesk.desk.papers.making import finish, notices_of, seal_of, set_pages
from socdesk.desk.papers.places_of_leaks import LeakPlace, leak_places
from socdesk.desk.papers.planning import SETTLED, Plan, Wish, paper_of, plan, plan_of, plan_sections
from socdesk.desk.papers.section_rows import SectionRow, section_rows
from socdesk.jobs import Progress
from socdesk.registers.declared.papers import Paper, PaperSection
from socdesk.registers.register import State, new_id
from socdesk.reports.catalogue import PaperKind, paper_kind
from socdesk.reports.paper_text import PaperText
from socdesk.reports.web_page import web_page

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk

_CHANGED = "Changed a section of {reference}"


@dataclass(frozen=True)
class OpenedPaper:
    """A paper, what kind it is of, its layout in words, and its sections."""

    paper: Paper
    kind: PaperKind
    layout: str
    body: str
    sections: tuple[SectionRow, ...]

    @property
    def is_settled(self) -> bool:
        """Whether it was issued, and so stays as it is."""
        return self.paper.stage in SETTLED


@dataclass(frozen=True)
class Preview:
    """A paper as it would be printed now. Nothing of it is on the disk.

    ``as_issued`` is whether these are the bytes that were issued; nothing for a draft.
    """

    pdf: bytes = field(repr=False)
    pages: int
    text: PaperText = field(repr=False)
    web_page: bytes = field(repr=False)
    leaks: tuple[LeakPlace, ...] = field(repr=False)
    looked_for: str
    notices: tuple[str, ...]
    seal: str
    as_issued: bool | None

    @property
    def is_clean(self) -> bool:
        """Whether the leak check found nothing."""
        return not self.leaks


class Studio:
    """Works on the papers of an open desk. What it gathered for one preview serves the next."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._gate = KeptGate(desk)
        self._last: tuple[Paper, Plan] | None = None

    def begin(self, wish: Wish) -> tuple[Paper, bool]:
        """Return the paper that stands for a wish, drafting it if there is none; and whether it is new.

        Raises:
            DayOutsideError: the desk knows nothing as at that day.
            NoStrategyError: there is nothing to report on.

        """
        planned = plan(self._desk, wish)
        if not planned.fresh:
            return planned.paper, False
        return self._kept(planned, f"Drafted a {planned.kind.noun}"), True

    def _kept(self, planned: Plan, words: str) -> Paper:
        done = self._desk.do(Deed(words=words, puts=planned.puts))
        return next((each for each in done.records if isinstance(each, Paper)), planned.paper)

    def open(self, paper_id: str) -> OpenedPaper:
        """Return a paper to be worked on.

        Raises:
            NoSuchPaperError: it is not on the desk any more.

        """
        planned = self._plan(paper_id)
        layout = layout_of(planned.paper)
        return OpenedPaper(
            paper=planned.paper,
            kind=paper_kind(planned.paper.composer),
            layout=layout.name if layout else "One page",
            body=planned.paper.body or (layout.body if layout else ""),
            sections=section_rows(planned),
        )

    def _plan(self, paper_id: str) -> Plan:
        """Return a paper as it stands; what it is made from is gathered anew only where the paper itself changed."""
        paper = paper_of(self._desk, paper_id)
        last = self._last
        if last is not None and last[0] == paper:
            planned = plan_of(self._desk, paper, inputs=last[1].inputs)
        else:
            planned = plan_of(self._desk, paper)
        self._last = paper, planned
        return planned

    def preview(self, paper_id: str, typed: Mapping[str, str], progress: Progress) -> Preview:
        """Make a paper and check it; ``typed`` are the officer's words that are not kept yet, by section.

        Raises:
            NoSuchPaperError: it is not on the desk any more.
            CancelledError: the person has cancelled it, or wants a newer one.

        """
        progress.report(0, 0, "Reading the figures")
        planned = self._plan(paper_id)
        texts = _with_typed(planned, typed)
        _view, printed = set_pages(planned, texts, progress)
        gate = self._gate.get(progress)
        page = web_page(printed.text)
        leaks = gate.leaks_in(printed.pdf, progress) or gate.leaks_in_web_page(page)
        seal = seal_of(printed.pdf)
        paper = planned.paper
        return Preview(
            pdf=printed.pdf,
            pages=printed.pages,
            text=printed.text,
            web_page=page,
            leaks=leak_places(leaks, texts, printed.text),
            looked_for=looked_for(gate),
            notices=tuple(notices_of(printed)),
            seal=seal,
            as_issued=paper.sha256 == seal if paper.stage in SETTLED else None,
        )

    def write(self, paper_id: str, key: str, own_words: str) -> bool:
        """Keep the officer's own words of one section; tell whether that changed anything.

        Raises:
            SettledPaperError: the paper has been issued.
            NoSuchPaperError: it is not on the desk any more.

        """
        paper, section = self._section(paper_id, key)
        if section.own_words == own_words:
            return False
        self._put(paper, replace(section, own_words=own_words), _CHANGED)
        return True

    def leave_out(self, paper_id: str, key: str, *, out: bool) -> None:
        """Leave a section out of the paper, or take it in again.

        Raises:
            SettledPaperError: the paper has been issued.
            NoSuchPaperError: it is not on the desk any more.

        """
        paper, section = self._section(paper_id, key)
        words = "Left a section out of {reference}" if out else "Took a section into {reference} again"
        self._put(paper, replace(section, state=State.BINNED if out else State.LIVE), words)

    def _section(self, paper_id: str, key: str) -> tuple[Paper, PaperSection]:
        paper = paper_of(self._desk, paper_id)
        if paper.stage in SETTLED:
            raise SettledPaperError(paper.reference, "its words stay as they are")
        standing = plan_sections(self._desk, paper)
        return paper, standing.get(key) or PaperSection(id=new_id(), parent=paper.id, key=key)

    def _put(self, paper: Paper, section: PaperSection, words: str) -> None:
        self._desk.do(Deed(words=words.format(reference=paper.reference), puts=(section,)))

    def refresh(self, paper_id: str, progress: Progress) -> Paper:
        """Take the figures as known now and draft the sections anew; the officer's own words stay.

        Raises:
            SettledPaperError: the paper has been issued.
            NoSuchPaperError: it is not on the desk any more.

        """
        progress.report(0, 0, "Reading the figures")
        planned = plan_of(self._desk, paper_of(self._desk, paper_id), refresh=True)
        return self._kept(planned, f"Refreshed the figures of {planned.paper.reference}")

    def issue(self, paper_id: str, progress: Progress) -> Paper:
        """Settle a paper: what is printed and the seal of its bytes are kept with it.

        Raises:
            LeakError: it holds something that is not public; nothing is kept.
            SettledPaperError: it was issued before.
            NoSuchPaperError: it is not on the desk any more.

        """
        paper = paper_of(self._desk, paper_id)
        if paper.stage in SETTLED:
            raise SettledPaperError(paper.reference, "it cannot be issued again")
        return finish(self._desk, plan_of(self._desk, paper), progress=progress, issue=True).paper

    def note(self, paper_id: str, what: str, seal: str) -> None:
        """Note in the chain of events that a paper left the desk: "paper saved" or "paper printed"."""
        paper = paper_of(self._desk, paper_id)
        self._desk.record_event(what, paper=paper.reference, sha256=seal)


def _with_typed(planned: Plan, typed: Mapping[str, str]) -> dict[str, str]:
    texts = planned.texts
    for key, words in typed.items():
        section = planned.sections.get(key)
        if section is None or section.state is State.LIVE:
            texts[key] = words or (section.drafted if section else "")
    return texts
