"""What the parser alone cannot tell to be wrong usage, and how arguments are read."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from datetime import date
from typing import cast

from socdesk.cli.secrets import STANDARD_INPUT


def day(text: str) -> date:
    """Read a day."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not a day. Type it as 2026-03-05.") from error


def count(text: str) -> int:
    """Read a number of things."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is not a whole number from 0.")
    return int(text)


def column(text: str) -> tuple[str, str]:
    """Read the correction of a column: the field's key and the heading that fills it."""
    field, sign, heading = text.partition("=")
    if not sign:
        raise ArgumentTypeError(f"“{text}” is not FIELD=HEADING, such as licence_no=Badge.")
    return field.strip(), heading.strip()


def misuse(chosen: Namespace) -> str:
    """Return what is wrong with the arguments together, or nothing."""
    return _standard_input_twice(vars(chosen)) or _attendance(vars(chosen)) or _recovery_of_backup(vars(chosen))


def _standard_input_twice(given: dict[str, object]) -> str:
    """Refuse two readers of standard input; two passphrases are two lines of it."""
    sheets = cast("list[str]", given.get("words_file") or [])
    whole = [name for name in (given.get("file"), *sheets) if name == STANDARD_INPUT]
    lines = [name for name in ("passphrase_file", "new_passphrase_file") if given.get(name) == STANDARD_INPUT]
    if whole and (lines or len(whole) > 1):
        return "standard input (-) can be one file only; put the passphrase into a file"
    return ""


def _attendance(given: dict[str, object]) -> str:
    course, held_on = given.get("course"), given.get("held_on")
    if course is None:
        return "--held-on and --least-minutes need --course" if held_on or given.get("least_minutes") else ""
    if given.get("kind") != "staff":
        return "--course is for attendance reports of staff"
    return "" if held_on else "--course needs --held-on, the day on which it was given"


def _recovery_of_backup(given: dict[str, object]) -> str:
    """Recovery words open a restored desk once, so a new passphrase comes with them, and only with them."""
    if "replace" not in given:
        return ""
    if given["words_file"]:
        return "" if given["new_passphrase_file"] else "--words-file needs --new-passphrase-file"
    if given["new_passphrase_file"] or given["recovery_out"]:
        return "--new-passphrase-file and --recovery-out go with --words-file"
    return ""
