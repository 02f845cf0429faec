"""How good a new passphrase is, in words: what the policy asks of it, and how many guesses it would take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socdesk.keys.errors import WeakPassphraseError
from socdesk.keys.passphrase import LEAST_CHARACTERS, check_new_passphrase, length_of
from socdesk.keys.strength import Weakness, estimate
from socdesk.settings import COUNCIL

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk

__all__ = ["KNOWN_TO_ALL", "LEAST_CHARACTERS", "Strength", "own_words_of", "strength"]

KNOWN_TO_ALL = ("socdesk", COUNCIL.default, "officer", "chief communities officer", "passphrase")
"""What anybody would try first on any desk."""
_WEAK, _FAIR, _STRONG = 8, 11, 15
"""Powers of ten: under the first a stolen copy of the desk is opened within days, from the last on in no lifetime."""
_WHY = {
    Weakness.KNOWN_WORDS: "It holds words that others know of you",
    Weakness.COMMON: "It is like a password that many people use",
    Weakness.REPEAT: "It repeats itself",
    Weakness.RUN: "It holds a run such as abc or 123",
    Weakness.KEYBOARD: "It follows the keys of the keyboard",
    Weakness.DAY: "It holds a date",
}
_BETTER = "Four or more unrelated words are better"


@dataclass(frozen=True)
class Strength:
    """What is said of a passphrase, whether it can be used, and whether it is good."""

    words: str
    usable: bool
    good: bool = False


def strength(passphrase: str, own_words: Iterable[str] = ()) -> Strength:
    """Return what to say of a passphrase as it is typed; nothing for an empty one."""
    length = length_of(passphrase)
    if length == 0:
        return Strength("", usable=False)
    if length < LEAST_CHARACTERS:
        more = LEAST_CHARACTERS - length
        return Strength(f"Too short: {more} more character{'s' if more > 1 else ''} needed", usable=False)
    try:
        check_new_passphrase(passphrase)
    except WeakPassphraseError as error:
        return Strength(error.message, usable=False)
    found = estimate(passphrase, (*KNOWN_TO_ALL, *own_words))
    if found.power >= _FAIR:
        return Strength("Very hard to guess" if found.power >= _STRONG else "Hard to guess", usable=True, good=True)
    guessed = "Easy to guess" if found.power < _WEAK else "Could be guessed from a copy of the desk"
    why = _WHY[found.weakness] if found.weakness else _BETTER
    return Strength(f"{guessed}. {why}", usable=True)


def own_words_of(desk: Desk) -> tuple[str, ...]:
    """Return the names on a desk that others could know: the Council's, and those of the people who can open it."""
    from socdesk.registers.declared.desk_records import OFFICERS  # noqa: PLC0415  first paint needs none of it

    return (desk.setting(COUNCIL), *(officer.name for officer in desk.read.page(OFFICERS)))
