"""Capital and small letters of a name that a list shouts: O'SAMPLE is O'Sample, MCEXAMPLE is McExample."""

from __future__ import annotations

import re

from socdesk.exchange.list_data import cell_words

_PARTS = re.compile(r"([-'])")
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc\u02b9`\u00b4]")
_INITIALS = 2
_MC = re.compile(r"Mc(\w{2,})")


def one_apostrophe(text: str) -> str:
    """Return text with every kind of apostrophe as the plain one, so that O'Neill has one spelling."""
    return _APOSTROPHES.sub("'", text)


def cased(word: str) -> str:
    """Return one word of a name with capitals where they belong.

    Only a word all in capitals or all in small letters is changed: whoever wrote "MacExample" meant it.
    """
    if not (word.isupper() or word.islower()):
        return word
    if word.casefold() in cell_words()["names"]["particles"] and len(word) > 1:
        return word.lower()
    return "".join(_part(part, at, word) for at, part in enumerate(_PARTS.split(word)))


def keeps_capitals(word: str) -> bool:
    """Tell whether capitals in an otherwise mixed name are initials: the AJ of "AJ Example"."""
    return word.isupper() and len(word.replace(".", "")) <= _INITIALS


def _part(part: str, at: int, word: str) -> str:
    if at and len(part) == 1 and part.casefold() == "s" and word[-2] == "'":
        return "s"
    return _MC.sub(lambda found: "Mc" + found.group(1).capitalize(), part.capitalize())
