"""A caution that a person answers with a tick before they go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.message_box import MessageBox


class Caution(QWidget):
    """Hidden until there is something to be careful about. ``answered`` is sent with each tick."""

    answered = Signal()

    def __init__(self, theme: Theme, answer: str) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._box = MessageBox(theme, "caution")
        self.tick = QCheckBox(answer)
        self.tick.toggled.connect(self._toggled)
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=4)
        column.addWidget(self._box)
        column.addWidget(self.tick)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._box.words

    @property
    def settled(self) -> bool:
        """Whether there is nothing to answer, or it was ticked."""
        return self.isHidden() or self.tick.isChecked()

    def tell(self, message: str, advice: str = "") -> None:
        """Ask about something, or about nothing any more; an earlier tick does not count."""
        self.tick.setChecked(False)
        self._box.tell(message, advice)
        self.tick.setAccessibleDescription(self.words)
        self.setVisible(bool(message))

    def _toggled(self) -> None:
        self.answered.emit()
