"""What a restricted text gives away besides itself: people and addresses named in it.

Fields say which of them is a name; a statement does not. Words that begin with capitals one after the other are taken
for a name unless all of them are public words; a number before such words and a kind of street is an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdesk.reports.leaks.secret import Secret

_CAPITALS = re.compile(r"\b[A-Z][a-z’'-]+(?:\s+[A-Z][a-z’'-]+)+")
_STREET = "Street|Road|Avenue|Lane|Close|Drive|Crescent|Way|Court|Place|Grove|Terrace|Square|Walk|Gardens|Mews|Hill"
_ADDRESS = re.compile(rf"\b\d+[A-Za-z]?,?\s+(?:[A-Z][a-z’'-]+\s+)+(?:{_STREET})\b")
_LEAST_LETTERS = 8


def phrases(text: str, public_words: frozenset[str]) -> Iterator[Secret]:
    """Yield a restricted text itself, and the names and addresses in it; ``public_words`` are in small letters."""
    yield Secret("text", text)
    for found in _ADDRESS.finditer(text):
        yield Secret("address", " ".join(found[0].split()))
    for found in _CAPITALS.finditer(_ADDRESS.sub(" ", text)):
        words = _without_opening(found, text).split()
        name = " ".join(words)
        if len(words) > 1 and len(name) >= _LEAST_LETTERS and not _all_public(words, public_words):
            yield Secret("name", name)


def _without_opening(found: re.Match[str], text: str) -> str:
    """Drop the first word where it begins a sentence: any word has a capital there."""
    before = text[: found.start()].rstrip()
    opens = not before or before[-1] in ".!?:\n"
    words = found[0].split()
    return " ".join(words[1:] if opens and len(words) > 2 else words)  # noqa: PLR2004  a name has two words


def _all_public(words: list[str], public_words: frozenset[str]) -> bool:
    return all(word.casefold() in public_words for word in words)
