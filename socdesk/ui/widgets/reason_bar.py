"""A deed that needs a reason asks for it in place, never in a dialog. Enter does it, Esc leaves all as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label


class ReasonBar(QFrame):
    """Hidden until it asks. ``gone`` is called when it was left, done or not."""

    def __init__(self, theme: Theme, question: str, verb: str, gone: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "caution")
        self._do: Callable[[str], object] = str
        self._gone = gone
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(16, 10, 16, 12), spacing=8)
        self._words = label("", "label", wrap=True)
        column.addWidget(self._words)
        self.line = QLineEdit()
        self.line.setMaxLength(300)
        self.line.returnPressed.connect(self._done)
        self.field = Field(theme, question, self.line)
        column.addWidget(self.field)
        row = FlowRow(theme)
        self.do = button(theme, verb, self._done)
        row.add(self.do)
        row.add(button(theme, "Leave it as it is", self.leave))
        column.addWidget(row)
        self.hide()

    def ask(self, words: str, do: Callable[[str], object]) -> None:
        """Ask for the reason; ``do`` is called with it."""
        self._do = do
        self._words.setText(words)
        self.line.clear()
        self.tell("")
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: str) -> None:
        """Say what is wrong with the reason, or nothing."""
        self.field.set_error(error)

    def leave(self) -> None:
        """Ask no more."""
        self.hide()
        self._gone()

    def _done(self) -> None:
        self._do(self.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
