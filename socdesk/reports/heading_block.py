"""The top of page one: who reports to whom, when, and about what."""

from __future__ import annotations

from socdesk.clock import day_in_text
from socdesk.figures.public_update import PublicUpdate
from socdesk.reports.house_style import BLOCK, BLOCK_RIGHT, BLOCK_STRONG, BLOCK_STRONG_RIGHT, DEMO
from socdesk.reports.layouts import Layout
from socdesk.reports.telling import Telling
from socdesk.reports.wording import WORDS


def add_heading_block(story: Telling, view: PublicUpdate, layout: Layout) -> None:
    """Add council, body, day, post and title; a demonstration says so before anything else is read."""
    block = layout.heading_block
    right = block.side == "right"
    strong, plain = (BLOCK_STRONG_RIGHT, BLOCK_RIGHT) if right else (BLOCK_STRONG, BLOCK)
    if view.demo:
        story.paragraph(WORDS.demo_sentence, "demonstration", DEMO)
    if block.show_council:
        story.paragraph(view.council, "council", plain)
    story.paragraph(view.body or layout.body, "body", strong)
    story.paragraph(day_in_text(view.meeting_day), "meeting", plain)
    if view.report_of.strip():
        story.paragraph(block.report_of.format(post=view.report_of), "report of", BLOCK_STRONG if right else plain)
    story.rule()
    story.heading(1, paper_title(view), "title", capitals=block.capitals)


def paper_title(view: PublicUpdate) -> str:
    """Return the title, or the usual one where none is given."""
    return view.title.strip() or WORDS.untitled
