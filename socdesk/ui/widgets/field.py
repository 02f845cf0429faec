"""One question of a form: label above, hint under it, error between hint and answer (ux.md 7)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label, look
from socdesk.ui.widgets.picture import Picture


class Field(QWidget):
    """Holds any editor; ``focus`` is the widget that takes the keyboard where the editor is made of several."""

    def __init__(
        self, theme: Theme, text: str, editor: QWidget, *, hint: str = "", focus: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self.editor = editor
        self.focus_widget = focus or editor
        self._hint = hint
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=4)
        self.label = label(text, "label", buddy=self.focus_widget)
        column.addWidget(self.label)
        if not self.focus_widget.accessibleName():
            self.focus_widget.setAccessibleName(text.replace("&", ""))
        if hint:
            column.addWidget(label(hint, "hint", wrap=True))
        self._row = QWidget()
        self._row.setProperty("look", "inside")
        row = QHBoxLayout(self._row)
        spaced(row, theme, spacing=6)
        row.addWidget(Picture(theme, "octagon-alert", "red"))
        self._error = label("", "error", wrap=True)
        row.addWidget(self._error, 1)
        column.addWidget(self._row)
        column.addWidget(editor)
        self.set_error("")

    @property
    def error(self) -> str:
        """What is wrong with the answer, or nothing."""
        return self._error.text()

    def set_error(self, words: str) -> None:
        """Show what is wrong and what to do, or take that away again."""
        self._error.setText(words)
        self._row.setVisible(bool(words))
        spoken = f"Error: {words} {self._hint}".strip() if words else self._hint
        self.focus_widget.setAccessibleDescription(spoken)
        self.focus_widget.setProperty("error", bool(words))
        look(self.focus_widget, str(self.focus_widget.property("look") or ""))
