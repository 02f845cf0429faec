"""The bar below a page that says what was done, with one thing to do about it: Undo (ux.md 4.16)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.labels import label

_WIDTH = 640
STAYS_MS = 10_000
"""How long it stays; while it has the keyboard or the pointer it stays longer."""


class NoticeBar(QWidget):
    """Shows one sentence at a time. It never takes the keyboard away from where it is, and covers nothing."""

    def __init__(self, theme: Theme, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "inside")
        self.setAccessibleName("Notice")
        self._announcer = announcer
        self._do: Callable[[], object] = self.hide
        whole = QHBoxLayout(self)
        spaced(whole, theme, margins=(24, 6, 24, 8))
        bar = QFrame()
        bar.setProperty("look", "notice")
        follow(theme, bar, lambda: bar.setMaximumWidth(theme.px(_WIDTH)))
        whole.addStretch(1)
        whole.addWidget(bar, 100)
        whole.addStretch(1)
        row = QHBoxLayout(bar)
        spaced(row, theme, margins=(16, 3, 6, 3), spacing=8)
        self._words = label("", wrap=True)
        row.addWidget(self._words, 1)
        self._button = button(theme, "", self._act, look="quiet")
        row.addWidget(self._button)
        self._close = icon_button(theme, "x", "Close the notice", self.hide, quiet=True)
        row.addWidget(self._close)
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
        self.come_last()
        self._announcer.say(words)
        self._timer.start(STAYS_MS)

    def come_last(self) -> None:
        """Let Tab come to it after everything above it, whatever was built since."""
        last = self.window().previousInFocusChain()
        while last is not None and not last.isWindow() and not last.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = last.previousInFocusChain()
        if last is not None and not self.isAncestorOf(last):
            for each in (self._button, self._close):
                QWidget.setTabOrder(last, each)
                last = each

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
