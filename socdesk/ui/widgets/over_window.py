"""Puts a dialog over its window: as large as it likes at the text size, never larger than the window."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from socdesk.ui.theme.theme import Theme

_MARGIN = 12


def place_over(dialog: QDialog, window: QWidget, theme: Theme, *, width: float, height: float, top: float = -1) -> None:
    """Size and move a dialog; ``top`` is how far below the window's upper edge, -1 for the middle.

    All in pixels at 100 %.
    """
    dialog.resize(
        min(theme.px(width), window.width() - 2 * _MARGIN), min(theme.px(height), window.height() - 2 * _MARGIN)
    )
    corner = window.mapToGlobal(window.rect().topLeft())
    spare = max(window.height() - dialog.height(), 0)
    down = spare // 2 if top < 0 else min(theme.px(top), spare // 2)
    dialog.move(corner.x() + (window.width() - dialog.width()) // 2, corner.y() + down)
