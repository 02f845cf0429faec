"""Where Qt finds no screen to draw on, it would abort; a person gets one clear line and an exit code instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_WORDS = "Socdesk found no screen to show its window on. Start it on a desktop; “socdesk --help” lists what needs none."
_WORLD = 1


@contextmanager
def refused_in_words() -> Generator[None]:
    """While the application is made, turn Qt's abort for want of a screen into words."""
    before = qInstallMessageHandler(_hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says; leave at once where it would abort. What it says before that is the same in its words."""
    if kind is QtMsgType.QtFatalMsg:
        print(_WORDS, file=sys.stderr, flush=True)  # noqa: T201  there is no window to say it in
        os._exit(_WORLD)
    if "platform plugin" not in message and "connect to display" not in message and sys.stderr is not None:
        print(message, file=sys.stderr)  # noqa: T201  as Qt does
