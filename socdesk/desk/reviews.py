"""The review of the strategy, said plainly on first run and wherever what needs attention is shown (domain.md 0.2)."""

from __future__ import annotations

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.figures.deadlines import ReviewDue, current_strategy, review_due
from socdesk.registers.declared.strategy import POSTS, STRATEGIES


def strategy_review(desk: Desk) -> ReviewDue | None:
    """Return when the review of the strategy in force is due, or nothing where no rule asks for one."""
    today = london_day(desk.clock())
    strategy = current_strategy(desk.read.page(STRATEGIES), today)
    return review_due(strategy, today) if strategy else None


def review_in_words(desk: Desk) -> str:
    """Return one sentence on the review, and who answers for it; nothing where none is asked for."""
    review = strategy_review(desk)
    if review is None:
        return ""
    post = desk.title_of(POSTS, review.strategy.responsible_post)
    who = f" Responsible officer: {post}." if post else ""
    return f"The review of “{review.strategy.title}” is {review.in_words}.{who}"
