"""Names of people in the shapes in which papers hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdesk.reports.leaks.folding import fold
from socdesk.reports.leaks.rules import TITLES, Condition, Pattern, capitalised_words, surname, whole_words

_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "du",
        "da",
        "di",
        "la",
        "le",
        "del",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "mac",
        "mc",
        "st",
    ]
)


def name_patterns(text: str, everyday: frozenset[str]) -> Iterator[Pattern]:
    """Yield the whole name in either order and the surname by itself.

    Understands ``Alex Example``, ``EXAMPLE, Alex``, ``EXAMPLE Alex``, ``Mr A. B. Example`` and ``Zoë van der Sample``.
    """
    for given, family in _readings(text):
        full = [fold(word) for word in given if len(fold(word)) > 1]
        last = fold(" ".join(family))
        if not last:
            continue
        common = everyday.issuperset([*full, *map(fold, family)])
        whole: Condition = capitalised_words if common else whole_words
        for letters in _orders(full, last):
            yield Pattern("name", letters, whole)
        initials = frozenset(fold(word)[0] for word in given if fold(word))
        known = everyday.issuperset(map(fold, family))
        yield Pattern("name", last, surname(initials, everyday=known))
        core = fold(family[-1])
        if core != last and len(core) > 1:
            yield Pattern("name", core, surname(initials, everyday=core in everyday))


def _orders(full: list[str], last: str) -> set[str]:
    if not full:
        return set()
    every = "".join(full)
    return {every + last, last + every, full[0] + last, last + full[0]}


def _readings(text: str) -> list[tuple[list[str], list[str]]]:
    """Return given and family names; two readings where capitals leave the order open."""
    before, comma, after = text.partition(",")
    if comma and after.strip():
        return [(_words(after), _words(before))]
    words = _words(text)
    if not words:
        return []
    readings = [_family_last(words)]
    shouted = [word for word in words if word.isupper() and len(word) > 1]
    if words[0] in shouted and len(shouted) < len(words):
        readings.append((words[1:], words[:1]))
    return readings


def _words(text: str) -> list[str]:
    words = [word for word in re.split(r"[\s.]+", text.strip()) if fold(word)]
    while len(words) > 1 and fold(words[0]) in TITLES:
        words = words[1:]
    return words


def _family_last(words: list[str]) -> tuple[list[str], list[str]]:
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    return words[:start], words[start:]
