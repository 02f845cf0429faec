"""Buttons: with words, with a picture, or both. Every one has a name that a screen reader says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

_GAP = 6


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def _is_pressed_by(made: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button by Enter as by the space bar, as people know it from the web; Qt does so in dialogs alone."""
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    made.click()
    return True


class PictureButton(QToolButton):
    """A button that is a picture alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_pressed_by(self, event):
            super().keyPressEvent(event)


class WordsButton(QPushButton):
    """A button with words, and perhaps a picture; where there is little room its picture stands alone."""

    def __init__(self, words: str, hint: str) -> None:
        super().__init__(words)
        self._words, self._hint = words, hint
        self.draw: Callable[[], None] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_pressed_by(self, event):
            super().keyPressEvent(event)

    def fold(self, *, folded: bool) -> None:
        """Show the picture alone, or the words too. Without a picture the words stay."""
        if self.draw is None:
            return
        self._words = self.text() or self._words
        self.setText("" if folded else self._words)
        self.setAccessibleName(self._words)
        self.setToolTip(self._hint or (self._words if folded else ""))
        self.draw()


def button(
    theme: Theme, text: str, pressed: Callable[[], object], *, look: str = "", icon: str = "", hint: str = ""
) -> WordsButton:
    """Return a button. ``look`` is "primary" (one on a page), "quiet", "plain", "segment", "chip", or nothing."""
    made = WordsButton(text, hint)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    made.setToolTip(hint)
    made.clicked.connect(lambda _checked=False: pressed())
    if icon:
        ink = {"primary": "text_on_accent", "jump": "text3", "quiet": "link"}.get(look, "text2")

        def draw() -> None:
            gap = _GAP if made.text() else 0
            made.setIcon(theme.icon(icon, ink, gap=gap))
            made.setIconSize(theme.icon_size(gap=gap))

        made.draw = draw
        follow(theme, made, draw)
    return made


def icon_button(
    theme: Theme, icon: str, name: str, pressed: Callable[[], object], *, hint: str = "", quiet: bool = False
) -> QToolButton:
    """Return a button that is a picture alone; its name is spoken and shown as its tooltip."""
    made = PictureButton()
    made.setProperty("look", "quiet-icon" if quiet else "icon")
    made.setAccessibleName(name)
    made.setToolTip(hint or name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _checked=False: pressed())

    def draw() -> None:
        made.setIcon(theme.icon(icon))
        made.setIconSize(theme.icon_size())

    follow(theme, made, draw)
    return made
