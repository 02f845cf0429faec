"""The committee update: from the public view to the bytes of a tagged PDF.

A pure function: the same view and layout give the same bytes, whenever, wherever and by whomever it is made.
"""

from __future__ import annotations

from socdesk.clock import day_in_text
from socdesk.figures.public_update import PublicUpdate
from socdesk.reports.fonts import REGULAR, prints, register_fonts
from socdesk.reports.heading_block import add_heading_block, paper_title
from socdesk.reports.layouts import Layout
from socdesk.reports.page_furniture import PORTRAIT, Furniture, page_templates, usable_size
from socdesk.reports.paper import Paper
from socdesk.reports.safe_text import SafeText
from socdesk.reports.story import Story
from socdesk.reports.tagged.canvas import PaperSetup
from socdesk.reports.tagged.document import Rendered, colour_profile, render
from socdesk.reports.tagged.patches import apply_patches
from socdesk.reports.tagged.xmp import DocumentFacts
from socdesk.reports.update_parts import UpdateTeller
from socdesk.reports.wording import WORDS


def compose(view: PublicUpdate, layout: Layout) -> Paper:
    """Return the paper of ``view`` as PDF/UA-1 and PDF/A-2a, with notices of characters that could not be printed.

    Raises:
        TaggingError: a fault of this program would make the paper inaccessible.

    """
    apply_patches()
    register_fonts()
    safe = SafeText(prints)
    pages = _render(view, layout, safe, pages=0).pages  # once to count the pages, once to print "Page 1 of 7"
    rendered = _render(view, layout, safe, pages=pages)
    return Paper(rendered.pdf, rendered.pages, tuple(safe.notices))


def _render(view: PublicUpdate, layout: Layout, safe: SafeText, *, pages: int) -> Rendered:
    title = safe.plain(paper_title(view), "title")
    story = Story(safe, title=title, size=usable_size(PORTRAIT))
    add_heading_block(story, view, layout)
    UpdateTeller(story, view, layout).tell()
    facts = DocumentFacts(
        title=title,
        author=safe.plain(view.council, "council"),
        subject=WORDS.subject.format(as_at=day_in_text(view.as_at)),
        creator=WORDS.creator,
    )
    setup = PaperSetup(story.root, facts, view.as_at, colour_profile())
    return render(story.flowables, page_templates(_furniture(view, layout, safe, pages)), setup, font=REGULAR)


def _furniture(view: PublicUpdate, layout: Layout, safe: SafeText, pages: int) -> Furniture:
    body = safe.plain(view.body or layout.body, "body")
    return Furniture(
        left=f"{body}, {day_in_text(view.meeting_day)}",
        marking=safe.plain(view.marking, "marking"),
        demo=view.demo,
        pages=pages,
    )
