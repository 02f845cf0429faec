"""Tells a paper from top to bottom: each deed adds what is drawn and the element it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus.doctemplate import NextPageTemplate
from reportlab.platypus.flowables import CondPageBreak, Flowable, HRFlowable, KeepTogether, PageBreak, Spacer
from reportlab.platypus.tables import Table

from socdesk.reports.counting import Counting
from socdesk.reports.fonts import REGULAR
from socdesk.reports.house_style import BODY, CAPTION, HEADINGS, LIST, NAVY, TABLE_STYLE, TITLE_IN_CAPITALS
from socdesk.reports.safe_text import SafeText
from socdesk.reports.tagged.figure import TaggedFigure
from socdesk.reports.tagged.lists import tagged_list
from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.paragraph import Bookmark, TaggedParagraph
from socdesk.reports.tagged.table import Cell, tagged_table

_ROOM_AFTER_HEADING = {1: 0.0, 2: 25 * mm, 3: 20 * mm}
_ROOM_FOR_TABLE = 40 * mm
_SHORT_TABLE = 8  # rows that stay on one page


class Story(Counting):
    """What is drawn, in order, and the tree of what it means. All typed words pass through ``safe``."""

    def __init__(self, safe: SafeText, *, title: str, size: tuple[float, float]) -> None:
        super().__init__()
        self.safe = safe
        self.root = Node("Document", title=title)
        self.width, self.height = size  # of what a page can hold, in points
        self.flowables: list[Flowable] = []
        self._headings = 0

    def heading(self, level: int, text: str, where: str, *, capitals: bool = False) -> None:
        """Add a heading and its outline entry; ``capitals`` are drawn, the words are read as written."""
        plain = self.safe.plain(text, where)
        drawn = self.safe.markup(plain.upper() if capitals else plain, where)
        node = Node(f"H{level}", self.root, title=plain, actual_text=plain if capitals else "")
        self._headings += 1
        mark = Bookmark(f"heading-{self._headings}", level - 1, plain)
        if not self._ends_with_heading():
            self.flowables.append(CondPageBreak(_ROOM_AFTER_HEADING[level]))
        style = TITLE_IN_CAPITALS if capitals else HEADINGS[level]
        paragraph = TaggedParagraph(drawn, style, node=node, bookmark=mark)
        paragraph.keepWithNext = 1
        self.flowables.append(paragraph)

    def paragraph(self, text: str, where: str, style: ParagraphStyle = BODY) -> None:
        """Add a paragraph, unless it says nothing."""
        markup = self.safe.markup(text, where)
        if markup:
            self.flowables.append(TaggedParagraph(markup, style, node=Node("P", self.root)))

    def items(self, texts: Sequence[str], where: str, *, numbered: bool = False) -> None:
        """Add a list, without the items that say nothing."""
        self.flowables += self._list(texts, where, numbered=numbered)

    def box(self, lead: str, texts: Sequence[str], where: str) -> None:
        """Add a paragraph and a numbered list inside a rule, as recommendations stand."""
        inside: list[Flowable] = [TaggedParagraph(self.safe.markup(lead, where), BODY, node=Node("P", self.root))]
        inside += self._list(texts, where, numbered=True)
        style: list[Any] = [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("BOX", (0, 0), (-1, -1), 1.1, NAVY),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 7),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
        frame = Table([[inside]], colWidths=[self.width], splitInRow=1, style=style, hAlign="LEFT", spaceAfter=8)
        self.flowables.append(frame)

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
        """Add a table with its caption above; short ones stay on one page."""
        label = Node("Caption")
        heading = TaggedParagraph(self.safe.markup(caption, note), CAPTION, node=label)
        table = tagged_table(
            self.root,
            head,
            body,
            widths,
            [*TABLE_STYLE, *extra_style],
            font=REGULAR,
            page_height=self.height,
            caption=label,
        )
        headings = self._take_headings()
        if len(body) <= _SHORT_TABLE:
            self.flowables.append(KeepTogether([*headings, heading, table]))
        else:
            self.flowables += [CondPageBreak(_ROOM_FOR_TABLE), *headings, heading, table]

    def figure(self, drawing: Drawing, alt: str, caption: str, where: str) -> None:
        """Add a drawing with alternative text, and its caption above."""
        node = Node("Figure", self.root, alt=self.safe.plain(alt, where))
        label = Node("Caption", node)
        heading = TaggedParagraph(self.safe.markup(caption, where), CAPTION, node=label)
        self.flowables.append(KeepTogether([*self._take_headings(), heading, TaggedFigure(drawing, node)]))

    def rule(self) -> None:
        """Draw a line across the page; it means nothing, and a screen reader passes over it."""
        self.flowables.append(HRFlowable("100%", 0.9, color=NAVY, spaceBefore=6, spaceAfter=0))

    def gap(self) -> None:
        """Leave some room."""
        self.flowables.append(Spacer(1, 12))

    def turn_page(self, template: str, size: tuple[float, float]) -> None:
        """Go on a new page of another shape."""
        self.flowables += [NextPageTemplate(template), PageBreak()]
        self.width, self.height = size

    def _list(self, texts: Sequence[str], where: str, *, numbered: bool) -> list[TaggedParagraph]:
        markups = [markup for markup in (self.safe.markup(text, where) for text in texts) if markup]
        return tagged_list(self.root, markups, LIST, numbered=numbered) if markups else []

    def _ends_with_heading(self) -> bool:
        last = self.flowables[-1] if self.flowables else None
        return isinstance(last, TaggedParagraph) and last.bookmark is not None

    def _take_headings(self) -> list[Flowable]:
        """Take the headings that stand last, so that they can be kept with what follows.

        Left to themselves they would drag a whole table along, or stay behind alone at the foot of a page.
        """
        taken: list[Flowable] = []
        while self._ends_with_heading():
            heading = self.flowables.pop()
            heading.keepWithNext = 0
            taken.insert(0, heading)
        return taken
