"""Headings made comparable: "Licence No.", "LICENSE NUMBER" and "Lic #" are one."""

from __future__ import annotations

import re
from collections.abc import Collection

from socdesk.exchange.cells import plain_words
from socdesk.exchange.list_data import cell_words

_BRACKETS = re.compile(r"[\[(][^\])]*[\])]")


def heading_words(text: str) -> str:
    """Return a heading in small letters, without punctuation, with one spelling for number and licence."""
    tokens = cell_words()["header_tokens"]
    text = re.sub(r"['\u2019]s\b", "", text.replace("#", " no "), flags=re.IGNORECASE)
    return " ".join(tokens.get(word, word) for word in plain_words(text).split())


def heading_forms(text: str, noise: Collection[str]) -> tuple[str, ...]:
    """Return the forms to look up, best first: whole, without brackets, without words like "driver"."""
    whole = heading_words(text)
    bare = heading_words(_BRACKETS.sub(" ", text))
    quiet = " ".join(word for word in bare.split() if word not in noise)
    return tuple(dict.fromkeys(form for form in (whole, bare, quiet) if form))
