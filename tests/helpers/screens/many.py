"""Builds pages and throws them away, many times over, and says how much memory that took.

    PYTHONPATH=tests python -m helpers.screens.many SAMPLE NUMBER

Each page is built as the window builds it, shows a screen, and is deleted; now and then the desk is locked and opened
again, and with it goes the whole frame.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from helpers.environment import own_folders
from helpers.screens.stage import Stage
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer

from socdesk.commands.places import PLACES_BEHIND, Spot
from socdesk.ui.application import make_application
from socdesk.ui.breadth import Breadth
from socdesk.ui.navigation import build_page
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens
from socdesk.ui.widgets.labels import HeadingRoles

SPOTS = (
    Spot("today"),
    Spot("actions", "all"),
    Spot("actions", "new"),
    Spot("concerns"),
    Spot("concerns", "quick"),
    Spot("training"),
    Spot("training", "new"),
    Spot("import", "drivers"),
    Spot("papers"),
    Spot("papers", "new"),
    Spot("settings", "appearance"),
    Spot("settings", "log"),
    Spot("deeds"),
    Spot("asat", "2025-12-31 actions"),
    Spot("rows", "Some actions"),
    *(Spot(place.key) for place in PLACES_BEHIND),
)
"""Every page of the window, and the forms of those that have one."""

TELL_EACH = 25
LOCK_EACH = 50
ANSWER_MS = 150


def resident() -> int:
    """Return how many kilobytes of memory this program holds."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def answer(milliseconds: int) -> None:
    """Live as the program does, so that a client is answered as quickly as by it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def build_and_destroy(stage: Stage, spot: Spot, look: Callable[[], object]) -> None:
    """Build a page, let it show all it has and be looked at, and delete it."""
    frame = stage.window.frame
    assert frame is not None
    page = build_page(spot.page, frame.room)
    frame.stack.addWidget(page)
    page.fit(Breadth.FULL)
    page.fold(Breadth.FULL)
    frame.stack.setCurrentWidget(page)
    page.arrive(spot)
    stage.settle()
    look()
    frame.stack.removeWidget(page)
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    stage.settle()


def many(stage: Stage, number: int) -> Iterator[tuple[int, int]]:
    """Go through so many screens; yield, now and then, how many were shown and the memory that is held."""
    for shown, spot in enumerate(islice(cycle(SPOTS), number), start=1):
        if stage.window.frame is None or shown % LOCK_EACH == 0:
            stage.unlock()
        build_and_destroy(stage, spot, lambda: answer(ANSWER_MS))
        if shown % TELL_EACH == 0 or shown == number:
            yield shown, resident()


def main(sample: Path, number: int) -> None:
    """Do it in a window of its own, and print the figures."""
    with tempfile.TemporaryDirectory(prefix="socdesk-many-", ignore_cleanup_errors=True) as name:
        os.environ |= {key: value for key, value in own_folders(Path(name)).items() if key != "XDG_RUNTIME_DIR"}
        app = make_application()
        roles = HeadingRoles()
        theme = Theme(app, load_tokens(), appearance="light")
        stage = Stage(theme, shutil.copytree(sample, Path(name) / "desk"), Path(name) / "settings")
        faults: list[Exception] = []
        stage.window.work.failed.connect(faults.append)
        stage.window.show()
        held = dict(many(stage, number))
        stage.window.close()
        print(json.dumps({"held": held, "faults": [type(fault).__name__ for fault in faults]}), flush=True)  # noqa: T201
        del roles


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
