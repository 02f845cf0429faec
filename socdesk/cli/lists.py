"""The commands that bring lists in and write registers out."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import STANDARD_INPUT
from socdesk.cli.terminal import terminal_progress
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically

if TYPE_CHECKING:
    from socdesk.desk.imports.bringing_in import ListFile, Preview


class ColumnChoiceError(UserFacingError):
    """A correction of a column match cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "A column is corrected as FIELD=HEADING, such as licence_no=Badge.", advice="Nothing was saved."
        )


def export(chosen: Namespace) -> int:
    """Write a register to a file."""
    from socdesk.desk.exports import export_register, suffix_of  # noqa: PLC0415

    path = Path(chosen.out)
    with opened_desk(chosen) as desk:
        made = export_register(desk, chosen.register, suffix_of(path), include_restricted=chosen.include_restricted)
        write_atomically(path, made.data)
    print(made.in_words())
    return 0


def bring_in(chosen: Namespace) -> int:
    """Show what a list would bring, and bring it in unless asked not to."""
    from socdesk.desk.imports.bringing_in import bring_in, preview  # noqa: PLC0415

    file = _file(chosen.file)
    with opened_desk(chosen) as desk:
        seen = preview(
            desk,
            chosen.kind,
            file,
            columns=dict(_column(text) for text in chosen.column),
            leave_out_sensitive=chosen.leave_out_sensitive,
            again=chosen.again,
        )
        _show(seen)
        if chosen.dry_run:
            print("Nothing was saved: this was a dry run.")
            return 0
        done = bring_in(desk, seen, terminal_progress())
    print(f"Brought in as {done.reference}. “socdesk undo” takes exactly this import back.")
    return 0


def _file(name: str) -> ListFile:
    from socdesk.desk.imports.bringing_in import ListFile  # noqa: PLC0415

    return ListFile(sys.stdin.buffer.read(), ".csv") if name == STANDARD_INPUT else ListFile.read(Path(name))


def _column(text: str) -> tuple[str, str]:
    field, sign, heading = text.partition("=")
    if not sign:
        raise ColumnChoiceError
    return field.strip(), heading.strip()


def _show(seen: Preview) -> None:
    for words in seen.in_words():
        print(words)
    for problem in seen.problems:
        print(problem, file=sys.stderr)
