"""In which shapes a secret may turn up: one secret, several folded patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from socdesk.reports.leaks.folding import fold, words_of
from socdesk.reports.leaks.names import name_patterns
from socdesk.reports.leaks.rules import (
    Pattern,
    capitalised_words,
    code,
    number,
    number_beside_word,
    whole_words,
)
from socdesk.reports.leaks.secret import Secret, SecretKind

_ENOUGH_OF_ADDRESS = 8
_SMALL_NUMBER = 4
_YEARS = range(1900, 2100)
_WINDOW = 8  # words of a text that are no accident
_ENOUGH_OF_WINDOW = 36
_STREETS = {
    "street": "st",
    "road": "rd",
    "avenue": "ave",
    "lane": "ln",
    "close": "cl",
    "drive": "dr",
    "crescent": "cres",
}


def patterns_of(secret: Secret, everyday: frozenset[str]) -> Iterator[Pattern]:
    """Yield every shape of one secret; ``everyday`` are folded words that public papers use anyway."""
    makers: dict[SecretKind, Callable[[], Iterator[Pattern]]] = {
        "name": lambda: name_patterns(secret.text, everyday),
        "address": lambda: _address(secret.text, everyday),
        "licence": lambda: _code("licence", secret.text),
        "plate": lambda: _code("plate", secret.text),
        "reference": lambda: _code("reference", secret.text),
        "text": lambda: _text(secret.text, everyday),
    }
    yield from makers[secret.kind]()


def _address(text: str, everyday: frozenset[str]) -> Iterator[Pattern]:
    lines = [line for line in re.split(r"[,;\n]", text) if line.strip()]
    whole = fold(text)
    if len(whole) >= _ENOUGH_OF_ADDRESS:
        yield Pattern("address", whole, whole_words)
    for line in lines:
        yield from _numbered_line(line)
    if lines and not any(c.isdigit() for c in lines[0]):
        words = words_of(lines[0])
        if len(words) > 1 and not everyday.issuperset(words):
            yield Pattern("address", "".join(words), capitalised_words)


def _numbered_line(line: str) -> Iterator[Pattern]:
    """Yield house number and street, also with the street shortened; a street alone is public."""
    words = words_of(line)
    letters = "".join(words)
    if len(words) < 2 or not any(c.isdigit() for c in letters) or len(letters) < _ENOUGH_OF_ADDRESS:  # noqa: PLR2004
        return
    yield Pattern("address", letters, whole_words)
    short = "".join(_STREETS.get(word, word) for word in words)
    if short != letters:
        yield Pattern("address", short, whole_words)


def _code(kind: SecretKind, text: str) -> Iterator[Pattern]:
    letters = fold(text)
    if not letters:
        return
    if not letters.isdigit():
        yield Pattern(kind, letters, code)
        return
    for digits in {letters, letters.lstrip("0") or "0"}:
        small = len(digits) < _SMALL_NUMBER or (not digits.startswith("0") and int(digits) in _YEARS)
        yield Pattern(kind, digits, number_beside_word if small else number)


def _text(text: str, everyday: frozenset[str]) -> Iterator[Pattern]:
    """Yield a short text as a whole, a long one as every run of eight words."""
    words = words_of(text)
    if not words or (everyday.issuperset(words) and len(words) < _WINDOW):
        return
    if len(words) <= _WINDOW:
        yield Pattern("text", "".join(words), whole_words)
        return
    for start in range(len(words) - _WINDOW + 1):
        run = "".join(words[start : start + _WINDOW])
        if len(run) >= _ENOUGH_OF_WINDOW:
            yield Pattern("text", run, whole_words)
