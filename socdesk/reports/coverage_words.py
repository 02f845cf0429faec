"""Training coverage in words: the same for chart, table and alternative text, and never a hidden number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from socdesk.clock import day_in_text
from socdesk.figures.public_update import CoverageRow
from socdesk.reports.wording import WORDS


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """One of the five parts: its field, its shape, its words."""

    key: str
    shape: str
    words: str


PARTS = (
    CoveragePart("in_date", "●", "in date"),
    CoveragePart("expiring", "▲", "expiring within 90 days"),
    CoveragePart("expired", "■", "expired"),
    CoveragePart("never", "◆", "never trained"),
    CoveragePart("other", "○", "other"),
)
_SHARE = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """What one row says."""

    row: CoverageRow

    def value(self, key: str) -> int | None:
        """Return one part's number, or nothing if it is hidden."""
        values = {
            "in_date": self.row.in_date,
            "expiring": self.row.expiring,
            "expired": self.row.expired,
            "never": self.row.never,
            "other": self.row.other,
        }
        return values[key]

    @property
    def hidden(self) -> int:
        """How many parts are hidden."""
        return sum(self.value(part.key) is None for part in PARTS)

    @property
    def drawable(self) -> bool:
        """Whether a bar of all parts gives nothing away and has a length."""
        return not self.hidden and bool(self.row.total)

    @property
    def public_share(self) -> float | None:
        """The share in date from 0 to 1, where only that is public: a bar of it says no more than its words."""
        match = _SHARE.match(self.row.percent)
        return min(float(match[0]) / 100, 1.0) if match and not self.drawable else None

    @property
    def name(self) -> str:
        """Audience and course."""
        return f"{self.row.audience}: {self.row.course}"

    @property
    def share(self) -> str:
        """The share in date, as the right end of the bar says it."""
        return f"{self.row.percent} in date" if self.row.percent else ""

    @property
    def why_not_drawn(self) -> str:
        """Why there is no bar."""
        if not self.hidden and self.row.total == 0:
            return WORDS.nobody
        return WORDS.no_bar

    @property
    def labels(self) -> tuple[str, ...]:
        """Direct labels: shape, number, words; parts that are nought or among several hidden ones are left out."""
        if self.public_share is not None:
            share = f"{PARTS[0].shape} {WORDS.share_in_date}"
            rest = f"{PARTS[-1].shape} {WORDS.rest_not_in_date}"
            return (share, rest) if self.public_share < 1 else (share,)
        parts = [part for part in self.said_parts if self.value(part.key) != 0]
        return tuple(f"{part.shape} {self.number(part.key)} {part.words}" for part in parts)

    @property
    def said_parts(self) -> tuple[CoveragePart, ...]:
        """The parts of which something can be said: all that are known, and a hidden one if it is alone."""
        return tuple(part for part in PARTS if self.hidden == 1 or self.value(part.key) is not None)

    def number(self, key: str) -> str:
        """Return one part's number in words; a lone hidden part is fewer than 5, others may be greater."""
        value = self.value(key)
        if value is None:
            return WORDS.fewer if self.hidden == 1 else WORDS.not_shown
        return str(value)

    @property
    def total(self) -> str:
        """The total in words."""
        return WORDS.not_shown if self.row.total is None else str(self.row.total)

    @property
    def share_cell(self) -> str:
        """The share as the table says it."""
        if self.row.percent:
            return self.row.percent
        return WORDS.no_share if self.row.total == 0 else WORDS.not_shown

    @property
    def sentence(self) -> str:
        """The whole row for somebody who does not see the bars."""
        parts = [f"{self.number(part.key)} {part.words}" for part in self.said_parts]
        if len(parts) < len(PARTS):
            parts.append(WORDS.others_not_shown if parts else WORDS.parts_not_shown)
        share = f" {self.share}." if self.share else ""
        return f"{self.name}: {', '.join(parts)}; total {self.total}.{share}"


def hides_numbers(rows: Sequence[CoverageRow]) -> bool:
    """Tell whether a number of these rows is hidden, so that the paper must say why."""
    return any(row.total is None or CoverageWords(row).hidden for row in rows)


def chart_in_words(rows: Sequence[CoverageRow], as_at: date, table: int) -> str:
    """Return the alternative text: what is drawn, every figure, and where they stand as a table."""
    sentences = " ".join(CoverageWords(row).sentence for row in rows)
    start = f"Bars of training coverage at {day_in_text(as_at)}, one for each audience and course."
    return f"{start} {sentences} The figures are also in Table {table}."
