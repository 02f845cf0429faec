"""The tagged layer fails closed: what would not be accessible is never written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from reportlab.graphics.shapes import Drawing, String
from reportlab.platypus.doctemplate import PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame
from reportlab.platypus.paragraph import Paragraph

from socdesk.reports.fonts import REGULAR, register_fonts
from socdesk.reports.house_style import BODY
from socdesk.reports.tagged.canvas import PaperSetup
from socdesk.reports.tagged.document import colour_profile, render
from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.figure import TaggedFigure
from socdesk.reports.tagged.marks import Closing, Opening, TaggedBlock, wrap_artifacts
from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.paragraph import TaggedParagraph
from socdesk.reports.tagged.patches import apply_patches, to_unicode_map
from socdesk.reports.tagged.structure_tree import pdf_text
from socdesk.reports.tagged.xmp import DocumentFacts


class Painter(Flowable):
    """Runs something on the canvas."""

    def __init__(self, paint: Any) -> None:
        super().__init__()
        self.width = self.height = 10
        self._paint = paint

    def wrap(self, *_: float) -> tuple[float, float]:
        return 10, 10

    def draw(self) -> None:
        self._paint(self.canv)


def built(*make: Any) -> bytes:
    """Build a paper from functions that take the root and return what is drawn."""
    apply_patches()
    register_fonts()
    root = Node("Document", title="T")
    story = [TaggedParagraph("Title", BODY, node=Node("H1", root)), *[each(root) for each in make]]
    template = PageTemplate("p", [Frame(30, 30, 300, 300, id="f")], pagesize=(360, 360))
    setup = PaperSetup(root, DocumentFacts("T", "A", "S", "C"), date(2026, 1, 1), colour_profile())
    return render(story, [template], setup, font=REGULAR).pdf


def paragraph(markup: str, role: str = "P") -> Any:
    return lambda root: TaggedParagraph(markup, BODY, node=Node(role, root))


def test_a_plain_story_is_written():
    assert built(paragraph("Words")).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: Paragraph("untagged", BODY), "outside every element"),
        (lambda _: Painter(lambda c: c.drawString(0, 0, "untagged")), "outside every element"),
        (paragraph("no glyph: 日"), r"U\+65E5"),
        (lambda root: Node("P", root) and Painter(lambda c: None), "P has no content"),
        (paragraph("skipped", "H3"), "level 3 follows level 1"),
        (paragraph('<a href="file:///etc/hostname">x</a>'), "neither to a web page"),
        (paragraph('<font name="Helvetica">x</font>'), "not embedded"),
        (lambda root: TaggedFigure(Drawing(9, 9), Node("Figure", root, alt=" ")), "no alternative text"),
        (lambda _: Painter(lambda c: c.linkURL("https://x.example", (0, 0, 9, 9))), "outside every paragraph"),
        (lambda _: Painter(lambda c: c.begin_artifact()), "unequally"),
    ],
)
def test_what_would_not_be_accessible_is_refused(make, words):
    with pytest.raises(TaggingError, match=words):
        built(make)


def test_a_paper_without_title_heading_is_refused():
    from socdesk.reports.tagged.document import check_headings

    with pytest.raises(TaggingError, match="level 1"):
        check_headings(Node("Document"))


def test_one_element_is_not_drawn_inside_another():
    def nest(canvas: Any) -> None:
        with canvas.marked(Node("P")), canvas.marked(Node("P")):
            pass

    with pytest.raises(TaggingError, match="inside"):
        built(lambda _: Painter(nest))


def test_a_drawing_with_a_foreign_font_is_refused():
    def figure(root: Node) -> TaggedFigure:
        drawing = Drawing(50, 20, initialFontName=REGULAR)
        drawing.add(String(0, 0, "x", fontName="Helvetica"))
        return TaggedFigure(drawing, Node("Figure", root, alt="A letter"))

    with pytest.raises(TaggingError, match="not embedded"):
        built(figure)


def test_a_loose_rule_becomes_furniture_and_state_is_left_alone():
    code = ["q", "1 w", "0 0 m 9 9 l S", "Q"]

    assert wrap_artifacts(code, 1) == ["q", "/Artifact <</Type /Layout>> BDC", "1 w", "0 0 m 9 9 l S", "EMC", "Q"]
    assert wrap_artifacts(["q", "1 w", "Q"], 1) == ["q", "1 w", "Q"]


def test_what_is_marked_is_left_as_it_is():
    code = [Opening("/P <</MCID 0>> BDC"), "BT (x) Tj ET", Closing("EMC"), TaggedBlock("BT /P BDC (y) Tj EMC ET")]

    assert wrap_artifacts(code, 1) == code


def test_text_strings_are_escaped_or_written_as_unicode():
    assert pdf_text("a (b) \\ c\n") == r"(a \(b\) \\ c\n)"
    assert pdf_text("é") == "<FEFF00E9>"


def test_the_map_to_unicode_has_no_zero_short_blocks_and_long_characters():
    source = to_unicode_map("F", [0, *range(65, 65 + 150), 0x1F642])

    assert "<00> <0000>" not in source
    assert "100 beginbfchar" in source
    assert "51 beginbfchar" in source
    assert "<D83DDE42>" in source


def test_patching_twice_is_patching_once():
    from reportlab.pdfbase import pdfdoc

    apply_patches()
    once = pdfdoc.PDFStream.format
    apply_patches()

    assert pdfdoc.PDFStream.format is once
