"""The line that asks for the name of a view which is to be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label


class SaveViewStrip(QFrame):
    """Hidden until asked for. ``named`` carries the name; Esc and Cancel send ``left``."""

    named = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 0, 24, 0), spacing=4)
        row = QHBoxLayout()
        spaced(row, theme, spacing=8)
        self.line = QLineEdit()
        row.addWidget(label("Name of the view", "label", buddy=self.line))
        self.line.setAccessibleName("Name of the view")
        self.line.returnPressed.connect(self._save)
        row.addWidget(self.line, 1)
        row.addWidget(button(theme, "Save", self._save, look="primary"))
        row.addWidget(button(theme, "Cancel", self.left.emit))
        column.addLayout(row)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        self.hide()

    def ask(self) -> None:
        """Ask for a name."""
        self.line.clear()
        self.tell("")
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: str) -> None:
        """Say what is wrong, or nothing."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.line.setAccessibleDescription(f"Error: {error}" if error else "")

    def _save(self) -> None:
        self.named.emit(self.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
