"""What the steps of an import share: they scroll where there is too little room, and say what is wrong at the top."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.ui.page import Breadth
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
        inside = QWidget()
        inside.setProperty("look", "page")
        self.column = QVBoxLayout(inside)
        spaced(self.column, room.theme, margins=(24, 4, 24, 16), spacing=12)
        self.trouble = MessageBox(room.theme)
        self.column.addWidget(self.trouble)
        self._area = scrolled(inside)
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

    def fit(self, breadth: Breadth) -> None:
        """Lay the step out for the room there is."""
