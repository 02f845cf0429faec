"""Where the window stood last time, kept within the screens there are now."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

_USUAL = QSize(1280, 760)
_LEAST_SEEN = 80


def usable_place(kept: tuple[int, ...]) -> QRect:
    """Return where to put the window: where it was, or in the middle of the main screen if that is gone."""
    place = QRect(*kept) if kept else QRect()
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(place)
        if seen.width() >= _LEAST_SEEN and seen.height() >= _LEAST_SEEN:
            return place.intersected(screen.availableGeometry()) if place.width() > screen.size().width() else place
    whole = QGuiApplication.primaryScreen().availableGeometry()
    size = _USUAL.boundedTo(whole.size())
    place = QRect(whole.topLeft(), size)
    place.moveCenter(whole.center())
    return place
