"""Progress on a terminal, and nothing where nobody watches."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from socdesk.jobs import CancellableProgress, Progress, SilentProgress

_WIDTH = 78


def terminal_progress() -> Progress:
    """Return progress that draws one line on standard error, if that is a terminal."""
    return CancellableProgress(_draw) if sys.stderr.isatty() else SilentProgress()


def _draw(done: int, total: int, message: str) -> None:
    share = f"{100 * done // total:>3} %  " if total else ""
    ended = bool(total) and done >= total
    line = "" if ended else f"{share}{message}"
    sys.stderr.write("\r" + line[:_WIDTH].ljust(_WIDTH) + ("\r" if ended else ""))
    sys.stderr.flush()


def speak_any_language() -> None:
    """Print a stand-in for each character that the terminal or the file behind it cannot hold."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def warn(notices: tuple[str, ...]) -> None:
    """Print each reason not to trust the desk's file."""
    for words in notices:
        print(f"Warning: {words}", file=sys.stderr)
    if notices:
        print("Warning: Run “socdesk verify” on this desk and compare it with your newest backup.", file=sys.stderr)
