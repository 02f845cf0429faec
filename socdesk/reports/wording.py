"""The fixed words of public papers, in one place, so that they can be read through and known as the program's own."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from typing import cast

from socdesk.reports.layouts import layouts

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class UpdateWords:
    """What a committee update says by itself; braces are filled with figures, days and the council's words."""

    untitled: str = "Serious and organised crime update"
    subject: str = "Progress on the serious and organised crime strategy, figures as at {as_at}"
    creator: str = "Socdesk"
    demo: str = "DEMONSTRATION – fictitious data"
    demo_sentence: str = "DEMONSTRATION – fictitious data. Every figure and event in this report is made up."
    page: str = "Page {page} of {pages}"
    figures_as_at: str = "Figures are as at {as_at}; changes are since the report of {previous}."
    figures_first: str = "Figures are as at {as_at}. This is the first report of its kind."
    strip_caption: str = "Table {number}: Actions by status at {as_at}"
    strip_corner: str = "Status"
    strip_count: str = "Actions"
    strip_change: str = "Change since {previous}"
    strip_change_first: str = "Change"
    first_time: str = "first report"
    no_change: str = "no change"
    up: str = "up {number}"
    down: str = "down {number}"
    no_actions: str = "No action is recorded yet."
    kpi_caption: str = "Table {number}: Performance indicators"
    kpi_head: tuple[str, ...] = ("Ref", "Measure", "This period", "Last period", "Target", "Trend", "Figure as at")
    no_kpis: str = "No indicator has a figure yet."
    no_target: str = "None"
    not_measured: str = "not measured"
    kpi_note: str = (
        "“This period” is the newest figure known at {as_at}, taken on the day in the last column. “Last period” is the"
        " figure of the same measure before that one."
    )
    coverage_caption: str = "Table {number}: Training coverage at {as_at}"
    coverage_head: tuple[str, ...] = (
        "Audience and course",
        "Share in date",
        "In date",
        "Expiring",
        "Expired",
        "Never",
        "Other",
    )
    chart_caption: str = "Figure {number}: Training coverage at {as_at}"
    chart_alt: str = "Bars of training coverage at {as_at}, one for each audience and course."
    chart_table: str = "The figures are also in Table {table}."
    not_drawn: str = "Not drawn, because a number is too small to publish: {rows}."
    no_coverage: str = "No training requirement is recorded yet."
    in_date: str = "in date"
    expiring: str = "expiring within {days} days"
    expired: str = "expired"
    never: str = "never trained"
    other: str = "other"
    in_date_in_all: str = "in date, expiring included"
    not_in_date: str = "not in date"
    expiring_note: str = (
        "“Expiring” means in date now and running out within {days} days; it counts towards the share in date."
    )
    hidden_note: str = (
        "A number that is not shown is fewer than {threshold}, or one from which such a number could be worked out."
    )
    not_shown: str = "not shown"
    no_share: str = "not applicable"
    review_due: str = "{strategy} (adopted {adopted}) is due for review by {due}."
    review_overdue: str = "{strategy} (adopted {adopted}) was due for review by {due}. The review is overdue."
    actions_caption: str = "Table {number}: Action plan, progress at {as_at}"
    actions_head: tuple[str, ...] = (
        "Ref",
        "Action",
        "Pillar",
        "Lead",
        "Due",
        "Progress this period",
        "RAG",
        "Evidence",
    )
    no_progress: str = "None recorded"
    no_evidence: str = "None"
    notes: str = "Notes"
    further: str = "Further information"
    closing: str = "Figures as at {as_at}. Marking: {marking}."
    record: str = "Record of changes: {head}"


WORDS = UpdateWords()


@dataclass(frozen=True, slots=True)
class GuideWords:
    """What the guide for new members says by itself."""

    subject: str = "The four Ps of the serious and organised crime strategy and the roles of elected members"
    headings_of_tables: tuple[str, str] = ("The four Ps", "What elected members can do")
    pillar_caption: str = "Table {number}: The four Ps in the words of the strategy"
    pillar_head: tuple[str, ...] = ("P", "What it means")
    no_pillars: str = "The strategy names no pillars."
    role_caption: str = "Table {number}: Roles of elected members in the words of the strategy"
    role_head: tuple[str, ...] = ("Ref", "Role")
    no_roles: str = "The strategy names no roles of elected members."
    closing: str = "The strategy as at {as_at}. Marking: {marking}. “Prevent” is a pillar here, not the Prevent duty."

    @property
    def headings(self) -> dict[str, str]:
        """The headings of the parts that stand even where the officer says nothing in them, by section."""
        return dict(zip(("pillars", "roles"), self.headings_of_tables, strict=True))


GUIDE_WORDS = GuideWords()


def own_words() -> frozenset[str]:
    """Return every word that a paper may hold of the program's own accord, in small letters.

    The leak check takes them as public: a driver called Page or Nil is found by the whole name, not by the surname
    alone.
    """
    texts = [
        *_texts((*astuple(WORDS), *astuple(GUIDE_WORDS))),
        *(text for one in layouts() for text in _layout_texts(one.key)),
    ]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _texts(values: tuple[object, ...]) -> list[str]:
    flat: list[str] = []
    for value in values:
        flat += [value] if isinstance(value, str) else [str(part) for part in cast("tuple[str, ...]", value)]
    return flat


def _layout_texts(key: str) -> list[str]:
    one = next(each for each in layouts() if each.key == key)
    parts = [text for part in one.parts for text in (part.heading, part.absent)]
    return [one.body, one.heading_block.report_of, one.recommendation.opening, one.recommendation.verb, *parts]
