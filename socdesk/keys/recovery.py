"""The recovery secret as twenty words to be written down: SLIP-39, 128 bits; one sheet, or any two of three.

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
from shamir_mnemonic.share import Share  # pyright: ignore[reportMissingTypeStubs]
from shamir_mnemonic.wordlist import WORDLIST  # pyright: ignore[reportMissingTypeStubs]

from socdesk.keys.errors import AnotherSheetNeededError, NotTogetherError, WrongRecoveryWordsError
from socdesk.keys.sheets import SHEET_BREAK

WORDS: Final = 20
SHEETS: Final = 3
NEEDED: Final = 2
SECRET_BYTES: Final = 16
ASKED_BACK: Final = 3
_WORDS_OF_THE_FORM: Final = 4
_LETTERS_THAT_TELL: Final = 4
_MOST_SHOWN: Final = 5
_BY_FIRST_LETTERS: Final = {word[:_LETTERS_THAT_TELL]: word for word in WORDLIST}
_ORDINALS: Final = ("First sheet", "Second sheet")
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


def sheets_of(secret: bytes) -> tuple[str, ...]:
    """Return the words of three sheets: any two give the 16-byte secret, one alone tells nothing of it."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 16 bytes")
    [sheets] = generate_mnemonics(1, [(NEEDED, SHEETS)], secret, iteration_exponent=0)
    return tuple(sheets)


def secret_of(words: str) -> bytes:
    """Return the 16-byte secret behind the twenty words of one sheet, or behind those of two sheets of three.

    Capitals, numbering, commas and line ends do not matter, and the first four letters of a word are enough. Two sheets
    are parted by ``SHEET_BREAK``, or follow each other.
    Raises WrongRecoveryWordsError: which words are not in the list, how many are missing, that the words do not fit
    together, that another sheet is needed, or that two sheets do not belong together.
    """
    typed = _sheets_in(words)
    shares = [_share(sheet, _ORDINALS[n] if len(typed) > 1 else "") for n, sheet in enumerate(typed)]
    _check_together(shares)
    try:
        return combine_mnemonics([share.mnemonic() for share in shares])
    except MnemonicError:
        raise NotTogetherError from None


def _sheets_in(words: str) -> list[list[str]]:
    sheets = [sheet for sheet in map(_split, words.split(SHEET_BREAK)) if sheet] or [[]]
    if len(sheets) == 1 and len(sheets[0]) == NEEDED * WORDS:
        return [sheets[0][:WORDS], sheets[0][WORDS:]]
    if len(sheets) > NEEDED:
        raise WrongRecoveryWordsError("These are more than two sheets.", advice="Enter any two of the three.")
    return sheets


def _share(typed: list[str], sheet: str) -> Share:
    """Return what one sheet holds; ``sheet`` is what it is called where there are two."""
    _refuse_unknown(typed, sheet)
    if len(typed) != WORDS:
        whose = f"{sheet}: there" if sheet else "There"
        raise WrongRecoveryWordsError(f"{whose} must be {WORDS} recovery words, but {_counted(len(typed))} given.")
    try:
        return Share.from_mnemonic(" ".join(_known(word) or "" for word in typed))
    except MnemonicError:
        # Not chained: the library's message begins with the first words.
        whose = f"{sheet}: all" if sheet else "All"
        raise WrongRecoveryWordsError(
            f"{whose} the recovery words are in the word list, but they do not fit together.",
            advice="Compare each word, and their order, with the sheet.",
        ) from None


def _check_together(shares: Sequence[Share]) -> None:
    """Say plainly what keeps whole sheets from opening a desk."""
    needed = max(share.member_threshold for share in shares)
    if len(shares) < needed:
        raise AnotherSheetNeededError
    if len(shares) == 1:
        return
    if shares[0] == shares[1]:
        raise WrongRecoveryWordsError(
            "This is the same sheet twice.", advice="Enter the words of two different sheets of the three."
        )
    if needed == 1:
        raise WrongRecoveryWordsError("Each of these sheets stands alone.", advice="Enter the words of one of them.")
    if shares[0].common_parameters() != shares[1].common_parameters() or shares[0].index == shares[1].index:
        raise NotTogetherError


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


def _refuse_unknown(typed: Sequence[str], sheet: str) -> None:
    unknown = [(place, word) for place, word in enumerate(typed, start=1) if _known(word) is None]
    if not unknown:
        return
    shown = [f"word {place} ({word[:20]})" for place, word in unknown[:_MOST_SHOWN]]
    more = len(unknown) - len(shown)
    listed = ", ".join(shown) + (f" and {more} more" if more else "")
    where = f"{sheet}: not" if sheet else "Not"
    raise WrongRecoveryWordsError(f"{where} in the list of recovery words: {listed}.")


def _counted(number: int) -> str:
    return f"{number} was" if number == 1 else f"{number} were"
