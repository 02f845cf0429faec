"""When the strategy's review is due, and how long it has been overdue (domain.md 1.9).

The strategy is reviewed after three years, or sooner where law or national policy changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from socdesk.clock import day_in_text
from socdesk.figures.calendar_months import add_months, duration_in_words
from socdesk.figures.scope import live
from socdesk.registers.declared.strategy import Strategy

REMINDER_MONTHS = (12, 6, 3)
"""Reminders come so many months before the review is due."""


@dataclass(frozen=True)
class ReviewDue:
    """When a strategy's review is due, looked at on a day."""

    strategy: Strategy
    due: date
    day: date

    @property
    def is_overdue(self) -> bool:
        """Whether the day has gone by without a review."""
        return self.due < self.day

    @property
    def in_words(self) -> str:
        """When it is or was due: overdue since September 2022: 4 years and 2 months."""
        if self.is_overdue:
            return f"overdue since {self.due:%B %Y}: {duration_in_words(self.due, self.day)}"
        if self.due == self.day:
            return f"due today, {day_in_text(self.due)}"
        return f"due on {day_in_text(self.due)}, in {duration_in_words(self.day, self.due)}"

    @property
    def reminders(self) -> tuple[date, ...]:
        """The days on which to be reminded, earliest first."""
        return tuple(add_months(self.due, -months) for months in REMINDER_MONTHS)

    @property
    def reminder(self) -> int | None:
        """The reminder that has come: 12, 6 or 3 months; None before the first and once it is overdue."""
        come = [months for months in REMINDER_MONTHS if add_months(self.due, -months) <= self.day]
        return min(come) if come and not self.is_overdue else None


def current_strategy(strategies: Iterable[Strategy], day: date) -> Strategy | None:
    """Return the strategy in force on a day: the last adopted by then."""
    adopted = [each for each in live(strategies) if each.adopted is not None and each.adopted <= day]
    return max(adopted, key=lambda each: (each.adopted or date.min, each.reference), default=None)


def review_due(strategy: Strategy, day: date) -> ReviewDue | None:
    """Return when the review is due, as seen on a day; None where the strategy sets no rule.

    A day set by hand goes before the rule, until a review was made on or after it; then the years count from that
    review. A review after ``day`` is not yet known.
    """
    reviewed = strategy.reviewed if strategy.reviewed and strategy.reviewed <= day else None
    if strategy.review_due and not (reviewed and reviewed >= strategy.review_due):
        return ReviewDue(strategy, strategy.review_due, day)
    since = reviewed or strategy.adopted
    if since is None or not strategy.review_years:
        return None
    return ReviewDue(strategy, add_months(since, 12 * strategy.review_years), day)
