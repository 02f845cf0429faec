"""A form beside the matrix: a heading, what is worth knowing before saving, the questions, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from socdesk.ui.breadth import Breadth
from socdesk.ui.records.record_form import RecordForm
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.button_foot import ButtonFoot
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.message_box import MessageBox


class FormDrawer(QFrame):
    """Holds one form. Esc and Close leave it; what was typed is kept."""

    def __init__(self, room: Room, form: RecordForm, heading: str, *, who: str = "", save: str = "Save") -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setAccessibleName(heading)
        self.form = form
        column = QVBoxLayout(self)
        spaced(column, room.theme)
        top = QHBoxLayout()
        spaced(top, room.theme, margins=(24, 10, 12, 6))
        title = Heading(heading, "subtitle")
        title.setWordWrap(True)
        top.addWidget(title, 1)
        top.addWidget(icon_button(room.theme, "x", "Close the form", form.leave, quiet=True))
        column.addLayout(top)
        above = QVBoxLayout()
        spaced(above, room.theme, margins=(24, 0, 24, 8), spacing=8)
        self._who = label(who, "small", wrap=True)
        self.note = MessageBox(room.theme, "caution")
        above.addWidget(self._who)
        above.addWidget(self.note)
        column.addLayout(above)
        self._who.setHidden(not who)  # once it has a place: what is shown without one is a window of its own
        form.fit(Breadth.NARROW)
        column.addWidget(form, 1)
        column.addWidget(self._foot(room, form, save))

    def _foot(self, room: Room, form: RecordForm, save: str) -> ButtonFoot:
        self.save = button(room.theme, save, form.save, look="primary", icon="check", hint="Save (Ctrl+S)")
        self.cancel = button(room.theme, "Close", form.leave, hint="What was typed is kept (Esc)")
        return ButtonFoot(room.theme, self.save, self.cancel, right=12)

    def tell_who(self, words: str) -> None:
        """Say whom the form is about."""
        self._who.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.form.leave()
        else:
            super().keyPressEvent(event)
