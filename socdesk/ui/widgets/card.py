"""A card: a part of a page with a heading of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import Heading, label


class Card(QFrame):
    """Add what belongs to it to ``column``; ``aside`` is the quiet text at the right of the heading.

    A ``flush`` card holds a list that draws up to its edges.
    """

    def __init__(
        self, theme: Theme, heading: str, *, hint: str = "", beside: QWidget | None = None, flush: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.column = QVBoxLayout(self)
        spaced(self.column, theme, margins=(8, 14, 8, 8) if flush else (20, 16, 20, 20), spacing=8 if flush else 12)
        top = QHBoxLayout()
        spaced(top, theme, margins=(8, 0, 8, 0) if flush else (0, 0, 0, 0), spacing=8)
        top.addWidget(Heading(heading, "subtitle"))
        top.addStretch(1)
        self.aside = label("", "muted")
        top.addWidget(self.aside)
        if beside is not None:
            top.addWidget(beside)
        self.column.addLayout(top)
        if hint:
            self.column.addWidget(label(hint, "muted", wrap=True))
