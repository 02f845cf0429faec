"""The window as a program of its own that goes to the next screen at F12, for whoever looks at it from outside.

    PYTHONPATH=tests python -m helpers.screens.walkable FOLDER APPEARANCE ZOOM [SCREEN...]

The folder holds the sample desk, which is copied. Once all is there, the window's title names the screen.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from helpers.environment import own_folders
from helpers.screens.catalogue import SCREENS
from helpers.screens.stage import Screen, Stage
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from socdesk.ui.application import make_application
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens
from socdesk.ui.widgets.labels import HeadingRoles


def title_of(screen: Screen) -> str:
    """Return the window's title while a screen is shown; Qt may add the program's name to it."""
    return f"Screen: {screen.name}."


class _Pages(QObject):
    """Hears F12 wherever the keyboard is."""

    def __init__(self, stage: Stage, screens: Iterator[Screen]) -> None:
        super().__init__()
        self._stage, self._screens = stage, screens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F12:
            if event.type() is QEvent.Type.KeyPress and watched.isWindowType():
                QTimer.singleShot(0, self._turn)
            return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        screen = next(self._screens)
        self._stage.show(screen)
        self._stage.window.setWindowTitle(title_of(screen))


def main(sample: Path, appearance: str, zoom: int, wanted: list[str]) -> None:
    """Show the window until it is closed."""
    with tempfile.TemporaryDirectory(prefix="socdesk-walk-", ignore_cleanup_errors=True) as name:
        os.environ |= {key: value for key, value in own_folders(Path(name)).items() if key != "XDG_RUNTIME_DIR"}
        app = make_application()
        roles = HeadingRoles()
        theme = Theme(app, load_tokens(), appearance=appearance, zoom=zoom)
        stage = Stage(theme, shutil.copytree(sample, Path(name) / "desk"), Path(name) / "settings")
        screens = iter([screen for screen in SCREENS if not wanted or screen.name in wanted])
        pages = _Pages(stage, screens)
        app.installEventFilter(pages)
        stage.window.show()
        app.exec()
        del roles


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:])
