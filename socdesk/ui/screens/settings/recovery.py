"""New recovery words: the passphrase first, the words shown, three asked back, and only then do they hold."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal

from socdesk.desk.own_locks import NewWords, keep_recovery_words, make_recovery_words
from socdesk.jobs import Job
from socdesk.ui.room import Room
from socdesk.ui.screens.door import Door
from socdesk.ui.screens.recovery_steps import RecoverySteps
from socdesk.ui.screens.settings.doors_section import DoorsSection
from socdesk.ui.screens.settings.own_passphrase import OwnPassphraseScreen
from socdesk.ui.widgets.buttons import button


class RecoverySection(DoorsSection):
    """Three screens. Until the last is done, the old words open the desk."""

    def begin(self) -> Door:
        screen = ProvePassphraseScreen(self.room)
        screen.back.connect(self.give_up)
        screen.made.connect(self._show_words)
        return screen

    def _show_words(self, made: NewWords) -> None:
        room = self.room
        RecoverySteps(
            room.theme,
            room.announcer,
            room.work,
            made,
            room.desk.store.place.folder,
            show=self.show_door,
            done=lambda kept, screen: self._keep(screen, cast("NewWords", kept)),
            go="Check and use these words",
        ).show_sheet()

    def _keep(self, screen: Door, made: NewWords) -> None:
        desk = self.room.desk
        screen.tell_busy("Putting the new words in place")
        job = Job("Putting the new words in place", lambda _progress: keep_recovery_words(desk, made))
        words = "The new recovery words hold. The old ones open the desk no longer."
        self.room.work.write(job, screen, lambda _none: self.finish(words), failed=screen.fail)


class ProvePassphraseScreen(OwnPassphraseScreen):
    """``made`` is sent with the new words."""

    made = Signal(object)

    def __init__(self, room: Room) -> None:
        super().__init__(
            room,
            "Make new recovery words",
            "Have paper and a pen ready. The old words open the desk until you have typed three of the new ones.",
            asked="Your passphrase",
        )
        self.own.submitted.connect(self._make)
        self.column.addWidget(self.own)
        self.first = self.own.focus_widget
        self.buttons(
            button(room.theme, "Make new words", self._make, look="primary"),
            button(room.theme, "Cancel", self.back.emit),
        )

    def _make(self) -> None:
        if not self.has_own():
            return
        desk, passphrase = self.room.desk, self.own.text
        self.tell_busy("Making new words")
        job = Job("Making new words", lambda _progress: make_recovery_words(desk, passphrase))
        self.room.work.write(job, self, self.made.emit, failed=self.refused)
