"""The commands that check a desk, and this program."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.terminal import terminal_progress
from socdesk.desk.outside import outside
from socdesk.files import write_atomically


def verify(chosen: Namespace) -> int:
    """Check a whole desk; exit code 1 if anything is wrong with it."""
    from socdesk.desk.verifying import accept, verify  # noqa: PLC0415

    with opened_desk(chosen) as desk:
        found = verify(desk, terminal_progress())
        if chosen.accept:
            accept(desk)
    for name, number in found.counts.items():
        print(f"{name}: {number:,}")
    print(f"Changes: {found.changes:,}. Head: {found.head}")
    for words in (*found.remarks, *found.findings):
        print(words, file=sys.stderr)
    if chosen.accept and found.findings:
        print("The desk is taken as it stands from now on.")
        return 0
    print("This desk is sound." if found.sound else "This desk is not sound. Keep it, and compare your newest backup.")
    return 0 if found.sound else 1


def trail(chosen: Namespace) -> int:
    """Export the trail, or the program that checks one."""
    from socdesk.desk.trail_export import checker, export_trail  # noqa: PLC0415

    path = outside(Path(chosen.desk), Path(chosen.out), "A trail")
    other = outside(Path(chosen.desk), Path(chosen.checker), "A program") if chosen.checker else None
    with opened_desk(chosen) as desk:
        made = export_trail(desk, terminal_progress(), with_texts=chosen.include_restricted)
        write_atomically(path, made.data)
    if other is not None:
        write_atomically(other, checker())
    print(f"{made.in_words()} Head: {made.head}")
    return 0


def self_test(chosen: Namespace) -> int:
    """Check that this program has all it needs."""
    from socdesk.selftest import run_self_test  # noqa: PLC0415

    return run_self_test(Path(chosen.report) if chosen.report else None)
