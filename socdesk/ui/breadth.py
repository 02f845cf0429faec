"""How much room a window has, whatever its text size."""

from __future__ import annotations

import enum


class Breadth(enum.IntEnum):
    """How much room there is, by the window's width at 100 % text size (ux.md 0.10)."""

    NARROW = 0
    TIGHT = 1
    SLIM = 2
    FULL = 3


_LEAST_WIDTH = ((1240, Breadth.FULL), (1130, Breadth.SLIM), (800, Breadth.TIGHT))


def breadth_of(width: int, zoom: int) -> Breadth:
    """Return how much room a window of so many pixels has at a text size in per cent.

    >>> breadth_of(1366, 150)
    <Breadth.TIGHT: 1>
    """
    effective = width * 100 / zoom
    return next((breadth for least, breadth in _LEAST_WIDTH if effective >= least), Breadth.NARROW)
