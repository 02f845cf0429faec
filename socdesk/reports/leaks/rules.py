"""When a run of letters that equals a secret really is one: the conditions that keep clean papers clean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from socdesk.reports.leaks.folding import Folded, fold
from socdesk.reports.leaks.secret import SecretKind

Condition = Callable[[Folded, int, int], bool]
"""Takes the folded text and where the find begins and ends in the text before folding."""

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "cllr",
        "councillor",
        "driver",
    ]
)
_LONG = 14  # letters that are no accident, wherever they stand
_SHORT_CODE = 5
_LOOSE_GAP = re.compile(r"[\s/.\-–—_·:#]{0,3}\Z")
_TIGHT_GAP = re.compile(r"[/.\-–—_]?\Z")
_BESIDE_BEFORE = re.compile(r"\b(licen[cs]e|badge|permit|plate|driver|reference|ref)\b[^\d]{0,15}\Z", re.IGNORECASE)
_BESIDE_AFTER = re.compile(r"\W{0,3}(licen[cs]e|badge|plate)\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(\W{0,3})\Z")
_INITIAL_AFTER = re.compile(r"[,\s]{1,3}([^\W\d_])\b")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded secret with the condition under which it counts."""

    kind: SecretKind
    letters: str
    holds: Condition


def whole_words(found: Folded, start: int, end: int) -> bool:
    """Hold where words begin and end with the find; long runs count anywhere."""
    if end - start >= _LONG and len(fold(found.text[start:end])) >= _LONG:
        return True
    return found.begins_word(start) and found.ends_word(end)


def capitalised_words(found: Folded, start: int, end: int) -> bool:
    """Hold for whole words of which each begins with a capital: for secrets made of everyday words."""
    words = re.findall(r"[^\W\d_]+", found.text[start:end])
    return found.stands_alone(start, end) and all(word[0].isupper() for word in words)


def code(found: Folded, start: int, end: int) -> bool:
    """Hold for a code with at most small gaps in it; ``Category C, 12 actions`` is not C-12."""
    text = found.text[start:end]
    if not (found.stands_alone(start, end)):
        return False
    gap = _TIGHT_GAP if len(fold(text)) < _SHORT_CODE else _LOOSE_GAP
    return all(gap.match(run) for run in re.split(r"[^\W_]+", text))


def number(found: Folded, start: int, end: int) -> bool:
    """Hold for a number by itself: no part of a date, a sum, a percentage, a decimal or a longer number."""
    text = found.text[start:end]
    before = found.text[max(0, start - 2) : start]
    after = found.text[end : end + 2]
    part_before = bool(re.search(r"[\w£$€]\Z|\d[.,/:\-–]\Z|[A-Za-z]-\Z", before))
    part_after = bool(re.match(r"\s?%|\w|[.,/:\-–]\d", after))
    return text.isdigit() and not part_before and not part_after


def number_beside_word(found: Folded, start: int, end: int) -> bool:
    """Hold for a number by itself that a word such as licence or badge explains."""
    before = _BESIDE_BEFORE.search(found.text[max(0, start - 40) : start])
    after = _BESIDE_AFTER.match(found.text[end : end + 20])
    return number(found, start, end) and bool(before or after)


def surname(initials: frozenset[str], *, everyday: bool) -> Condition:
    """Return the condition of a surname: with a title, with an initial, or alone as a capitalised word.

    A surname that is an ``everyday`` word of public papers counts only with a title or an initial.
    """

    def holds(found: Folded, start: int, end: int) -> bool:
        if not found.stands_alone(start, end) or not found.text[start:end][0].isalpha():
            return False
        if _has_title(found.text[:start]):
            return True
        capital = any(letter.isupper() for letter in found.text[start:end])
        if not everyday:
            return capital
        return capital and _has_initial(found.text, start, end, initials)

    return holds


def _has_title(before: str) -> bool:
    word = _WORD_BEFORE.search(before[-20:])
    return word is not None and fold(word[1]) in TITLES


def _has_initial(text: str, start: int, end: int, initials: frozenset[str]) -> bool:
    """Tell whether an initial stands beside; ``A Green paper`` has an article, ``A. Green`` has an initial."""
    word = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    if word is not None and len(word[1]) == 1 and word[1].isupper() and fold(word[1]) in initials:
        return "." in word[2] or word[1] not in {"A", "I"}
    after = _INITIAL_AFTER.match(text[end : end + 6])
    return after is not None and after[1].isupper() and fold(after[1]) in initials and "," in after[0]
