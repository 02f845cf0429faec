"""Tells a paper as text: the same words in the same order as on its pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle

from socdesk.reports.counting import Counting
from socdesk.reports.house_style import BODY
from socdesk.reports.paper_text import (
    Block,
    FigureBlock,
    HeadingBlock,
    ListBlock,
    PaperText,
    TableBlock,
    TextCell,
    WordsBlock,
)
from socdesk.reports.safe_text import SafeText
from socdesk.reports.tagged.table import Cell


class TextStory(Counting):
    """Collects blocks. All typed words pass through ``safe``."""

    def __init__(self, safe: SafeText, *, size: tuple[float, float]) -> None:
        super().__init__()
        self.safe = safe
        self.width, self.height = size
        self.blocks: list[Block] = []

    def text(self, title: str) -> PaperText:
        """Return all that was told."""
        return PaperText(title, tuple(self.blocks))

    def heading(self, level: int, text: str, where: str, *, capitals: bool = False) -> None:
        """Add a heading in the words as written."""
        del capitals
        self.blocks.append(HeadingBlock(where, level, self.safe.markup(self.safe.plain(text, where), where)))

    def paragraph(self, text: str, where: str, style: ParagraphStyle = BODY) -> None:
        """Add a paragraph, unless it says nothing."""
        if markup := self.safe.markup(text, where):
            self.blocks.append(WordsBlock(where, markup, style.name))

    def items(self, texts: Sequence[str], where: str, *, numbered: bool = False) -> None:
        """Add a list, without the items that say nothing."""
        found = tuple(markup for markup in (self.safe.markup(text, where) for text in texts) if markup)
        if found:
            self.blocks.append(ListBlock(where, found, numbered))

    def box(self, lead: str, texts: Sequence[str], where: str) -> None:
        """Add a paragraph and a numbered list."""
        self.paragraph(lead, where)
        self.items(texts, where, numbered=True)

    def table(
        self,
        caption: str,
        head: Sequence[Cell],
        body: Sequence[Sequence[Cell]],
        widths: Sequence[float],
        *,
        extra_style: Sequence[Any] = (),
        note: str = "",
    ) -> None:
        """Add a table with its caption."""
        del widths, extra_style
        rows = tuple(tuple(TextCell(cell.markup, cell.heads) for cell in row) for row in (head, *body))
        self.blocks.append(TableBlock(note, self.safe.markup(caption, note), rows))

    def figure(self, drawing: Drawing, alt: str, caption: str, where: str) -> None:
        """Add what a drawing shows, in words."""
        del drawing
        self.blocks.append(FigureBlock(where, self.safe.markup(caption, where), self.safe.markup(alt, where)))

    def rule(self) -> None:
        """Do nothing: a line means nothing."""

    def gap(self) -> None:
        """Do nothing: there are no pages."""

    def turn_page(self, template: str, size: tuple[float, float]) -> None:
        """Do nothing but take the size: there are no pages."""
        del template
        self.width, self.height = size
