"""Rows of a table as they were drawn: what is seen again, after another page or a scroll, need not be drawn again.

A row's cells are drawn by Python, which takes most of the time of a page switch. The pictures go with their table, so
nothing of a record outlives the desk being locked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

_MOST_PIXELS = 6_000_000
"""About 24 MB; some screens full of rows."""


class Drawn(NamedTuple):
    """What tells one picture from another, until something else changes and all are forgotten."""

    row: int
    selected: bool
    hovered: bool
    focused: bool


class RowPictures:
    """Keeps pictures by what they show, and lets all go when there are too many."""

    def __init__(self) -> None:
        self._kept: dict[Drawn, QPixmap] = {}
        self._pixels = 0

    def forget(self) -> None:
        """Let every picture go: rows, columns or colours have changed."""
        self._kept.clear()
        self._pixels = 0

    def picture(
        self, drawn: Drawn, size: QSize, ratio: float, ground: QColor, draw: Callable[[QPainter], object]
    ) -> QPixmap:
        """Return the picture of a row, of ``size`` in pixels of the window on a screen of ``ratio``."""
        found = self._kept.get(drawn)
        if found is None:
            found = painted(size, ratio, ground, draw)
            self._keep(drawn, found)
        return found

    def _keep(self, drawn: Drawn, picture: QPixmap) -> None:
        pixels = picture.width() * picture.height()
        if self._pixels + pixels > _MOST_PIXELS:
            self.forget()
        self._kept[drawn] = picture
        self._pixels += pixels


def painted(size: QSize, ratio: float, ground: QColor, draw: Callable[[QPainter], object]) -> QPixmap:
    """Return a picture drawn just now."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)  # opaque, so that letters are drawn as sharp as on the window itself
    with QPainter(picture) as painter:
        draw(painter)
    return picture
