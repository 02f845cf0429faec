"""What stands where there is nothing yet: what would be here, and one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label


class EmptyState(QWidget):
    """A heading, one sentence, and one button at most."""

    def __init__(
        self, theme: Theme, heading: str, sentence: str, *, offer: str = "", do: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 48, 24, 48), spacing=8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Heading(heading, "subtitle"), 0, middle)
        words = label(sentence, "small", wrap=True)
        words.setAlignment(middle)
        column.addWidget(words)
        if do is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(button(theme, offer, do), 0, middle)
        column.addStretch(1)
