"""Keeps the window out of pictures of the screen, by choice, where the system can do that: on Windows alone."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

_SHOWN, _BLACK, _LEFT_OUT = 0x0, 0x1, 0x11
"""What Windows does with a window in a picture: shows it, blacks it out, leaves it out (from Windows 10, 2004 on)."""

Affinity = Callable[[int, int], bool]
"""Tells the system what to do with a window; returns whether it does."""


def affinity_of_system(window: int, wish: int) -> bool:
    """Ask the system; only Windows answers."""
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  elsewhere it has no such library

    return bool(ctypes.windll.user32.SetWindowDisplayAffinity(ctypes.c_void_p(window), wish))


class CaptureGuard(QObject):
    """Sees to each window of the program as it comes to the front. ``fails`` is whether the system would not do it."""

    def __init__(self, parent: QObject, ask: Affinity = affinity_of_system) -> None:
        super().__init__(parent)
        self._ask = ask
        self._hidden = False
        self.fails = False

    def set_hidden(self, *, hidden: bool) -> None:
        """Leave every window out of pictures from now on, or show them again."""
        application = QGuiApplication.instance()
        if hidden != self._hidden and isinstance(application, QGuiApplication):
            self._hidden, self.fails = hidden, False
            if hidden:
                application.focusWindowChanged.connect(self._see_to)
            else:
                application.focusWindowChanged.disconnect(self._see_to)
            for window in QGuiApplication.topLevelWindows():
                self._tell(window)

    def _see_to(self, window: QWindow | None) -> None:
        if self._hidden and window is not None:
            self._tell(window)

    def _tell(self, window: QWindow) -> None:
        if not window.isVisible():
            return
        number = int(window.winId())
        if not self._hidden:
            self._ask(number, _SHOWN)
        elif not (self._ask(number, _LEFT_OUT) or self._ask(number, _BLACK)):
            self.fails = True
