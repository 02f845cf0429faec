"""Passphrases and recovery words come from a file or standard input, never from an argument."""

from __future__ import annotations

import sys
from pathlib import Path

from socdesk.errors import UserFacingError

STANDARD_INPUT = "-"
_MOST = 4096


class SecretFileError(UserFacingError):
    """The file that should hold a passphrase cannot be used."""


def read_secret(name: str) -> str:
    """Return the first line of a file, or of standard input for ``-``, without its line end.

    Raises:
        SecretFileError: the file is missing, empty, not text, or longer than any passphrase.

    """
    line = sys.stdin.readline(_MOST) if name == STANDARD_INPUT else _text_of(Path(name), lines=1)
    secret = line.rstrip("\r\n")
    if not secret:
        raise SecretFileError("The passphrase file is empty.", advice="Put the passphrase on its first line.")
    return secret


def read_words(name: str) -> str:
    """Return the recovery words of a file, or of standard input for ``-``; they may stand on several lines."""
    if name == STANDARD_INPUT:
        return sys.stdin.read(_MOST)
    return _text_of(Path(name), lines=None)


def _text_of(path: Path, *, lines: int | None) -> str:
    try:
        with path.open(encoding="utf-8-sig") as file:
            return file.readline(_MOST) if lines else file.read(_MOST)
    except FileNotFoundError as error:
        raise SecretFileError(f"There is no file {path.name}.", advice="Check its name and folder.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SecretFileError(
            f"{path.name} cannot be read as text.", advice="Check the file and its rights."
        ) from error
