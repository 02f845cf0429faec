"""What the steps of an import share: they scroll where there is too little room, and say what is wrong at the top."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.ui.breadth import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.scrolled import scrolled


class Step(QWidget):
    """One step. Add to ``column``; ``first`` is where the keyboard goes when the step comes."""

    def __init__(self, room: Room, title: str) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room, self.title = room, title
        self.first: QWidget | None = None
        self._inside = QWidget()
        self._inside.setProperty("look", "page")
        self.column = QVBoxLayout(self._inside)
        spaced(self.column, room.theme, margins=(24, 4, 24, 16), spacing=12)
        self.trouble = MessageBox(room.theme)
        self.column.addWidget(self.trouble)
        self._area = scrolled(self._inside)
        outer = QVBoxLayout(self)
        spaced(outer, room.theme)
        outer.addWidget(self._area)

    def take_keyboard(self) -> None:
        """Bring the keyboard to where the person goes on."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, message: str, advice: str = "", focus: QWidget | None = None) -> None:
        """Say what is wrong, show it, and bring the keyboard to what can be done about it; no message ends that."""
        self.trouble.tell(message, advice)
        if message:
            self._area.ensureVisible(0, 0)
            self.room.announcer.say(self.trouble.words)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the keyboard: Qt scrolls to what it reaches from within, not to what it reaches from outside."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        handle.focusObjectChanged.connect(self._follow, Qt.ConnectionType.UniqueConnection)

    @Slot(QObject)
    def _follow(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget) and self._inside.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def fit(self, breadth: Breadth) -> None:
        """Lay the step out for the room there is."""
