"""A passphrase as bytes: the same on every keyboard and system; and what a new one must at least be."""

from __future__ import annotations

import unicodedata
from typing import Final

from socdesk.keys.errors import WeakPassphraseError

LEAST_CHARACTERS: Final = 12
_LEAST_DIFFERENT: Final = 5
_UNTYPABLE: Final = {"Cc", "Cn", "Co", "Cs"}


def passphrase_bytes(passphrase: str) -> bytes:
    """Return the UTF-8 of a passphrase after NFKC, without the space around it."""
    # A lone surrogate (undecodable input) must end as a wrong passphrase, not as a crash that shows it.
    return _normal(passphrase).encode("utf-8", "surrogatepass")


def length_of(passphrase: str) -> int:
    """Return how many characters of a passphrase count: NFKC makes several of some, such as a fraction."""
    return len(_normal(passphrase))


def check_new_passphrase(passphrase: str) -> None:
    """Raise WeakPassphraseError when a new passphrase is too short, too uniform, or hard to type again."""
    text = _normal(passphrase)
    if length_of(passphrase) < LEAST_CHARACTERS:
        raise WeakPassphraseError(f"The passphrase must have at least {LEAST_CHARACTERS} characters.")
    if len(set(text)) < _LEAST_DIFFERENT:
        raise WeakPassphraseError(f"The passphrase must have at least {_LEAST_DIFFERENT} different characters.")
    # NFKC of unassigned characters may change with the next Unicode version.
    if any(unicodedata.category(character) in _UNTYPABLE for character in text):
        raise WeakPassphraseError("The passphrase holds a character that cannot be typed again everywhere.")


def _normal(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase).strip()
