"""Text in at most two lines, the second cut short where it must be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_MOST_KEPT = 4096


class TwoLines:
    """Breaks texts for one view, and remembers how; ``pixels`` is the size of the font that ``metrics`` measures."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def broken(self, text: str, width: int, metrics: QFontMetrics, pixels: int) -> tuple[str, ...]:
        """Return one or two lines that fit a width."""
        key = (text, width, pixels)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = broken(text, width, metrics)
        return self._kept[key]


def broken(text: str, width: int, metrics: QFontMetrics) -> tuple[str, ...]:
    """Return one or two lines that fit a width."""
    plain = " ".join(text.split())
    if metrics.horizontalAdvance(plain) <= width:
        return (plain,)
    words, first = plain.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return (first, rest) if first else (rest,)
