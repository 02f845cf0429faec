"""The question that stands over a form with unsaved changes when a person wants to leave it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label


class LeaveBar(QFrame):
    """Asked in place, never in a dialog: save, leave without, or stay. Esc stays."""

    words = "Your changes are not saved. Save them before you leave?"

    def __init__(self, theme: Theme, save: Callable[[], object], go: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "caution")
        self._go = go
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(12, 10, 12, 10), spacing=8)
        column.addWidget(label(self.words, "label", wrap=True))
        row = QHBoxLayout()
        spaced(row, theme, spacing=8)
        self.save = button(theme, "Save changes", save, look="primary")
        self.drop = button(theme, "Leave without saving", self._leave)
        self.stay = button(theme, "Stay here", self.hide)
        for each in (self.save, self.drop, self.stay):
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def ask(self, go: Callable[[], object]) -> None:
        """Ask; ``go`` is done when the person leaves without saving."""
        self._go = go
        self.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.hide()
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
