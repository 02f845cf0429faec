"""A tile: one number that opens the rows behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.laid_out_button import LaidOutButton
from socdesk.ui.widgets.picture import Picture


class Tile(LaidOutButton):
    """A button with a picture, a number and what it counts."""

    def __init__(self, theme: Theme, icon: str, pressed: Callable[[], object]) -> None:
        super().__init__("tile")
        self._theme, self._icon = theme, icon
        spaced(self.row, theme, margins=(16, 10, 16, 10), spacing=12)
        self._picture = Picture(theme, icon, "grey", 22)
        self.row.addWidget(self._picture)
        self._column = column = QVBoxLayout()
        spaced(column, theme)
        self._number = label("\N{EN DASH}", "figure")
        self._words = label("Loading", "muted", wrap=True)
        column.addWidget(self._number)
        column.addWidget(self._words, 1)
        self.row.addLayout(column, 1)
        self.deafen()
        self.setAccessibleName("Loading")
        self.clicked.connect(lambda _checked=False: pressed())

    def set_compact(self, *, compact: bool) -> None:
        """Set the words beside the number, where there is little height, or under it."""
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._column.setDirection(sideways if compact else down)
        self._column.setSpacing(self._theme.px(8) if compact else 0)
        self.updateGeometry()

    def show_count(self, number: int, words: str, ink: str) -> None:
        """Show a number; ``ink`` is the colour family of its picture, green where there is nothing to do."""
        self._number.setText(f"{number:,}")
        self._words.setText(words)
        self._picture.show_icon(self._icon if number else "circle-check", ink if number else "green")
        self.setAccessibleName(f"{number:,} {words}")
        self.updateGeometry()

    def show_share(self, share: str, words: str, ink: str) -> None:
        """Show a share in words, such as "78%"."""
        self._number.setText(share)
        self._words.setText(words)
        self._picture.show_icon(self._icon, ink)
        self.setAccessibleName(f"{share} {words}")
        self.updateGeometry()
