"""A section that leads through screens with a beginning and an end, such as the change of a passphrase."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent

from socdesk.commands.places import Spot
from socdesk.ui.room import Room
from socdesk.ui.screens.door import Door
from socdesk.ui.screens.settings.section import SettingsSection


class DoorsSection(SettingsSection):
    """Override ``begin`` to return the first screen. Nothing typed outlives the leaving of the section."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, scrolls=False)
        self.door: Door | None = None

    def begin(self) -> Door:
        """Return the first screen."""
        raise NotImplementedError

    def arrive(self) -> None:
        self.show_door(self.begin())

    def show_door(self, door: Door) -> None:
        """Put a screen in the place of the last."""
        self.drop()
        self.door = door
        self.first = door.first
        door.brand.hide()
        door.crashed.connect(self.room.work.failed)
        self.column.addWidget(door)

    def finish(self, words: str) -> None:
        """Go back to the security settings and say what was done."""
        self.room.shell.go(Spot("settings", "security"))
        self.room.notices.tell(words)

    def give_up(self) -> None:
        """Go back to the security settings."""
        self.room.shell.go(Spot("settings", "security"))

    def drop(self) -> None:
        """Take the screen away, and with it what was typed there."""
        if self.door is not None:
            door, self.door = self.door, None
            self.column.removeWidget(door)
            door.hide()
            door.deleteLater()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.drop()
