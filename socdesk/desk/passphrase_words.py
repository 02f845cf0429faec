"""How good a new passphrase is, in words: by its length and how varied it is, and no cleverer than that.

A program cannot know what a stranger would guess; it can count. The advice is to use unrelated words.
"""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.keys.errors import WeakPassphraseError
from socdesk.keys.passphrase import LEAST_CHARACTERS, check_new_passphrase

__all__ = ["LEAST_CHARACTERS", "Strength", "strength"]

_LONG, _VERY_LONG = 20, 28


@dataclass(frozen=True)
class Strength:
    """What is said of a passphrase, and whether it can be used."""

    words: str
    usable: bool


def strength(passphrase: str) -> Strength:
    """Return what to say of a passphrase as it is typed; nothing for an empty one."""
    length = len(passphrase.strip())
    if length == 0:
        return Strength("", usable=False)
    if length < LEAST_CHARACTERS:
        more = LEAST_CHARACTERS - length
        return Strength(f"Too short: {more} more character{'s' if more > 1 else ''} needed", usable=False)
    try:
        check_new_passphrase(passphrase)
    except WeakPassphraseError as error:
        return Strength(error.message, usable=False)
    if length < _LONG:
        return Strength("Long enough. Four or more unrelated words would be better", usable=True)
    if length < _VERY_LONG:
        return Strength("Good length, if the words are unrelated", usable=True)
    return Strength("Very good length, if the words are unrelated", usable=True)
