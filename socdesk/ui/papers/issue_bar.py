"""Asks in place, before a paper is issued: what issuing means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label


class IssueBar(QFrame):
    """Esc leaves the paper a draft."""

    words = (
        "Issuing settles this paper. The desk keeps what is printed now with the SHA-256 of the file, and words and"
        " figures can no longer be changed. The next paper tells what changed since this one."
    )

    def __init__(self, theme: Theme, issue: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "caution")
        self._issue = issue
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(12, 10, 12, 10), spacing=8)
        column.addWidget(label(self.words, "label", wrap=True))
        row = FlowRow(theme)
        self.yes = button(theme, "Issue this paper", self._do, look="primary")
        self.no = button(theme, "Leave it a draft", self.hide)
        row.add(self.yes)
        row.add(self.no)
        column.addWidget(row)
        self.hide()

    def ask(self) -> None:
        """Ask."""
        self.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self) -> None:
        self.hide()
        self._issue()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
