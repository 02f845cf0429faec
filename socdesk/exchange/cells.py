"""What reading one cell can end in, besides a value."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from socdesk.exchange.list_data import cell_words
from socdesk.exchange.sheet import Cell, tidy

_NOT_WORDS = re.compile(r"[^\w%]+")


@dataclass(frozen=True)
class Unreadable:
    """A cell that is not what its column holds, and why, as a sentence ("There is no 31 February.").

    A value and not an exception: what a person wrote into a list never travels in an exception.
    """

    reason: str


def plain_words(text: str) -> str:
    """Return text for comparing with known words: small letters, one space between words, no punctuation."""
    return _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).replace("_", " ").strip()


def says_nothing(cell: Cell) -> bool:
    """Tell whether a cell is empty or holds one of the ways to write "nothing": -, n/a, none, tbc."""
    text = tidy(cell)
    return not text or plain_words(text) in _blank_words()


@cache
def _blank_words() -> frozenset[str]:
    return frozenset(("", *cell_words()["blank"]))
