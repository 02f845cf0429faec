"""Throws away what only refers to itself, on the window's thread and between two turns of its loop.

Python would do so amid anything: in the thread of a job, or while Qt goes from widget to widget to give each its new
font. A widget that is thrown away then takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EACH_MS = 500


class Tidying(QObject):
    """Takes over from Python for as long as its parent lives, where nobody has done so before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if gc.isenabled():
            gc.disable()
            parent.destroyed.connect(gc.enable)
        timer = QTimer(self)
        timer.timeout.connect(tidy)
        timer.start(_EACH_MS)


def tidy() -> None:
    """Look through what was made lately, and from time to time through all, as often as Python would."""
    waiting = [made > enough for made, enough in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if waiting[0]:
        gc.collect(2 if waiting[2] else 1 if waiting[1] else 0)
