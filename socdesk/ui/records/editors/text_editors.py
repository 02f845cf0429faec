"""Editors for text of one line and of many, and for what is sealed."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme


class LineEditor(Editor):
    """One line: text, a reference, a number."""

    def __init__(self) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self.line.textEdited.connect(self._edited)

    def _edited(self) -> None:
        self.edited.emit()

    def text(self) -> str:
        return self.line.text()

    def show_text(self, typed: str) -> None:
        self.line.setText(typed)
        self.line.setCursorPosition(0)

    def draft(self) -> str:
        return self.line.text()

    def show_draft(self, typed: str) -> None:
        self.line.setText(typed)


class LongTextEditor(Editor):
    """Many lines. Tab leaves it."""

    def __init__(self, theme: Theme, lines: int = 4) -> None:
        self.area = long_area(theme, lines)
        super().__init__(self.area)
        self.area.textChanged.connect(self._edited)

    def _edited(self) -> None:
        if self.area.hasFocus():
            self.edited.emit()

    def text(self) -> str:
        return self.area.toPlainText()

    def show_text(self, typed: str) -> None:
        self.area.setPlainText(typed)


class SealedEditor(Editor):
    """Shows a sealed answer in words: it can be read and copied, not changed."""

    def __init__(self, theme: Theme, words: str, *, long: bool) -> None:
        if long:
            area = long_area(theme, min(6, max(2, len(words) // 70 + 1)))
            area.setPlainText(words)
            area.setReadOnly(True)
            super().__init__(area)
        else:
            line = QLineEdit(words)
            line.setReadOnly(True)
            line.setCursorPosition(0)
            super().__init__(line)
        self._words = words

    def text(self) -> str:
        return self._words

    def show_text(self, typed: str) -> None:
        """Keep what is sealed."""


def long_area(theme: Theme, lines: int) -> QPlainTextEdit:
    """Return a text area of so many lines at the present text size."""
    area = QPlainTextEdit()
    area.setTabChangesFocus(True)

    def fit() -> None:
        area.setFixedHeight(QFontMetrics(theme.font()).lineSpacing() * lines + theme.px(22))

    follow(theme, area, fit)
    return area
