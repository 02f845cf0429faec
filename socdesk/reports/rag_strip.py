"""The headline strip: one column for each RAG status, with shape, word, number and change."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor

from socdesk.clock import day_in_paper, day_in_text
from socdesk.figures.public_update import PublicUpdate, RagCount
from socdesk.reports.house_style import (
    CELL_HEAD,
    RAG_LOOKS,
    RULE,
    STRIP_CHANGE,
    STRIP_COUNT,
    STRIP_WORD,
    rag_markup,
)
from socdesk.reports.tagged.table import Cell
from socdesk.reports.telling import Telling
from socdesk.reports.wording import WORDS

_FIRST_COLUMN = 70.0
_INSET = 2


def add_rag_strip(story: Telling, view: PublicUpdate) -> None:
    """Add the strip, or a sentence if there is no action yet."""
    if not view.rag:
        story.paragraph(WORDS.no_actions, "rag")
        return
    column = (story.width - _FIRST_COLUMN) / len(view.rag)
    caption = WORDS.strip_caption.format(number=story.next_table(), as_at=day_in_text(view.as_at))
    story.table(
        caption,
        _head(story, view),
        [_counts(view), _changes(view)],
        [_FIRST_COLUMN, *[column] * len(view.rag)],
        extra_style=_tints(view),
        note="rag",
    )


def change_in_words(change: int | None) -> str:
    """Return a change with its direction in words, never a bare sign."""
    if change is None:
        return WORDS.first_time
    if not change:
        return WORDS.no_change
    return (WORDS.up if change > 0 else WORDS.down).format(number=abs(change))


def _head(story: Telling, view: PublicUpdate) -> list[Cell]:
    return [Cell(WORDS.strip_corner, CELL_HEAD, "Column"), *[_status(story, count) for count in view.rag]]


def _status(story: Telling, count: RagCount) -> Cell:
    return Cell(rag_markup(count.code, story.safe.markup(count.word, f"rag {count.code}")), STRIP_WORD, "Column")


def _counts(view: PublicUpdate) -> list[Cell]:
    cells = (f'<font color="{RAG_LOOKS[count.code].ink}">{count.count}</font>' for count in view.rag)
    return [Cell(WORDS.strip_count, CELL_HEAD, "Row"), *[Cell(cell, STRIP_COUNT) for cell in cells]]


def _changes(view: PublicUpdate) -> list[Cell]:
    words = WORDS.strip_change_first
    if view.previous_as_at is not None:
        words = WORDS.strip_change.format(previous=day_in_paper(view.previous_as_at))
    return [
        Cell(words, CELL_HEAD, "Row"),
        *[Cell(change_in_words(count.change), STRIP_CHANGE) for count in view.rag],
    ]


def _tints(view: PublicUpdate) -> list[Any]:
    tints = [
        ("BACKGROUND", (column, 0), (column, -1), HexColor(RAG_LOOKS[count.code].tint))
        for column, count in enumerate(view.rag, 1)
    ]
    return [
        *tints,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, RULE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, RULE),
        ("LEFTPADDING", (1, 0), (-1, -1), _INSET),
        ("RIGHTPADDING", (1, 0), (-1, -1), _INSET),
    ]
