"""The change of one's own passphrase: the old one, the new one twice, and a moment's work."""

from __future__ import annotations

from PySide6.QtCore import Signal

from socdesk.desk.own_locks import change_own_passphrase
from socdesk.desk.ways_in import WrongPassphraseError
from socdesk.jobs import Job
from socdesk.ui.room import Room
from socdesk.ui.screens.door import Door
from socdesk.ui.screens.settings.doors_section import DoorsSection
from socdesk.ui.screens.settings.known_names import tell_names
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.widgets.passphrase_field import PassphraseField


class PassphraseSection(DoorsSection):
    """One screen."""

    def begin(self) -> Door:
        screen = ChangePassphraseScreen(self.room)
        screen.back.connect(self.give_up)
        screen.done.connect(lambda: self.finish("The passphrase is changed. The old one opens the desk no longer."))
        return screen


class ChangePassphraseScreen(Door):
    """``done`` is sent once the new passphrase holds, ``back`` when the person goes without."""

    done = Signal()
    back = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(
            room.theme,
            room.announcer,
            "Change the passphrase",
            "The recovery words stay as they are. Backups made before still open with the old passphrase.",
        )
        self._room = room
        self.old = PassphraseField(room.theme, "Your passphrase now")
        self.new = NewPassphrase(room.theme)
        self.column.addWidget(self.old)
        self.column.addWidget(self.new)
        self.first = self.old.focus_widget
        tell_names(room, self.new)
        self.old.changed.connect(lambda: self.old.set_error(""))
        self.old.submitted.connect(self.new.one.focus_widget.setFocus)
        self.new.submitted.connect(self._change)
        self.buttons(
            button(room.theme, "Change the passphrase", self._change, look="primary"),
            button(room.theme, "Cancel", self.back.emit),
        )

    def _change(self) -> None:
        if not self.old.text:
            self.complain(self.old, "Enter your passphrase as it is now")
            return
        if wrong := self.new.check():
            self.say(wrong)
            return
        desk, old, new = self._room.desk, self.old.text, self.new.text
        self.tell_busy("Changing the passphrase")
        job = Job("Changing the passphrase", lambda _progress: change_own_passphrase(desk, old, new))
        self._room.work.write(job, self, lambda _none: self.done.emit(), failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError):
            self.tell_busy("")
            self.complain(self.old, "That is not your passphrase. Nothing was changed")
        else:
            self.fail(error)
