"""A paper as it stands or shall stand: its record, its sections, and all that it is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from socdesk.desk.desk import Desk
from socdesk.desk.papers.errors import NoSuchPaperError, SettledPaperError, known_layout
from socdesk.desk.papers.kinds import COMMITTEE_UPDATE, MEMBER_GUIDE, Kind, kind_of, layout_of
from socdesk.registers.declared.papers import PAPER_SECTIONS, PAPERS, Paper, PaperSection
from socdesk.registers.register import Record, State, new_id
from socdesk.settings import LAYOUT
from socdesk.storage.record_store import Query

GONE = frozenset({"WITHDRAWN", "SUPERSEDED"})
SETTLED = frozenset({"ISSUED", "PUBLISHED"})
"""Stages in which a paper stands no more, and in which it stays as it is."""


@dataclass(frozen=True)
class Wish:
    """Which paper is wanted. Without a layout it is the one of the desk's settings; guides have one only."""

    as_at: date
    meeting: date
    composer: str = COMMITTEE_UPDATE
    layout: str = ""
    body: str = ""


@dataclass(frozen=True)
class Plan:
    """A paper, the texts of its sections by key, and what it is made from. ``fresh`` is not kept on the desk yet."""

    paper: Paper
    sections: Mapping[str, PaperSection]
    inputs: Any
    fresh: bool

    @property
    def kind(self) -> Kind:
        """The kind of the paper."""
        return kind_of(self.paper.composer)

    @property
    def texts(self) -> dict[str, str]:
        """What is printed: the officer's own words, or else the draft; nothing of what is left out."""
        return {key: each.own_words or each.drafted for key, each in self.sections.items() if each.state is State.LIVE}

    @property
    def puts(self) -> tuple[Record, ...]:
        """What is to be kept, if it is fresh."""
        return (self.paper, *self.sections.values()) if self.fresh else ()


def plan(desk: Desk, wish: Wish, *, refresh: bool = False) -> Plan:
    """Return the paper that stands for a wish, or a fresh one; ``refresh`` drafts it anew from what is known now.

    Raises:
        UnknownLayoutError: there is no such layout.
        SettledPaperError: fresh figures are wanted in an issued paper.
        DayOutsideError: the desk knows nothing as at that day.

    """
    layout = _layout_key(desk, wish)
    standing = _standing(desk, wish, layout)
    if standing is not None:
        return plan_of(desk, standing, refresh=refresh)
    return _drafted(desk, _new(wish, layout))


def plan_of(desk: Desk, paper: Paper, *, refresh: bool = False, inputs: Any = None) -> Plan:
    """Return a paper as it stands, or drafted anew; ``inputs`` are what it is made from, if they are known already.

    Raises:
        SettledPaperError: fresh figures are wanted in an issued paper.

    """
    if refresh and paper.stage in SETTLED:
        raise SettledPaperError(paper.reference)
    if refresh:
        return _drafted(desk, paper)
    inputs = kind_of(paper.composer).inputs(desk, paper) if inputs is None else inputs
    return Plan(paper, plan_sections(desk, paper), inputs, fresh=False)


def paper_of(desk: Desk, paper_id: str) -> Paper:
    """Return a paper by its id.

    Raises:
        NoSuchPaperError: there is none any more.

    """
    paper = desk.read.get(PAPERS, paper_id)
    if paper is None or paper.state is not State.LIVE:
        raise NoSuchPaperError
    return paper


def _layout_key(desk: Desk, wish: Wish) -> str:
    if wish.composer == MEMBER_GUIDE:
        return MEMBER_GUIDE
    return known_layout(wish.layout or desk.setting(LAYOUT)).key


def _standing(desk: Desk, wish: Wish, layout: str) -> Paper | None:
    equal = {"as_at": wish.as_at.isoformat(), "meeting": wish.meeting.isoformat(), "layout": layout}
    found = desk.read.page(PAPERS, Query(equal=equal))
    return next((each for each in found if each.composer == wish.composer and each.stage not in GONE), None)


def _new(wish: Wish, layout: str) -> Paper:
    return Paper(
        id=new_id(),
        title=kind_of(wish.composer).title(wish.meeting),
        composer=wish.composer,
        layout=layout,
        meeting=wish.meeting,
        body=wish.body,
        as_at=wish.as_at,
    )


def _drafted(desk: Desk, paper: Paper) -> Plan:
    """Tie a paper to what is known now, and draft its sections; the officer's own words stay."""
    head = desk.store.writer.head
    layout = layout_of(paper)
    paper = replace(
        paper,
        compared_with=_last_report(desk, paper),
        layout_version=layout.version if layout else None,
        snapshot_seq=head.seq,
        snapshot_head=head.line,
    )
    kind = kind_of(paper.composer)
    inputs = kind.inputs(desk, paper)
    standing = plan_sections(desk, paper)
    drafted = {each.key: each.text for each in kind.drafts(inputs)}
    sections = {
        key: replace(
            standing.get(key) or PaperSection(id=new_id(), parent=paper.id, key=key), drafted=drafted.get(key, "")
        )
        for key in dict.fromkeys((*drafted, *standing, *sorted(_places_of(paper))))
    }
    return Plan(paper, sections, inputs, fresh=True)


def _places_of(paper: Paper) -> frozenset[str]:
    """Return the keys of the sections that have a place in the paper's layout, drafted or not."""
    layout = layout_of(paper)
    return layout.sections if layout else frozenset()


def _last_report(desk: Desk, paper: Paper) -> date | None:
    """Return the day of the figures in the last report to the same body; a draft has never been before it."""
    as_at = paper.as_at
    if as_at is None or paper.composer != COMMITTEE_UPDATE:
        return None
    papers = desk.read.page(PAPERS, Query(equal={"layout": paper.layout}))
    days = (each.as_at for each in papers if each.composer == paper.composer and each.stage in SETTLED)
    return max((day for day in days if day and day < as_at), default=None)


def plan_sections(desk: Desk, paper: Paper) -> dict[str, PaperSection]:
    """Return the sections of a paper that are kept on the desk, also those left out of it, by key."""
    if not paper.version:
        return {}
    ours = Query(parents=(paper.id,), states=(State.LIVE, State.BINNED))
    return {each.key: each for each in desk.read.page(PAPER_SECTIONS, ours)}
