"""What may stand in the place of a page's list besides a form: a deed with a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.deeds import Done
from socdesk.desk.drafts import Draft, keeping
from socdesk.errors import UserFacingError
from socdesk.jobs import Job, Progress
from socdesk.ui.breadth import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.scrolled import scrolled
from socdesk.ui.work import Failed

_WIDEST = 760


class Pane(QWidget):
    """Add parts to ``column``; it scrolls. ``told`` carries heading and summary, ``left`` the record to go back to.

    ``done`` carries the words of a deed and the record to go back to.
    """

    told = Signal(str, str)
    left = Signal(str)
    done = Signal(str, str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room = room
        self.is_saving = False
        whole = QVBoxLayout(self)
        spaced(whole, room.theme)
        inside = QWidget()
        inside.setProperty("look", "page")
        row = QHBoxLayout(inside)
        spaced(row, room.theme, margins=(24, 4, 24, 24))
        holder = QWidget()
        holder.setProperty("look", "inside")
        follow(room.theme, holder, lambda: holder.setMaximumWidth(room.theme.px(_WIDEST)))
        row.addWidget(holder, 100)
        row.addStretch(1)
        self.column = QVBoxLayout(holder)
        spaced(self.column, room.theme, spacing=16)
        whole.addWidget(scrolled(inside))

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        """The deeds that commands may ask of it, such as "on"."""
        return {}

    def start(self) -> None:
        """Load what it shows, and take the keyboard."""

    def fit(self, breadth: Breadth) -> None:
        """Lay it out for the room there is."""

    def keep_typed(self) -> None:
        """Keep what was typed as a draft: the desk is about to be locked or closed."""
        draft = None if self.is_saving else self.draft()
        if draft is not None:
            drafts = self.room.desk.drafts
            self.room.work.write(Job("Keeping a draft", lambda _progress: drafts.keep(draft)), self, lambda _kept: None)

    def draft(self) -> Draft | None:
        """Return what was typed, as a draft that its register's own form can take up; nothing where nothing was."""
        return None

    def save_deed(self, do: Callable[[], Done], then: Callable[[Done], object], refused: Failed) -> None:
        """Do a deed; what cannot be saved is kept as a draft."""
        drafts, typed = self.room.desk.drafts, self.draft()

        def work(_progress: Progress) -> Done:
            with keeping(drafts, typed):
                return do()

        def ended(result: object, tell: Callable[[Any], object]) -> None:
            self.is_saving = False
            tell(result)

        self.is_saving = True
        self.room.work.write(
            Job("Saving", work), self, lambda done: ended(done, then), failed=lambda error: ended(error, refused)
        )

    def leave(self) -> None:
        """Go back to the list, without doing anything."""
        self.left.emit("")

    def fail(self, error: Exception) -> None:
        """Say what the world did; what is our own fault goes to the window."""
        if isinstance(error, UserFacingError):
            self.room.notices.tell(str(error))
        else:
            self.room.work.failed.emit(error)


OTHER = Qt.FocusReason.OtherFocusReason
