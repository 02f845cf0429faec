"""What a public committee update may say: the only thing that its composer is given.

The types hold words, whole numbers, days and yes or no; there is no field for a person, an address or the text of a
concern, so none can be printed by mistake (architecture.md, bone 13). Posts are named, people are not
(domain.md 2.6). Small numbers are suppressed before they come here: a hidden count is ``None``, and every other
figure from which it could be worked out is hidden too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

RagCode = Literal["R", "A", "G", "C", "N"]
"""Red, amber, green, complete, not started."""


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section of words: the officer's own or drafted by the program.

    Keys known to the layouts: ``purpose``, ``recommendation``, ``headline``, ``pillar.<code>``, ``kpis``, ``coverage``,
    ``review``, ``national``, ``risks``, ``next_steps``, ``financial``, ``legal``, ``human_resources``, ``union``,
    ``climate``, ``data_protection``, ``equality``, ``background``. Any other key is printed under its own heading.

    A paragraph of ``recommendation`` goes on after "The Committee is asked to RESOLVE that": no capital, no full stop.
    Where a layout knows the key, its heading stands instead of this one.
    """

    key: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a KPI; ``words`` are what is printed: ``212 of 240 (88.3 %)``, ``0`` or ``fewer than 5``."""

    numerator: int | None
    denominator: int | None
    words: str


@dataclass(frozen=True, slots=True)
class RagCount:
    """How many actions stand at one RAG status; ``change`` since the last report, if there was one.

    ``word`` is what stands beside the shape: ``Green – on track``.
    """

    code: RagCode
    word: str
    count: int
    change: int | None


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One indicator; ``trend_words`` say the direction in words, ``census`` is the day of the figure."""

    reference: str
    measure: str
    this_period: Quantity
    last_period: Quantity | None
    target: str
    trend_words: str
    census: date


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """Training of one audience in one course; the five parts are disjoint and add up to ``total``.

    Parts: in date for longer than ``PublicUpdate.expiring_days``; expiring within them (still in date); expired; never
    trained; other (such as awaiting evidence). ``covered`` is who is in date, expiring included; it is hidden wherever
    it or its complement is small. ``None`` is a hidden number. ``share`` is what may be said of ``covered``:
    ``212 of 240 (88.3 %)``, or ``all but fewer than 5 of 240``.
    """

    audience: str
    course: str
    in_date: int | None
    expiring: int | None
    expired: int | None
    never: int | None
    other: int | None
    covered: int | None
    total: int | None
    share: str


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One line of the action plan; ``lead_post`` is a post, ``evidence`` are references of public evidence."""

    reference: str
    wording: str
    pillar: str
    lead_post: str
    due_words: str
    progress: str
    rag_code: RagCode
    rag_words: str
    status_words: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicUpdate:
    """The whole update for one meeting; ``as_at`` is the day of its figures.

    ``report_of`` is a post. ``snapshot_head`` is the head of the chain of changes in hexadecimal. ``marking`` is the
    government security classification. ``demo`` marks made-up records. Numbers of people below ``threshold`` are not
    shown; training that runs out within ``expiring_days`` is expiring. Both are settings of the desk.
    """

    council: str
    body: str
    meeting_day: date
    report_of: str
    title: str
    as_at: date
    previous_as_at: date | None
    marking: str
    demo: bool
    threshold: int
    expiring_days: int
    snapshot_head: str
    strategy_title: str
    strategy_adopted: str
    review_due: date
    review_overdue: bool
    sections: tuple[PaperSection, ...]
    rag: tuple[RagCount, ...]
    kpis: tuple[KpiRow, ...]
    coverage: tuple[CoverageRow, ...]
    coverage_note: str
    actions: tuple[ActionRow, ...]
    notes: tuple[str, ...]

    def section(self, key: str) -> PaperSection | None:
        """Return the section with this key, if there is one that says anything."""
        found = (s for s in self.sections if s.key == key and any(p.strip() for p in s.paragraphs))
        return next(found, None)
