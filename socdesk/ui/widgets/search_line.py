"""A line to search with: a picture before the words, a cross after them, Esc empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import icon_button
from socdesk.ui.widgets.picture import Picture

_LEFT, _RIGHT, _SIZE = 24, 26, 18


class SearchLine(QLineEdit):
    """Its picture and its cross grow with the text, which Qt's own do not."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._picture = Picture(theme, "search", "text3", _SIZE)
        self._picture.setParent(self)
        self.cross = icon_button(theme, "x", "Clear the search", self.clear, quiet=True)
        self.cross.setParent(self)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.hide()
        self.textChanged.connect(self.show_cross)
        follow(theme, self, self._fit)

    def show_cross(self) -> None:
        """Show the cross while there is something to clear."""
        self.cross.setVisible(bool(self.text()))

    def _fit(self) -> None:
        px = self._theme.px
        self.setTextMargins(px(_LEFT), 0, px(_RIGHT), 0)
        self._place()

    def _place(self) -> None:
        px = self._theme.px
        self._picture.move(px(10), (self.height() - self._picture.height()) // 2)
        side = self.height() - px(6)
        self.cross.setGeometry(self.width() - side - px(3), px(3), side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
