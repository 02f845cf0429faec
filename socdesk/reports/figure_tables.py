"""Indicators and training coverage as tables: every figure with its fraction and its day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from socdesk.clock import day_in_paper, day_in_text
from socdesk.figures.public_update import KpiRow, PublicUpdate, Quantity
from socdesk.reports.coverage_words import CoverageWords
from socdesk.reports.house_style import CELL, CELL_HEAD, CELL_HEAD_RIGHT, CELL_RIGHT, CELL_STRONG, SMALL
from socdesk.reports.tagged.table import Cell
from socdesk.reports.telling import Telling
from socdesk.reports.wording import WORDS

_KPI_SHARES = (0.08, 0.26, 0.172, 0.172, 0.076, 0.12, 0.12)
_CLOSE: list[Any] = [("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
_COVERAGE_SHARES = (0.275, 0.175, *(0.11,) * 5)
_NARROW: list[Any] = [("LEFTPADDING", (2, 0), (-1, -1), 2), ("RIGHTPADDING", (2, 0), (-1, -1), 4)]


def add_kpi_table(story: Telling, view: PublicUpdate) -> None:
    """Add the indicators, or a sentence if there is none."""
    if not view.kpis:
        story.paragraph(WORDS.no_kpis, "kpis")
        return
    head = [Cell(words, CELL_HEAD, "Column") for words in WORDS.kpi_head]
    story.table(
        WORDS.kpi_caption.format(number=story.next_table()),
        head,
        [_kpi_row(story, row) for row in view.kpis],
        [story.width * share for share in _KPI_SHARES],
        extra_style=_CLOSE,
        note="kpis",
    )
    story.paragraph(WORDS.kpi_note.format(as_at=day_in_text(view.as_at)), "kpis", SMALL)


def add_coverage_table(story: Telling, view: PublicUpdate, rows: Sequence[CoverageWords], number: int) -> None:
    """Add the data table behind the coverage chart; ``number`` is the one that the chart points to."""
    first, share, *rest = WORDS.coverage_head
    head = [Cell(words, CELL_HEAD, "Column") for words in (first, share)]
    head += [Cell(words, CELL_HEAD_RIGHT, "Column") for words in rest]
    story.table(
        WORDS.coverage_caption.format(number=number, as_at=day_in_text(view.as_at)),
        head,
        [_coverage_row(story, row) for row in rows],
        [story.width * share for share in _COVERAGE_SHARES],
        extra_style=_NARROW,
        note="coverage",
    )


def _kpi_row(story: Telling, row: KpiRow) -> list[Cell]:
    where = f"indicator {row.reference}"
    rest = (
        row.measure,
        row.this_period.words,
        _last(row.last_period),
        row.target.strip() or WORDS.no_target,
        row.trend_words,
        day_in_paper(row.census),
    )
    return [
        Cell(story.safe.markup(row.reference, where), CELL_STRONG, "Row"),
        *[Cell(story.safe.markup(text, where), CELL) for text in rest],
    ]


def _last(quantity: Quantity | None) -> str:
    return WORDS.not_measured if quantity is None else quantity.words


def _coverage_row(story: Telling, row: CoverageWords) -> list[Cell]:
    share, *numbers = row.cells
    return [
        Cell(story.safe.markup(row.name, "coverage"), CELL_STRONG, "Row"),
        Cell(story.safe.markup(share, "coverage"), CELL),
        *[Cell(story.safe.markup(number, "coverage"), CELL_RIGHT) for number in numbers],
    ]
