"""A place for the twenty recovery words, which may stand on several lines."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

_HEIGHT = 92


def words_edit(theme: Theme) -> QPlainTextEdit:
    """Return the place; Tab leads on from it."""
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    follow(theme, edit, lambda: edit.setFixedHeight(theme.px(_HEIGHT)))
    return edit
