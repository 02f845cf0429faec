"""The commands that check a desk, and this program."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.terminal import terminal_progress


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
    for words in found.findings:
        print(words, file=sys.stderr)
    if chosen.accept and found.findings:
        print("The desk is taken as it stands from now on.")
        return 0
    print("This desk is sound." if found.sound else "This desk is not sound. Keep it, and compare your newest backup.")
    return 0 if found.sound else 1


def self_test(chosen: Namespace) -> int:
    """Check that this program has all it needs."""
    from socdesk.selftest import run_self_test  # noqa: PLC0415

    return run_self_test(Path(chosen.report) if chosen.report else None)
