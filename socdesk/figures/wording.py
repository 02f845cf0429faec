"""Small grammar for texts made of figures: plain English for none, one and many."""

from __future__ import annotations

from collections.abc import Iterable


def listed(parts: Iterable[str]) -> str:
    """Return words as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    found = tuple(part for part in parts if part)
    if len(found) < 2:  # noqa: PLR2004  a list begins with two
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def is_are(number: int) -> str:
    """Return the verb that goes with a number."""
    return "is" if number == 1 else "are"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "action"), counted(0, "action"), counted(1200, "action")
    ('1 action', 'no actions', '1,200 actions')
    """
    if number == 0:
        return f"no {many or one + 's'}"
    return f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def sentence(words: str) -> str:
    """Return words that begin with a capital and end with a full stop."""
    words = words.strip()
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}." if words else ""


def paragraph(sentences: Iterable[str]) -> str:
    """Return sentences as one paragraph."""
    return " ".join(filter(None, map(sentence, sentences)))
