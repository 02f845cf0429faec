"""Buttons: with words, with a picture, or both. Every one has a name that a screen reader says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

_GAP = 6


class WordsButton(QPushButton):
    """A button with words, and perhaps a picture; where there is little room its picture stands alone."""

    def __init__(self, words: str, hint: str) -> None:
        super().__init__(words)
        self._words, self._hint = words, hint
        self.draw: Callable[[], None] | None = None

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
    made = QToolButton()
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
