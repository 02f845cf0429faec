"""The committee update: from the public view to the bytes of a tagged PDF.

A pure function: the same view and layout give the same bytes, whenever, wherever and by whomever it is made.
"""

from __future__ import annotations

from socdesk.clock import day_in_text
from socdesk.figures.public_update import PublicUpdate
from socdesk.jobs import Progress, SilentProgress
from socdesk.reports.composing import PaperFacts, composed
from socdesk.reports.heading_block import add_heading_block, paper_title
from socdesk.reports.layouts import Layout
from socdesk.reports.paper import Paper
from socdesk.reports.telling import Telling
from socdesk.reports.update_parts import UpdateTeller
from socdesk.reports.wording import WORDS

_SILENT = SilentProgress()


def compose(view: PublicUpdate, layout: Layout, progress: Progress = _SILENT) -> Paper:
    """Return the paper of ``view`` as PDF/UA-1 and PDF/A-2a, with notices of characters that could not be printed.

    Raises:
        TaggingError: a fault of this program would make the paper inaccessible.
        CancelledError: the person has cancelled it.

    """
    title = paper_title(view)
    facts = PaperFacts(
        title=title,
        author=view.council,
        subject=WORDS.subject.format(as_at=day_in_text(view.as_at)),
        as_at=view.as_at,
        left=f"{view.body or layout.body}, {day_in_text(view.meeting_day)}",
        marking=view.marking,
        demo=view.demo,
    )

    def tell(story: Telling) -> None:
        add_heading_block(story, view, layout)
        UpdateTeller(story, view, layout).tell()

    return composed(facts, tell, progress)
