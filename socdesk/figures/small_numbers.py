"""What the public may read of a figure: no ids, and no small number of people (domain.md 4.8, 4.9).

A number from 1 to one below the threshold is small. It is not published, nor is a number whose complement is small,
nor a percentage of either. None and all are published, unless the whole itself is small. Whatever is hidden could be
any of at least four numbers for a reader who knows these rules: that is why a whole of 5 to 8 is told as "some of",
without saying on which side the small number lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from socdesk.figures.figure import Figure, percentage

THRESHOLD = 5
"""Numbers below it are small. A setting may raise it, never lower it (domain.md 4.8)."""


@dataclass(frozen=True, kw_only=True)
class PublicFigure:
    """A figure that can be published: its words, and its numbers where they may be known.

    ``numerator`` and ``percentage`` are None where the number is hidden; ``denominator`` too where the whole is small.
    ``denominator`` is also None for a bare count.
    """

    words: str
    hidden: bool
    numerator: int | None = None
    denominator: int | None = None
    percentage: Decimal | None = None


def is_small(number: int, threshold: int = THRESHOLD) -> bool:
    """Tell whether a number of people is too small to publish; none is not."""
    return 0 < number < max(threshold, THRESHOLD)


def fraction_in_words(numerator: int, denominator: int) -> str:
    """Return a share as papers have it: 212 of 240 (88.3 %)."""
    per_cent = percentage(numerator, denominator)
    bare = f"{numerator:,} of {denominator:,}"
    return bare if per_cent is None else f"{bare} ({per_cent} %)"


def public_count(number: int, *, counts_people: bool, threshold: int = THRESHOLD) -> PublicFigure:
    """Return a bare count for the public."""
    threshold = max(threshold, THRESHOLD)
    if counts_people and is_small(number, threshold):
        return PublicFigure(words=f"fewer than {threshold}", hidden=True)
    return PublicFigure(words=f"{number:,}" if number else "none", hidden=False, numerator=number)


def public_share(numerator: int, denominator: int, *, counts_people: bool, threshold: int = THRESHOLD) -> PublicFigure:
    """Return so many of so many for the public.

    >>> public_share(212, 240, counts_people=True).words
    '212 of 240 (88.3 %)'
    >>> public_share(238, 240, counts_people=True).words
    'all but fewer than 5 of 240'
    """
    threshold = max(threshold, THRESHOLD)
    if counts_people and is_small(denominator, threshold):
        return PublicFigure(words=f"fewer than {threshold} in all", hidden=True)
    small = is_small(numerator, threshold) or is_small(denominator - numerator, threshold)
    if counts_people and small:
        words = _hidden_in_words(numerator, denominator, threshold)
        return PublicFigure(words=words, hidden=True, denominator=denominator)
    return PublicFigure(
        words=_open_in_words(numerator, denominator),
        hidden=False,
        numerator=numerator,
        denominator=denominator,
        percentage=percentage(numerator, denominator),
    )


def in_table(figure: PublicFigure) -> str:
    """Return a figure as a column of numbers has it: ``0``, ``0 of 12 (0.0 %)``, ``43 of 43 (100.0 %)``."""
    if figure.hidden or figure.numerator is None:
        return figure.words
    if figure.denominator is None:
        return f"{figure.numerator:,}"
    return fraction_in_words(figure.numerator, figure.denominator) if figure.denominator else figure.words


def _hidden_in_words(numerator: int, denominator: int, threshold: int) -> str:
    if denominator <= 2 * (threshold - 1):
        return f"some of {denominator:,} (numbers fewer than {threshold} are not shown)"
    if is_small(numerator, threshold):
        return f"fewer than {threshold} of {denominator:,}"
    return f"all but fewer than {threshold} of {denominator:,}"


def _open_in_words(numerator: int, denominator: int) -> str:
    if denominator == 0:
        return "none to count"
    if numerator == 0:
        return f"none of {denominator:,} (0.0 %)"
    if numerator == denominator:
        return f"all {denominator:,} (100.0 %)"
    return fraction_in_words(numerator, denominator)


def public_figure(figure: Figure, threshold: int = THRESHOLD) -> PublicFigure:
    """Return a figure that counts people for the public."""
    return public_share(figure.numerator, figure.denominator, counts_people=True, threshold=threshold)
