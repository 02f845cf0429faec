"""The parts of a committee update, each added under the heading that its layout gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from socdesk.clock import day_in_text
from socdesk.figures.public_update import PaperSection, PublicUpdate
from socdesk.reports.action_plan import add_action_plan
from socdesk.reports.charts import coverage_chart, shared_out
from socdesk.reports.coverage_words import CoverageStory, CoverageWords
from socdesk.reports.figure_tables import add_coverage_table, add_kpi_table
from socdesk.reports.house_style import SMALL
from socdesk.reports.layouts import Layout, Part
from socdesk.reports.page_furniture import LANDSCAPE, usable_size
from socdesk.reports.rag_strip import add_rag_strip
from socdesk.reports.telling import Telling
from socdesk.reports.wording import WORDS

PILLAR = "pillar."


@dataclass(slots=True)
class UpdateTeller:
    """Tells the parts of one update in the order of its layout."""

    story: Telling
    view: PublicUpdate
    layout: Layout
    _number: int = 0

    def tell(self) -> None:
        """Add every part."""
        tellers: dict[str, Callable[[Part], None]] = {
            "text": self._text,
            "background": self._text,
            "recommendation": self._recommendation,
            "headline": self._headline,
            "pillars": self._pillars,
            "kpis": self._kpis,
            "coverage": self._coverage,
            "review": self._review,
            "other": self._other,
            "actions": self._actions,
        }
        for part in self.layout.parts:
            tellers[part.kind](part)

    def _heading(self, part: Part) -> None:
        words = part.heading
        if part.numbered:
            self._number += 1
            words = f"{self._number}. {words}"
        self.story.heading(2, words, part.kind)

    def _paragraphs(self, section: PaperSection | None, absent: str = "") -> None:
        where = f"section {section.key}" if section else "layout"
        for text in section.paragraphs if section else (absent,):
            self.story.paragraph(text, where)

    def _text(self, part: Part) -> None:
        section = self.view.section(part.section)
        if section is None and not part.absent:
            return
        self._heading(part)
        self._paragraphs(section, part.absent)

    def _recommendation(self, part: Part) -> None:
        """Add what the body is asked to decide: one sentence, or a numbered list when there are several."""
        self._heading(part)
        section = self.view.section(part.section)
        asked = [text.strip() for text in (section.paragraphs if section else (part.absent,)) if text.strip()]
        lead, items = recommendation_words(asked, self.layout)
        if self.layout.recommendation.boxed:
            self.story.box(lead, items, "recommendation")
            return
        self.story.paragraph(lead, "recommendation")
        self.story.items(items, "recommendation", numbered=True)

    def _headline(self, part: Part) -> None:
        self._heading(part)
        as_at = day_in_text(self.view.as_at)
        words = WORDS.figures_first.format(as_at=as_at)
        if self.view.previous_as_at is not None:
            words = WORDS.figures_as_at.format(as_at=as_at, previous=day_in_text(self.view.previous_as_at))
        self.story.paragraph(words, "headline")
        self._paragraphs(self.view.section(part.section))
        add_rag_strip(self.story, self.view)

    def _pillars(self, part: Part) -> None:
        sections = [s for s in self.view.sections if s.key.startswith(PILLAR) and self.view.section(s.key)]
        if not sections:
            return
        self._heading(part)
        for section in sections:
            self.story.heading(3, section.heading or WORDS.further, f"section {section.key}")
            self._paragraphs(section)

    def _kpis(self, part: Part) -> None:
        self._heading(part)
        self._paragraphs(self.view.section(part.section))
        add_kpi_table(self.story, self.view)

    def _coverage(self, part: Part) -> None:
        self._heading(part)
        self._paragraphs(self.view.section(part.section))
        if not self.view.coverage:
            self.story.paragraph(self.view.coverage_note or WORDS.no_coverage, "coverage")
            return
        told, table = CoverageStory(self.view), self.story.next_table()
        for drawn in shared_out(told.drawn):
            self._chart(drawn, told.in_words(drawn, table))
        self.story.paragraph(told.not_drawn, "coverage", SMALL)
        add_coverage_table(self.story, self.view, told.rows, table)
        expiring = WORDS.expiring_note.format(days=self.view.expiring_days)
        for note in (expiring, told.hidden_note, self.view.coverage_note):
            self.story.paragraph(note, "coverage note", SMALL)

    def _chart(self, rows: Sequence[CoverageWords], alt: str) -> None:
        caption = WORDS.chart_caption.format(number=self.story.next_figure(), as_at=day_in_text(self.view.as_at))
        drawing = coverage_chart(rows, self.story.width, lambda text: self.story.safe.plain(text, "coverage"))
        self.story.figure(drawing, alt, caption, "coverage")

    def _review(self, part: Part) -> None:
        """Say when the strategy is to be reviewed: in the section's words, or else in one sentence."""
        self._heading(part)
        words = WORDS.review_overdue if self.view.review_overdue else WORDS.review_due
        due = words.format(
            strategy=self.view.strategy_title,
            adopted=self.view.strategy_adopted,
            due=day_in_text(self.view.review_due),
        )
        self._paragraphs(self.view.section(part.section), due)

    def _other(self, part: Part) -> None:
        """Add sections that the layout does not know, so that no word of the officer is lost."""
        for section in self.view.sections:
            known = section.key in self.layout.sections or section.key.startswith(PILLAR)
            if not known and self.view.section(section.key):
                heading = Part(part.kind, section.heading or WORDS.further, section.key, part.numbered, "")
                self._heading(heading)
                self._paragraphs(section)
        notes = [note for note in self.view.notes if note.strip()]
        if notes:
            self._heading(Part(part.kind, WORDS.notes, "", part.numbered, ""))
            self.story.items(notes, "notes", numbered=True)

    def _actions(self, part: Part) -> None:
        self._closing()
        self.story.turn_page(LANDSCAPE, usable_size(LANDSCAPE))
        self._heading(part)
        add_action_plan(self.story, self.view)

    def _closing(self) -> None:
        """Say of which day, marking and state of the records this paper is; the appendix follows."""
        as_at = day_in_text(self.view.as_at)
        self.story.gap()
        self.story.paragraph(WORDS.closing.format(as_at=as_at, marking=self.view.marking), "marking", SMALL)
        if self.view.snapshot_head:
            words = WORDS.record.format(head=self.view.snapshot_head)
            self.story.paragraph(words, "record of changes", SMALL)


def recommendation_words(asked: list[str], layout: Layout) -> tuple[str, list[str]]:
    """Return the sentence of a recommendation and its items.

    A text that already begins as the layout's opening does is left as the officer wrote it.
    """
    words = layout.recommendation
    start = f"{words.opening} {words.verb}"
    if len(asked) == 1:
        whole = asked[0] if asked[0].casefold().startswith(words.opening.casefold()) else f"{start} {asked[0]}"
        return whole if whole.endswith(".") else f"{whole}.", []
    return f"{start}:", asked
