"""The command that makes a paper."""

from __future__ import annotations

import sys
from argparse import Namespace

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.places import outside
from socdesk.cli.terminal import terminal_progress
from socdesk.files import write_atomically


def report(chosen: Namespace) -> int:
    """Make a committee update, check it for leaks, and write it."""
    from socdesk.desk.papers.making import make_committee_update  # noqa: PLC0415

    path = outside(chosen.desk, chosen.out, "A paper")
    with opened_desk(chosen) as desk:
        made = make_committee_update(
            desk,
            as_at=chosen.as_at,
            meeting=chosen.meeting,
            layout=chosen.layout,
            refresh=chosen.refresh,
            issue=chosen.issue,
            progress=terminal_progress(),
        )
        write_atomically(path, made.pdf)
    for notice in made.notices:
        print(notice, file=sys.stderr)
    print(f"Made {made.paper.reference}: {made.paper.title}.")
    return 0
