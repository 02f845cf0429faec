"""Appendix 1: every action with its progress, over as many pages as it takes."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor

from socdesk.clock import day_in_text
from socdesk.figures.public_update import ActionRow, PublicUpdate
from socdesk.reports.house_style import CELL, CELL_HEAD, CELL_STRONG, RAG_LOOKS, rag_markup
from socdesk.reports.tagged.table import Cell
from socdesk.reports.telling import Telling
from socdesk.reports.wording import WORDS

_SHARES = (0.04, 0.255, 0.055, 0.119, 0.075, 0.253, 0.113, 0.09)
_RAG_COLUMN = 6


def add_action_plan(story: Telling, view: PublicUpdate) -> None:
    """Add the plan, or a sentence if there is no action yet."""
    if not view.actions:
        story.paragraph(WORDS.no_actions, "actions")
        return
    tints: list[Any] = [
        ("BACKGROUND", (_RAG_COLUMN, line), (_RAG_COLUMN, line), HexColor(RAG_LOOKS[row.rag_code].tint))
        for line, row in enumerate(view.actions, 1)
    ]
    story.table(
        WORDS.actions_caption.format(number=story.next_table(), as_at=day_in_text(view.as_at)),
        [Cell(words, CELL_HEAD, "Column") for words in WORDS.actions_head],
        [_row(story, row) for row in view.actions],
        [story.width * share for share in _SHARES],
        extra_style=tints,
        note="actions",
    )


def _row(story: Telling, row: ActionRow) -> list[Cell]:
    where = f"action {row.reference}"
    texts = (row.wording, row.pillar, row.lead_post, row.due_words, row.progress.strip() or WORDS.no_progress)
    return [
        Cell(story.safe.markup(row.reference, where), CELL_STRONG, "Row"),
        *[Cell(story.safe.markup(text, where), CELL) for text in texts],
        Cell(_status(story, row, where), CELL),
        Cell(story.safe.markup(", ".join(row.evidence) or WORDS.no_evidence, where), CELL),
    ]


def _status(story: Telling, row: ActionRow, where: str) -> str:
    """Return RAG with shape and word, and the status below it where that says more."""
    rag = rag_markup(row.rag_code, story.safe.markup(row.rag_words, where))
    status = story.safe.markup(row.status_words, where)
    same = row.status_words.casefold() in row.rag_words.casefold()
    return rag if same or not status else f"{rag}<br/>{status}"
