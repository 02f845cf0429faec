"""What the parts of a paper are told to: pages, or text. The same tellers make both, so that they say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle

from socdesk.reports.house_style import BODY
from socdesk.reports.safe_text import SafeText
from socdesk.reports.tagged.table import Cell


class Telling(Protocol):
    """Takes a paper from top to bottom. ``width`` and ``height`` are what a page can hold, in points."""

    safe: SafeText
    width: float
    height: float

    def heading(self, level: int, text: str, where: str, *, capitals: bool = False) -> None:
        """Add a heading; ``capitals`` are drawn, the words are read as written."""
        ...

    def paragraph(self, text: str, where: str, style: ParagraphStyle = BODY) -> None:
        """Add a paragraph, unless it says nothing."""
        ...

    def items(self, texts: Sequence[str], where: str, *, numbered: bool = False) -> None:
        """Add a list, without the items that say nothing."""
        ...

    def box(self, lead: str, texts: Sequence[str], where: str) -> None:
        """Add a paragraph and a numbered list, as recommendations stand."""
        ...

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
        ...

    def figure(self, drawing: Drawing, alt: str, caption: str, where: str) -> None:
        """Add a drawing with alternative text and its caption."""
        ...

    def rule(self) -> None:
        """Part what follows from what came before, to the eye."""
        ...

    def gap(self) -> None:
        """Leave some room."""
        ...

    def turn_page(self, template: str, size: tuple[float, float]) -> None:
        """Go on a new page of another shape."""
        ...

    def next_table(self) -> int:
        """Return the number of the next table."""
        ...

    def next_figure(self) -> int:
        """Return the number of the next figure."""
        ...
