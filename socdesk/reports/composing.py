"""What all papers share: pages numbered in a second pass, furniture, facts of the file, and the same words as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from socdesk.jobs import Progress
from socdesk.reports.fonts import REGULAR, prints, register_fonts
from socdesk.reports.page_furniture import PORTRAIT, Furniture, page_templates, usable_size
from socdesk.reports.paper import Paper
from socdesk.reports.safe_text import SafeText
from socdesk.reports.story import Story
from socdesk.reports.tagged.canvas import PaperSetup
from socdesk.reports.tagged.document import Rendered, colour_profile, render
from socdesk.reports.tagged.patches import apply_patches
from socdesk.reports.tagged.xmp import DocumentFacts
from socdesk.reports.telling import Telling
from socdesk.reports.text_story import TextStory
from socdesk.reports.wording import WORDS

Tell = Callable[[Telling], None]
"""Tells one paper from top to bottom."""


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a paper's file and the foot of its pages say of it; ``left`` stands at the left of the foot."""

    title: str
    author: str
    subject: str
    as_at: date
    left: str
    marking: str
    demo: bool


def composed(facts: PaperFacts, tell: Tell, progress: Progress) -> Paper:
    """Return a paper as PDF/UA-1 and PDF/A-2a, and as text.

    Raises:
        TaggingError: a fault of this program would make the paper inaccessible.
        CancelledError: the person has cancelled it.

    """
    apply_patches()
    register_fonts()
    safe = SafeText(prints)
    making = _Making(facts, tell, safe, progress)
    pages = making.rendered(0).pages  # once to count the pages, once to print "Page 1 of 7"
    rendered = making.rendered(pages)
    text = TextStory(safe, size=usable_size(PORTRAIT))
    tell(text)
    return Paper(rendered.pdf, rendered.pages, tuple(safe.notices), text.text(safe.plain(facts.title, "title")))


@dataclass(frozen=True, slots=True)
class _Making:
    facts: PaperFacts
    tell: Tell
    safe: SafeText
    progress: Progress

    def rendered(self, pages: int) -> Rendered:
        """Lay the paper out; ``pages`` is their number, or 0 while it is not known."""
        facts, safe = self.facts, self.safe
        title = safe.plain(facts.title, "title")
        story = Story(safe, title=title, size=usable_size(PORTRAIT))
        self.tell(story)
        about = DocumentFacts(
            title=title, author=safe.plain(facts.author, "council"), subject=facts.subject, creator=WORDS.creator
        )
        setup = PaperSetup(story.root, about, facts.as_at, colour_profile())
        furniture = Furniture(
            left=safe.plain(facts.left, "body"),
            marking=safe.plain(facts.marking, "marking"),
            demo=facts.demo,
            pages=pages,
        )

        def turned(page: int) -> None:
            words = f"Setting page {page:,}" if pages else f"Counting pages, {page:,}"
            self.progress.report(page, pages, words)

        return render(story.flowables, page_templates(furniture), setup, font=REGULAR, turned=turned)
