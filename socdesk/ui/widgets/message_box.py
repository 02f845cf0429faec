"""A message that stays on the page: trouble with what to do about it, or a caution."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture

_LOOKS = {"trouble": ("octagon-alert", "red"), "caution": ("triangle-alert", "amber")}


class MessageBox(QFrame):
    """A framed message; ``kind`` is "trouble" or "caution". Hidden until it has something to say."""

    def __init__(self, theme: Theme, kind: str = "trouble") -> None:
        super().__init__()
        self.setProperty("look", kind)
        icon, ink = _LOOKS[kind]
        row = QHBoxLayout(self)
        spaced(row, theme, margins=(12, 10, 12, 10), spacing=10)
        column = QVBoxLayout()
        spaced(column, theme, spacing=2)
        row.addWidget(Picture(theme, icon, ink, 18))
        self._message = label("", "label", wrap=True)
        self._advice = label("", "small", wrap=True)
        column.addWidget(self._message)
        column.addWidget(self._advice)
        row.addLayout(column, 1)
        self.hide()

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self._message.text()} {self._advice.text()}".strip()

    def tell(self, message: str, advice: str = "") -> None:
        """Say something, or nothing."""
        self._message.setText(message)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(self.words)
        self.setVisible(bool(message))
