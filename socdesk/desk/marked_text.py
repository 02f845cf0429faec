"""A text that was pasted, cut into sentences, and the statements that come of those which were marked (story 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n\s*\n|\n(?=[-*•>])")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without empty ones.

    >>> sentences("He came at 5.30. She left! Regards")
    ('He came at 5.30.', 'She left!', 'Regards')
    """
    parts = (" ".join(part.split()) for part in _END.split(text))
    return tuple(part for part in parts if part)


def passages(marked: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return (kind, text) of each passage: neighbours of one kind become one, and what has no kind is left out.

    >>> passages([("FACT", "One."), ("FACT", "Two."), ("", "Hello."), ("OPINION", "Bad.")])
    (('FACT', 'One. Two.'), ('OPINION', 'Bad.'))
    """
    groups = ((kind, " ".join(text for _kind, text in of)) for kind, of in groupby(marked, lambda each: each[0]))
    return tuple((kind, text) for kind, text in groups if kind)
