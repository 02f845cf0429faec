"""How many guesses a passphrase would take a stranger who knows how people choose them: zxcvbn's estimate.

It knows common passwords, words, names, dates, runs and keyboard patterns; and it is told the words that others could
know of this person. The library is loaded when it is first asked.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, cast

_MOST_CHARACTERS: Final = 64
"""More would take long to look at, and tells nothing more."""


class Weakness(enum.Enum):
    """What makes a passphrase easy to guess."""

    KNOWN_WORDS = "words that others know of you"
    COMMON = "a common password"
    REPEAT = "a repetition"
    RUN = "a run"
    KEYBOARD = "a keyboard pattern"
    DAY = "a date"


@dataclass(frozen=True)
class Estimate:
    """The number of guesses as a power of ten, and the weakness of the longest part that has one."""

    power: float
    weakness: Weakness | None


_BY_PATTERN: Final = {
    "repeat": Weakness.REPEAT,
    "sequence": Weakness.RUN,
    "spatial": Weakness.KEYBOARD,
    "date": Weakness.DAY,
}
_BY_LIST: Final = {"user_inputs": Weakness.KNOWN_WORDS, "passwords": Weakness.COMMON}


def estimate(passphrase: str, own_words: Iterable[str] = ()) -> Estimate:
    """Return how hard a passphrase is to guess; ``own_words`` are names that others could know."""
    from zxcvbn import zxcvbn  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]  costs more than the window

    known = {part for words in own_words for part in (words, *words.split()) if len(part) > 1}
    found = cast("dict[str, Any]", zxcvbn(passphrase[:_MOST_CHARACTERS], user_inputs=sorted(known)))
    parts = sorted(found["sequence"], key=lambda part: len(part["token"]), reverse=True)
    weaknesses = (_weakness(part) for part in parts)
    return Estimate(float(found["guesses_log10"]), next(filter(None, weaknesses), None))


def _weakness(part: dict[str, Any]) -> Weakness | None:
    if part["pattern"] == "dictionary":
        return _BY_LIST.get(part["dictionary_name"])
    return _BY_PATTERN.get(part["pattern"])
