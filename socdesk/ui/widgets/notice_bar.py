"""The bar at the bottom of a page that says what was done, with one thing to do about it: Undo (ux.md 4.16)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.labels import label

STAYS_MS = 10_000
"""How long it stays; while it has the keyboard or the pointer it stays longer."""


class NoticeBar(QFrame):
    """Shows one sentence at a time. It never takes the keyboard away from where it is."""

    def __init__(self, theme: Theme, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.setAccessibleName("Notice")
        self._announcer = announcer
        self._do: Callable[[], object] = self.hide
        row = QHBoxLayout(self)
        spaced(row, theme, margins=(16, 6, 6, 6), spacing=8)
        self._words = label("", wrap=True)
        row.addWidget(self._words, 1)
        self._button = button(theme, "", self._act, look="quiet")
        row.addWidget(self._button)
        row.addWidget(icon_button(theme, "x", "Close the notice", self.hide, quiet=True))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def tell(self, words: str, *, offer: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what was done; ``offer`` is the text of a button that does ``do``."""
        self._words.setText(words)
        self._button.setText(offer)
        self._button.setVisible(bool(offer))
        self._do = do or self.hide
        self.show()
        self.raise_()
        self._announcer.say(words)
        self._timer.start(STAYS_MS)

    def _act(self) -> None:
        self.hide()
        self._do()

    def _expire(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._timer.start(STAYS_MS)
        else:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
