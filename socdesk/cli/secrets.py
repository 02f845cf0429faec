"""Passphrases and recovery words come from a file or standard input, never from an argument."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from getpass import getpass
from pathlib import Path
from typing import BinaryIO

from socdesk.desk.ways_in import SHEET_BREAK
from socdesk.errors import UserFacingError

STANDARD_INPUT = "-"
_MOST = 4096


class SecretFileError(UserFacingError):
    """The file that should hold a passphrase cannot be used."""


def read_secret(name: str) -> str:
    """Return the first line of a file, or of standard input for ``-``, without its line end.

    A person at a terminal is asked, and what they type is not shown. Two secrets from standard input are two lines.

    Raises:
        SecretFileError: the file is missing, empty, not text, or longer than any passphrase.

    """
    if name == STANDARD_INPUT and sys.stdin.isatty():
        secret = getpass("Passphrase: ")
    else:
        secret = _text(_bytes_of(name, _line), name).rstrip("\r\n")
    if not secret:
        raise SecretFileError("The passphrase file is empty.", advice="Put the passphrase on its first line.")
    return secret


def read_words(names: Sequence[str]) -> str:
    """Return the recovery words of a file for each sheet, or of standard input for ``-``; on several lines or one."""
    return SHEET_BREAK.join(_text(_bytes_of(name, _whole), name) for name in names)


def _line(stream: BinaryIO) -> bytes:
    return stream.readline(_MOST + 1)


def _whole(stream: BinaryIO) -> bytes:
    return stream.read(_MOST + 1)


def _bytes_of(name: str, read: Callable[[BinaryIO], bytes]) -> bytes:
    if name == STANDARD_INPUT:
        return read(sys.stdin.buffer)
    try:
        with Path(name).open("rb") as file:
            return read(file)
    except FileNotFoundError as error:
        raise SecretFileError(f"There is no file {Path(name).name}.", advice="Check its name and folder.") from error
    except OSError as error:
        raise _unreadable(name) from error


def _text(data: bytes, name: str) -> str:
    if len(data) > _MOST:
        raise SecretFileError(f"{_called(name)} is longer than any passphrase.", advice="Check that it is the file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(name) from None  # the error would carry the bytes


def _unreadable(name: str) -> SecretFileError:
    return SecretFileError(f"{_called(name)} cannot be read as text.", advice="Save it as UTF-8; check its rights.")


def _called(name: str) -> str:
    return "Standard input" if name == STANDARD_INPUT else Path(name).name
