"""Random stories on small pages: the text of every element equals its source, however it is split."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

import pytest
from helpers.pdf_tree import Element, fold_space, read_tree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.doctemplate import PageTemplate
from reportlab.platypus.frames import Frame

from socdesk.reports.fonts import REGULAR, register_fonts
from socdesk.reports.house_style import BODY, CELL, LIST, TABLE_STYLE
from socdesk.reports.tagged.canvas import PaperSetup
from socdesk.reports.tagged.document import colour_profile, render
from socdesk.reports.tagged.lists import tagged_list
from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.paragraph import TaggedParagraph
from socdesk.reports.tagged.patches import apply_patches
from socdesk.reports.tagged.table import Cell, tagged_table
from socdesk.reports.tagged.xmp import DocumentFacts

WORDS = st.text("abcdefghij", min_size=1, max_size=12) | st.just("unbreakable" * 5)
RUNS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
MARKUPS = st.sampled_from(
    ["{}", "<b>{}</b>", '<a href="https://x.example/1">{}</a>', "{}<br/>after", "<u>{}</u>", "{}"]
)
TEXT = st.lists(st.builds(str.format, MARKUPS, RUNS), min_size=1, max_size=8).map(" ".join)
PIECE = st.one_of(
    st.tuples(st.just("paragraph"), TEXT, st.sampled_from([0, 1, 2, 4])),
    st.tuples(st.just("list"), st.lists(TEXT, min_size=1, max_size=3), st.booleans()),
    st.tuples(st.just("table"), st.lists(st.lists(RUNS, min_size=2, max_size=2), min_size=1, max_size=6), st.none()),
)


class Teller:
    def __init__(self, width: float, height: float) -> None:
        apply_patches()
        register_fonts()
        self.size = (width, height)
        self.root = Node("Document", title="Story")
        self.story: list[Any] = [TaggedParagraph("Story", BODY, node=Node("H1", self.root))]

    def add(self, kind: str, content: Any, extra: Any) -> None:
        if kind == "paragraph":
            style = ParagraphStyle("random", BODY, alignment=extra, fontSize=9, leading=11)
            self.story.append(TaggedParagraph(content, style, node=Node("P", self.root)))
        elif kind == "list":
            self.story += tagged_list(self.root, content, LIST, numbered=extra)
        else:
            head = [Cell("First", CELL, "Column"), Cell("Second", CELL, "Column")]
            body = [[Cell(row[0], CELL, "Row"), Cell(row[1], CELL)] for row in content]
            half = self.size[0] / 2
            table = tagged_table(
                self.root, head, body, [half, half], TABLE_STYLE, font=REGULAR, page_height=self.size[1]
            )
            self.story.append(table)

    def pdf(self) -> bytes:
        frame = Frame(30, 30, *self.size, 0, 0, 0, 0, id="small")
        template = PageTemplate("small", [frame], pagesize=(self.size[0] + 60, self.size[1] + 60))
        facts = DocumentFacts("Story", "Nobody", "Words", "Test")
        setup = PaperSetup(self.root, facts, date(2026, 1, 1), colour_profile())
        return render(self.story, [template], setup, font=REGULAR).pdf


def sources(flowables: list[Any]) -> dict[Node, str]:
    found: dict[Node, str] = {}
    for flowable in flowables:
        if isinstance(flowable, TaggedParagraph):
            found[flowable.node] = flowable.plain
            if flowable.label is not None:
                found[flowable.label] = str(flowable.bulletText)
        for row in getattr(flowable, "_cellvalues", ()):
            found |= sources(
                [cell for value in row for cell in (value if isinstance(value, (list, tuple)) else [value])]
            )
    return found


def compare(node: Node, element: Element, texts: dict[Node, str]) -> None:
    assert node.role == element.role
    if node in texts:
        assert element.text == fold_space(texts[node])
        return
    assert len(node.kids) == len(element.kids)
    for kid, found in zip(node.kids, element.kids, strict=True):
        compare(kid, found, texts)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECE, min_size=1, max_size=6), st.integers(150, 260), st.integers(110, 240))
def test_every_element_reads_as_its_source(pieces, width, height):
    teller = Teller(width, height)
    for piece in pieces:
        teller.add(*piece)
    texts = sources(teller.story)

    compare(teller.root, read_tree(teller.pdf()), texts)


def test_a_link_over_lines_and_pages_is_one_element_that_says_its_words():
    teller = Teller(150, 110)
    words = " ".join(f"word{n}" for n in range(80))
    teller.add("paragraph", f'before <a href="https://x.example/">{escape(words)}</a> after', 0)

    (link,) = read_tree(teller.pdf()).all("Link")

    assert link.text == words


@pytest.mark.parametrize("markup", ['<a href="https://x.example/">whole</a>', 'a <a href="mailto:a@x.example">b</a>'])
def test_a_link_has_its_annotation_in_the_tree(markup):
    import io

    import pikepdf

    teller = Teller(200, 110)
    teller.add("paragraph", markup, 0)

    with pikepdf.open(io.BytesIO(teller.pdf())) as pdf:
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.Contents) in {"whole", "b"}
        assert int(annotation.F) == 4
        assert "/StructParent" in annotation
