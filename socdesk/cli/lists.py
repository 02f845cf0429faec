"""The commands that bring lists in and write registers out."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import STANDARD_INPUT
from socdesk.cli.terminal import terminal_progress
from socdesk.desk.outside import outside
from socdesk.files import write_atomically

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk
    from socdesk.desk.imports.bringing_in import ListFile, Preview

LISTS = ("drivers", "staff", "members")
"""The lists of people; any other import is a register's, from a file that an export wrote."""


def export(chosen: Namespace) -> int:
    """Write a register to a file."""
    from socdesk.desk.exports import export_register, suffix_of  # noqa: PLC0415

    path = outside(Path(chosen.desk), Path(chosen.out), "An export")
    with opened_desk(chosen) as desk:
        made = export_register(desk, chosen.register, suffix_of(path), include_restricted=chosen.include_restricted)
        write_atomically(path, made.data)
    print(made.in_words())
    return 0


def bring_in(chosen: Namespace) -> int:
    """Show what a list would bring, and bring it in unless asked not to."""
    from socdesk.desk.imports.bringing_in import bring_in  # noqa: PLC0415

    file = _file(chosen.file)
    if chosen.kind not in LISTS:
        return _bring_register_in(chosen, file)
    with opened_desk(chosen) as desk:
        seen = _attendance(desk, file, chosen) if chosen.course else _list(desk, file, chosen)
        _show(seen)
        if chosen.dry_run:
            print("Nothing was saved: this was a dry run.")
            return 0
        done = bring_in(desk, seen, terminal_progress())
    print(f"Brought in as {done.batch.reference}. “socdesk undo” takes exactly this import back.")
    return 0


def _bring_register_in(chosen: Namespace, file: ListFile) -> int:
    from socdesk.desk.imports.register_list import bring_register_in, preview_register  # noqa: PLC0415

    with opened_desk(chosen) as desk:
        seen = preview_register(desk, chosen.kind, file.data, file.suffix)
        print(seen.in_words())
        for problem in seen.problems:
            print(problem, file=sys.stderr)
        if chosen.dry_run:
            print("Nothing was saved: this was a dry run.")
            return 0
        done = bring_register_in(desk, seen)
    print(f"Brought in as deed {done.number}. “socdesk undo” takes exactly this import back.")
    return 0


def _list(desk: Desk, file: ListFile, chosen: Namespace) -> Preview:
    from socdesk.desk.imports.bringing_in import preview  # noqa: PLC0415

    return preview(
        desk,
        chosen.kind,
        file,
        columns=dict(chosen.column),
        leave_out_sensitive=chosen.leave_out_sensitive,
        again=chosen.again,
    )


def _attendance(desk: Desk, file: ListFile, chosen: Namespace) -> Preview:
    from socdesk.desk.imports.attendance import LEAST_MINUTES, CourseGiven, preview_attendance  # noqa: PLC0415

    least = LEAST_MINUTES if chosen.least_minutes is None else chosen.least_minutes
    given = CourseGiven(title=chosen.course, held_on=chosen.held_on, least_minutes=least)
    return preview_attendance(desk, file, given, again=chosen.again)


def _file(name: str) -> ListFile:
    from socdesk.desk.imports.bringing_in import ListFile  # noqa: PLC0415

    return ListFile(sys.stdin.buffer.read(), "") if name == STANDARD_INPUT else ListFile.read(Path(name))


def _show(seen: Preview) -> None:
    for words in seen.in_words():
        print(words)
    for problem in seen.problems:
        print(problem, file=sys.stderr)
