"""What all editors share: a widget, the text that the field reads, and when it was edited and left."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QWidget

_STAYS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}


class Editor(QObject):
    """Override ``text`` and ``show_text``. ``focus`` is the widget that takes the keyboard.

    ``edited`` is sent when the answer changes, ``left`` when the keyboard leaves it.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, widget: QWidget, focus: QWidget | None = None) -> None:
        super().__init__(widget)
        self.widget = widget
        self.focus = focus or widget
        self.watch(self.focus)

    def text(self) -> str:
        """Return the answer as ``Field.parse`` reads it."""
        raise NotImplementedError

    def show_text(self, typed: str) -> None:
        """Show an answer as ``Field.typed`` gives it."""
        raise NotImplementedError

    def draft(self) -> str:
        """Return what was typed, word for word, also where it is no answer yet."""
        return self.text()

    def show_draft(self, typed: str) -> None:
        """Show what ``draft`` gave."""
        self.show_text(typed)

    def name(self, label: str) -> None:
        """Tell the parts of the editor what they are asked for; one widget has its name from its label."""

    def watch(self, widget: QWidget) -> None:
        """Send ``left`` when this part loses the keyboard; keep the wheel from changing what is scrolled past."""
        widget.installEventFilter(self)
        if isinstance(widget, QComboBox):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        lost = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS
        if lost and all(map(shiboken6.isValid, (self.widget, self.focus))):  # not while the form goes
            self.leave()
            self.left.emit()
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        """Tidy what was typed, now that the keyboard has left."""
