"""The recovery secret as twenty words to be written down: SLIP-39, one sheet of one, 128 bits.

SLIP-39 was chosen so that a desk can later be recovered by two sheets of three without a new format.
Its words differ in their first four letters, and its check finds any three wrong words.
"""

from __future__ import annotations

import random
import re
import secrets
import unicodedata
from collections.abc import Sequence
from typing import Final

# The library is annotated but does not say so with a py.typed file.
from shamir_mnemonic import (  # pyright: ignore[reportMissingTypeStubs]
    MnemonicError,
    combine_mnemonics,
    generate_mnemonics,
)
from shamir_mnemonic.wordlist import WORDLIST  # pyright: ignore[reportMissingTypeStubs]

from socdesk.keys.errors import WrongRecoveryWordsError

WORDS: Final = 20
SECRET_BYTES: Final = 16
ASKED_BACK: Final = 3
_WORDS_OF_THE_FORM: Final = 4
_LETTERS_THAT_TELL: Final = 4
_MOST_SHOWN: Final = 5
_BY_FIRST_LETTERS: Final = {word[:_LETTERS_THAT_TELL]: word for word in WORDLIST}
_NUMBERING = re.compile(r"(?<!\S)\d{1,2}(?:[.:)]|(?!\S))")


def new_recovery_secret() -> bytes:
    """Return 16 random bytes."""
    return secrets.token_bytes(SECRET_BYTES)


def words_of(secret: bytes) -> str:
    """Return twenty words, parted by spaces, for a 16-byte secret: other ones each time, equally good."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 16 bytes")
    # Stretching serves SLIP-39's own passphrase, which is not used: the least of it keeps the form standard.
    [[mnemonic]] = generate_mnemonics(1, [(1, 1)], secret, iteration_exponent=0)
    return mnemonic


def secret_of(words: str) -> bytes:
    """Return the 16-byte secret behind twenty words.

    Capitals, numbering, commas and line ends do not matter, and the first four letters of a word are enough.
    Raises WrongRecoveryWordsError: which words are not in the list, how many are missing, or that the words
    do not fit together.
    """
    typed = _split(words)
    _refuse_unknown(typed)
    if len(typed) != WORDS:
        raise WrongRecoveryWordsError(f"There must be {WORDS} recovery words, but {_counted(len(typed))} given.")
    try:
        return combine_mnemonics([" ".join(_known(word) or "" for word in typed)])
    except MnemonicError:
        # Not chained: the library's message begins with the first words.
        raise WrongRecoveryWordsError(
            "All the recovery words are in the word list, but they do not fit together.",
            advice="Compare each word, and their order, with the sheet.",
        ) from None


def ask_back_positions(rng: random.Random) -> tuple[int, ...]:
    """Return three different positions, counted from 1 and rising, that the person is asked to type back.

    The first four words are passed over: they hold the sheet's number and are partly the same on every sheet.
    """
    return tuple(sorted(rng.sample(range(_WORDS_OF_THE_FORM + 1, WORDS + 1), ASKED_BACK)))


def matches(words: str, positions: Sequence[int], answers: Sequence[str]) -> bool:
    """Tell whether the answers are the words at these positions (counted from 1)."""
    shown = words.split()
    return len(answers) == len(positions) > 0 and all(
        _known(_plain(answer)) == shown[position - 1] for position, answer in zip(positions, answers, strict=True)
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _split(words: str) -> list[str]:
    text = _NUMBERING.sub(" ", _plain(words))
    return text.replace(",", " ").replace(";", " ").split()


def _known(typed: str) -> str | None:
    """Return the word of the list that was typed, whole or from its fourth letter on unfinished."""
    word = _BY_FIRST_LETTERS.get(typed[:_LETTERS_THAT_TELL])
    return word if word is not None and word.startswith(typed) else None


def _refuse_unknown(typed: Sequence[str]) -> None:
    unknown = [(place, word) for place, word in enumerate(typed, start=1) if _known(word) is None]
    if not unknown:
        return
    shown = [f"word {place} ({word[:20]})" for place, word in unknown[:_MOST_SHOWN]]
    more = len(unknown) - len(shown)
    listed = ", ".join(shown) + (f" and {more} more" if more else "")
    raise WrongRecoveryWordsError(f"Not in the list of recovery words: {listed}.")


def _counted(number: int) -> str:
    return f"{number} was" if number == 1 else f"{number} were"
