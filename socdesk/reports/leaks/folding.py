"""Text without case, accents, spaces and punctuation, with the way back to where each character stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """Return the letters and digits of one character, small and without accents."""
    decomposed = unicodedata.normalize("NFKD", character).casefold().translate(_NOT_DECOMPOSED)
    return "".join(c for c in unicodedata.normalize("NFKD", decomposed) if c.isalnum())


def fold(text: str) -> str:
    """Return all letters and digits of a text, small, without accents, run together."""
    return "".join(map(fold_character, text))


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded one by one."""
    return [fold(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


@dataclass(frozen=True, slots=True)
class Folded:
    """``letters`` run together; ``origins[i]`` is where letter i stood in ``text``."""

    text: str
    letters: str
    origins: tuple[int, ...]

    def slice_of(self, start: int, end: int) -> tuple[int, int]:
        """Return where a run of letters stood in the text."""
        return self.origins[start], self.origins[end - 1] + 1

    def before(self, start: int) -> str:
        """Return the character before a place, or nothing."""
        return self.text[start - 1] if start else ""

    def after(self, end: int) -> str:
        """Return the character after a place, or nothing."""
        return self.text[end] if end < len(self.text) else ""

    def begins_word(self, start: int) -> bool:
        """Tell whether a word begins here: after a gap, a change of case or between letter and digit."""
        return _parts(self.before(start), self.text[start])

    def ends_word(self, end: int) -> bool:
        """Tell whether a word ends here."""
        return _parts(self.text[end - 1], self.after(end))

    def stands_alone(self, start: int, end: int) -> bool:
        """Tell whether no letter or digit touches this place."""
        return not self.before(start).isalnum() and not self.after(end).isalnum()


def folded(text: str) -> Folded:
    """Fold a text and remember where every letter stood."""
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for letter in fold_character(character):
            letters.append(letter)
            origins.append(place)
    return Folded(text, "".join(letters), tuple(origins))


def _parts(left: str, right: str) -> bool:
    if not left.isalnum() or not right.isalnum():
        return not unicodedata.combining(right) if right else True
    return (left.islower() and right.isupper()) or left.isdigit() != right.isdigit()
