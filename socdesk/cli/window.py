"""The command that shows the window."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from socdesk.bootstrap import run_window


def window(chosen: Namespace) -> int:
    """Show the window until it is closed."""
    return run_window(Path(chosen.desk).absolute() if chosen.desk else None)
