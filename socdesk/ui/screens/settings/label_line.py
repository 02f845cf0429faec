"""One line to type a label into, with what saves it and what gives it up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow

_MOST = 120


class LabelLine(QWidget):
    """Hidden until it asks. ``cancelled`` is sent on Cancel and on Escape; Enter saves."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._then: Callable[[str], object] | None = None
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=10)
        self.edit = QLineEdit()
        self.edit.setMaxLength(_MOST)
        self.field = Field(theme, "New label", self.edit)
        column.addWidget(self.field)
        self.save = button(theme, "Save the label", self._save, look="primary")
        self._row = FlowRow(theme)
        self._row.add(self.save)
        self._row.add(button(theme, "Cancel", self.cancelled.emit))
        column.addWidget(self._row)
        self.edit.returnPressed.connect(self._save)
        self.hide()

    def ask(self, question: str, save: str, text: str, then: Callable[[str], object]) -> None:
        """Ask for a label; ``then`` is given what was typed."""
        self._then = then
        self.field.label.setText(question)
        self.edit.setAccessibleName(question)
        self.edit.setText(text)
        self.save.setText(save)
        self._row.refresh()
        self.field.set_error("")
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()
        QTimer.singleShot(0, self, self._come_into_sight)

    def refuse(self, words: str) -> None:
        """Say what is wrong with what was typed."""
        self.field.set_error(words)
        QTimer.singleShot(0, self, self._come_into_sight)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _come_into_sight(self) -> None:
        """Scroll to the line, once it has its place."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self)

    def _save(self) -> None:
        if self._then is not None:
            self._then(self.edit.text())
