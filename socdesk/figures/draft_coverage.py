"""The drafted words on training coverage: one sentence for each audience, and no number that is hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from socdesk.clock import day_in_text
from socdesk.figures.coverage import Coverage
from socdesk.figures.public_coverage import audience
from socdesk.figures.small_numbers import PublicFigure, public_figure
from socdesk.figures.update_base import UpdateBase
from socdesk.figures.wording import counted, paragraph

_FEW = 2
"""So many courses of one audience are told one by one; of more only the lowest and the highest share."""

_Told = tuple[str, PublicFigure]


def coverage_paragraphs(base: UpdateBase) -> str:
    """Return one paragraph for each audience. The table has every course, so a long list is not written out here."""
    found: defaultdict[str, list[Coverage]] = defaultdict(list)
    for each in base.coverages:
        found[each.kind].append(each)
    return "\n\n".join(paragraph([_of_audience(kind, each, base)]) for kind, each in found.items())


def _of_audience(kind: str, found: Sequence[Coverage], base: UpdateBase) -> str:
    start = f"{audience(kind)} in date on {day_in_text(base.inputs.as_at)}"
    shares = [(each.course.title, public_figure(each.figure, base.inputs.threshold)) for each in found]
    if len(shares) <= _FEW:
        return f"{start}: {'; '.join(map(_named, shares))}"
    return f"{start}, in {len(shares)} courses: {'; '.join(_ends_of(shares))}"


def _ends_of(shares: Sequence[_Told]) -> list[str]:
    """Return the lowest and the highest share of those that may be published, and how many may not."""
    open_ones = sorted((each for each in shares if not each[1].hidden), key=_share)
    words: list[str] = []
    if open_ones and _share(open_ones[0])[0] == _share(open_ones[-1])[0]:
        words = list(map(_named, open_ones)) if len(open_ones) <= _FEW else [_all_alike(open_ones)]
    elif open_ones:
        words = [f"lowest in {_named(open_ones[0])}", f"highest in {_named(open_ones[-1])}"]
    hidden = len(shares) - len(open_ones)
    if hidden:
        words.append(f"{counted(hidden, 'course')} left out here because a number is too small to publish")
    return words


def _all_alike(shares: Sequence[_Told]) -> str:
    return f"{shares[0][1].percentage} % in each of {len(shares)} courses"


def _share(told: _Told) -> tuple[Fraction, str]:
    title, figure = told
    return Fraction(figure.numerator or 0, figure.denominator or 1), title


def _named(told: _Told) -> str:
    title, figure = told
    return f"{title}, {figure.words}"
