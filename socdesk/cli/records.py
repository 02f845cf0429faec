"""The commands that look at records' history and take deeds back."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from socdesk.cli.open_desk import opened_desk

if TYPE_CHECKING:
    from socdesk.desk.desk import Undone


def history(chosen: Namespace) -> int:
    """Print every version of one record: old, new, who, when and why."""
    from socdesk.desk.histories import history_of  # noqa: PLC0415

    with opened_desk(chosen) as desk:
        for line in history_of(desk, chosen.reference):
            print(line)
    return 0


def revert(chosen: Namespace) -> int:
    """Give one record the values of one of its versions again."""
    from socdesk.desk.record_history import revert  # noqa: PLC0415  help needs none of it

    with opened_desk(chosen) as desk:
        found = revert(desk, chosen.reference, chosen.version)
    print(f"{found.deed.words}. “socdesk undo” takes that back.")
    for label in found.left:
        print(f"Left as it is, because it is sealed: {label}.")
    return 0


def undo(chosen: Namespace) -> int:
    """Take back one deed."""
    with opened_desk(chosen) as desk:
        _tell(desk.undo(chosen.deed), "Undone")
    return 0


def redo(chosen: Namespace) -> int:
    """Do again what was taken back last."""
    with opened_desk(chosen) as desk:
        _tell(desk.redo(), "Done again")
    return 0


def _tell(undone: Undone, word: str) -> None:
    number, records = undone.done.number, len(undone.done.records)
    words = undone.plan.deed.words.removeprefix("Undid: ")
    print(f"{word}: {words} ({records:,} {'record' if records == 1 else 'records'}, deed {number}).")
    for kept in undone.kept:
        print(f"Left as it is, because it was changed since: {kept.reference}, {kept.label}.")
