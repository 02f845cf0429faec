"""The guide for new members: the four Ps and their roles on one page, from the public view to a tagged PDF."""

from __future__ import annotations

from socdesk.clock import day_in_text
from socdesk.figures.public_guide import PublicGuide
from socdesk.jobs import Progress, SilentProgress
from socdesk.reports.composing import PaperFacts, composed
from socdesk.reports.house_style import BLOCK, CELL, CELL_HEAD, CELL_STRONG, CLOSE_ROWS, COMPACT, DEMO, SMALL
from socdesk.reports.paper import Paper
from socdesk.reports.tagged.table import Cell
from socdesk.reports.telling import Telling
from socdesk.reports.wording import GUIDE_WORDS, WORDS

_PILLAR_SHARES = (0.12, 0.88)
_ROLE_SHARES = (0.08, 0.92)
_SILENT = SilentProgress()


def compose(view: PublicGuide, _layout: object = None, progress: Progress = _SILENT) -> Paper:
    """Return the guide as PDF/UA-1 and PDF/A-2a; there is one layout.

    Raises:
        TaggingError: a fault of this program would make the paper inaccessible.
        CancelledError: the person has cancelled it.

    """
    facts = PaperFacts(
        title=view.title,
        author=view.council,
        subject=GUIDE_WORDS.subject,
        as_at=view.as_at,
        left=f"{view.council}, {day_in_text(view.day)}",
        marking=view.marking,
        demo=view.demo,
    )
    return composed(facts, lambda story: _tell(story, view), progress)


def _tell(story: Telling, view: PublicGuide) -> None:
    if view.demo:
        story.paragraph(WORDS.demo_sentence, "demonstration", DEMO)
    story.paragraph(f"{view.council}, {day_in_text(view.day)}", "council", BLOCK)
    story.rule()
    story.heading(1, view.title, "title")
    _section(story, view, "introduction", heading=False)
    _section(story, view, "pillars")
    _pillars(story, view)
    _section(story, view, "roles")
    _roles(story, view)
    _section(story, view, "report")
    closing = GUIDE_WORDS.closing.format(as_at=day_in_text(view.as_at), marking=view.marking)
    head = f" {WORDS.record.format(head=view.snapshot_head)}" if view.snapshot_head else ""
    story.paragraph(f"{closing}{head}", "marking", SMALL)  # one paragraph: the guide is one page


def _section(story: Telling, view: PublicGuide, key: str, *, heading: bool = True) -> None:
    section = view.section(key)
    always = GUIDE_WORDS.headings.get(key, "")
    if heading and (section or always):
        story.heading(2, section.heading if section else always, f"section {key}")
    for text in section.paragraphs if section else ():
        story.paragraph(text, f"section {key}", COMPACT)


def _pillars(story: Telling, view: PublicGuide) -> None:
    if not view.pillars:
        story.paragraph(GUIDE_WORDS.no_pillars, "pillars")
        return
    told = any(row.meaning for row in view.pillars)
    head = GUIDE_WORDS.pillar_head if told else GUIDE_WORDS.pillar_head[:1]
    story.table(
        GUIDE_WORDS.pillar_caption.format(number=story.next_table()),
        [Cell(words, CELL_HEAD, "Column") for words in head],
        [
            [
                Cell(story.safe.markup(row.name, "pillars"), CELL_STRONG, "Row"),
                *([Cell(story.safe.markup(row.meaning, "pillars"), CELL)] if told else []),
            ]
            for row in view.pillars
        ],
        [story.width * share for share in (_PILLAR_SHARES if told else (1.0,))],
        extra_style=CLOSE_ROWS,
        note="pillars",
    )


def _roles(story: Telling, view: PublicGuide) -> None:
    if not view.roles:
        story.paragraph(GUIDE_WORDS.no_roles, "roles")
        return
    story.table(
        GUIDE_WORDS.role_caption.format(number=story.next_table()),
        [Cell(words, CELL_HEAD, "Column") for words in GUIDE_WORDS.role_head],
        [
            [
                Cell(story.safe.markup(row.reference, "roles"), CELL_STRONG, "Row"),
                Cell(story.safe.markup(row.wording, "roles"), CELL),
            ]
            for row in view.roles
        ],
        [story.width * share for share in _ROLE_SHARES],
        extra_style=CLOSE_ROWS,
        note="roles",
    )
