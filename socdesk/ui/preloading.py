"""Imports what comes next while the person types the passphrase, so that neither the desk nor a page waits for it.

What knows no Qt is imported off the window's thread: what opens a desk on the very thread that will open it, so that
opening comes after it. What makes widgets is imported on the window's thread, one module at a time, when nothing else
is to be done.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from socdesk.jobs import Job, Progress
from socdesk.ui.navigation import BUILDERS
from socdesk.ui.work import Work

OPENING = ("socdesk.desk.opening",)
FRAME = ("socdesk.ui.desk_frame", "socdesk.ui.screens.today")
BEHIND_PAGES = ("socdesk.desk.imports.opened_list", "socdesk.desk.training.gathering", "socdesk.desk.papers.studio")
PAGES = tuple(dict.fromkeys(builder.partition(":")[0] for builder in BUILDERS.values()))


class Preloading(QObject):
    """Begins at once and ends by itself: what opens the desk, what shows it, then all other pages.

    The window's thread imports nothing while a job runs: the person waits for that.
    """

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._left: list[str] = []
        self._behind: tuple[str, ...] = BEHIND_PAGES
        self._is_busy = False
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._import_next)
        work.busy.connect(self._wait_or_go_on)
        work.write(_importing(OPENING), self, partial(self._add, FRAME))

    def _add(self, modules: Iterable[str], _done: object) -> None:
        self._left += modules

    def _wait_or_go_on(self, running: int) -> None:
        self._is_busy = running > 0
        self._idle.start()

    def _import_next(self) -> None:
        if self._is_busy:
            return
        if self._left:
            import_module(self._left.pop(0))
            self._idle.start()
        elif self._behind:
            job, self._behind = _importing(self._behind), ()
            self._work.read(job, self, partial(self._add, PAGES), last=True)


def _importing(modules: Iterable[str]) -> Job[None]:
    def work(_progress: Progress) -> None:
        for each in modules:
            import_module(each)

    return Job("Getting ready", work)
