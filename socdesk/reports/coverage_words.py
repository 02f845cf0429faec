"""Training coverage in words: the same for chart, table and alternative text, and never a hidden number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdesk.clock import day_in_text
from socdesk.figures.public_update import CoverageRow, PublicUpdate
from socdesk.reports.wording import WORDS


@dataclass(frozen=True, slots=True)
class CoveragePart:
    """One part of a bar: how it is filled, its shape, its number and its words."""

    fill: str
    shape: str
    number: int
    words: str

    @property
    def label(self) -> str:
        """What stands under the bar: ``● 212 in date``."""
        return f"{self.shape} {self.said}"

    @property
    def said(self) -> str:
        """The part for somebody who does not see the bar."""
        return f"{self.number:,} {self.words}"


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """What one row says; ``days`` are those in which training counts as expiring."""

    row: CoverageRow
    days: int

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """The five numbers, in the order of the table's columns."""
        row = self.row
        return (row.in_date, row.expiring, row.expired, row.never, row.other)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of the table, without its head."""
        numbers = (WORDS.not_shown if number is None else f"{number:,}" for number in self.numbers)
        empty = WORDS.no_share if self.row.total == 0 else WORDS.not_shown
        return (self.row.share or empty, *numbers)

    @property
    def hides(self) -> bool:
        """Whether a number of this row is hidden."""
        return None in (*self.numbers, self.row.covered, self.row.total)

    @property
    def name(self) -> str:
        """Audience and course."""
        return f"{self.row.audience}: {self.row.course}"

    @property
    def share(self) -> str:
        """The share in date, as the right end of the bar says it."""
        return f"{self.row.share} {WORDS.in_date}" if self.row.share else ""

    @property
    def parts(self) -> tuple[CoveragePart, ...]:
        """The parts of the bar: all five, or two where only their sums may be known, or none."""
        if not self.row.total:
            return ()
        return self._five() or self._two()

    def _five(self) -> tuple[CoveragePart, ...]:
        looks = (
            ("in_date", "●", WORDS.in_date),
            ("expiring", "▲", WORDS.expiring.format(days=self.days)),
            ("expired", "■", WORDS.expired),
            ("never", "◆", WORDS.never),
            ("other", "○", WORDS.other),
        )
        return _parts(looks, self.numbers)

    def _two(self) -> tuple[CoveragePart, ...]:
        if self.row.covered is None or self.row.total is None:
            return ()
        looks = (("in_date", "●", WORDS.in_date_in_all), ("rest", "□", WORDS.not_in_date))
        return _parts(looks, (self.row.covered, self.row.total - self.row.covered))

    @property
    def sentence(self) -> str:
        """The whole bar for somebody who does not see it; parts that are nought are said too."""
        said = ", ".join(part.said for part in self.parts)
        return f"{self.name}: {said}. {self.share}."


def _parts(looks: Sequence[tuple[str, str, str]], numbers: Sequence[int | None]) -> tuple[CoveragePart, ...]:
    """Return the parts, or nothing where one number is hidden."""
    return tuple(
        CoveragePart(*look[:2], number, look[2])
        for look, number in zip(looks, numbers, strict=True)
        if number is not None and None not in numbers
    )


@dataclass(frozen=True, slots=True)
class CoverageStory:
    """What the rows of one update say together: which are drawn, and what is said of the others."""

    view: PublicUpdate

    @property
    def rows(self) -> tuple[CoverageWords, ...]:
        """Every row."""
        return tuple(CoverageWords(row, self.view.expiring_days) for row in self.view.coverage)

    @property
    def drawn(self) -> tuple[CoverageWords, ...]:
        """The rows that have a bar."""
        return tuple(row for row in self.rows if row.parts)

    @property
    def not_drawn(self) -> str:
        """The sentence that names the rows whose bar would give a hidden number away; empty if there are none."""
        names = "; ".join(row.name for row in self.rows if row.hides and not row.parts)
        return WORDS.not_drawn.format(rows=names) if names else ""

    @property
    def hidden_note(self) -> str:
        """Why numbers are not shown; empty where all are."""
        hides = any(row.hides for row in self.rows)
        return WORDS.hidden_note.format(threshold=self.view.threshold) if hides else ""

    def in_words(self, drawn: Sequence[CoverageWords], table: int) -> str:
        """Return the alternative text: what is drawn, every figure, and where they stand as a table."""
        start = WORDS.chart_alt.format(as_at=day_in_text(self.view.as_at))
        return " ".join([start, *(row.sentence for row in drawn), WORDS.chart_table.format(table=table)])
