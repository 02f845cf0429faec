"""The command that makes a paper."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.terminal import terminal_progress
from socdesk.desk.outside import outside
from socdesk.files import write_atomically


def report(chosen: Namespace) -> int:
    """Make a paper, check it for leaks, and write it."""
    from socdesk.desk.papers.making import make_paper, seal_of  # noqa: PLC0415
    from socdesk.desk.papers.planning import Wish  # noqa: PLC0415

    path = outside(Path(chosen.desk), Path(chosen.out), "A paper")
    with opened_desk(chosen) as desk:
        wish = Wish(as_at=chosen.as_at, meeting=chosen.meeting, composer=chosen.paper, layout=chosen.layout or "")
        progress = terminal_progress()
        made = make_paper(desk, wish, refresh=chosen.refresh, issue=chosen.issue, progress=progress)
        data = made.web_page if path.suffix.lower() == ".html" else made.pdf
        write_atomically(path, data)
        desk.record_event("paper saved", paper=made.paper.reference, sha256=seal_of(data))
    for notice in made.notices:
        print(notice, file=sys.stderr)
    print(f"Made {made.paper.reference}: {made.paper.title}.")
    return 0
