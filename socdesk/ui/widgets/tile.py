"""A tile: one number that opens the rows behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture


class Tile(QPushButton):
    """A button with a picture, a number and what it counts."""

    def __init__(self, theme: Theme, icon: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "tile")
        self._icon = icon
        self._row = row = QHBoxLayout(self)
        spaced(row, theme, margins=(16, 10, 16, 10), spacing=12)
        self._picture = Picture(theme, icon, "grey", 22)
        row.addWidget(self._picture)
        column = QVBoxLayout()
        spaced(column, theme)
        self._number = label("", "figure")
        self._words = label("", "muted")
        column.addWidget(self._number)
        column.addWidget(self._words)
        row.addLayout(column, 1)
        self.clicked.connect(lambda _checked=False: pressed())
        follow(theme, self, lambda: self.setFixedHeight(theme.px(74)))

    def show_count(self, number: int, words: str, ink: str) -> None:
        """Show a number; ``ink`` is the colour family of its picture, grey where there is nothing to do."""
        self._number.setText(f"{number:,}")
        self._words.setText(words)
        self._picture.show_icon(self._icon if number else "circle-check", ink if number else "green")
        self.setAccessibleName(f"{number:,} {words}")
        self.setMinimumWidth(self._row.minimumSize().width())
