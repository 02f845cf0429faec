"""A screen that asks for the passphrase of whoever sits here before the locks are changed: it may be somebody else."""

from __future__ import annotations

from PySide6.QtCore import Signal

from socdesk.desk.ways_in import WrongPassphraseError
from socdesk.errors import InvalidRecordError
from socdesk.ui.room import Room
from socdesk.ui.screens.door import Door
from socdesk.ui.widgets.passphrase_field import PassphraseField


class OwnPassphraseScreen(Door):
    """Add ``own`` to the column where it belongs. ``back`` is sent when the person goes without."""

    back = Signal()

    def __init__(self, room: Room, heading: str, words: str, *, asked: str = "Your own passphrase") -> None:
        super().__init__(room.theme, room.announcer, heading, words)
        self.room = room
        self.own = PassphraseField(room.theme, asked)
        self.own.changed.connect(lambda: self.own.set_error(""))

    def has_own(self) -> bool:
        """Tell whether a passphrase was typed, and ask for it where none was."""
        if not self.own.text:
            self.complain(self.own, "Enter your passphrase")
        return bool(self.own.text)

    def refused(self, error: Exception) -> None:
        """Say in place what was wrong."""
        if isinstance(error, WrongPassphraseError):
            self.tell_busy("")
            self.complain(self.own, "That is not your passphrase. Nothing was changed")
        elif isinstance(error, InvalidRecordError):
            self.tell_busy("")
            self.show_problems(error)
        else:
            self.fail(error)

    def show_problems(self, error: InvalidRecordError) -> None:
        """Show what is wrong with the answers."""
        self.fail(error)
