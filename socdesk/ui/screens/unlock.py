"""Asks for the passphrase. A wrong one is told in place; tries are never counted down (ux.md)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from socdesk.desk.place_cautions import PLACE_ADVICE, place_cautions
from socdesk.desk.ways_in import SAMPLE_PASSPHRASE, WaysIn, WrongPassphraseError, is_damage
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.passphrase_field import PassphraseField
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk


class UnlockScreen(Door):
    """``opened`` is sent with the desk; ``forgotten`` and ``elsewhere`` when the person takes another way.

    ``damaged`` is sent with the passphrase where the desk's file is damaged or missing.
    """

    opened = Signal(object)
    forgotten = Signal()
    elsewhere = Signal()
    restore = Signal()
    damaged = Signal(str)

    def __init__(
        self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, folder: Path, *, sample: bool
    ) -> None:
        super().__init__(theme, announcer, "Unlock your desk" if not sample else "Unlock the sample desk", width=480)
        self._work, self._ways, self._folder = work, ways, folder
        if sample:
            told = MessageBox(theme, "caution")
            told.tell("Everything on the sample desk is fictitious.", f"Its passphrase is: {SAMPLE_PASSPHRASE}")
            self.column.addWidget(told)
        elif cautions := place_cautions(folder):
            told = MessageBox(theme, "caution")
            told.tell(" ".join(cautions), PLACE_ADVICE)
            self.column.addWidget(told)
        self.passphrase = PassphraseField(theme, "Passphrase")
        self.passphrase.submitted.connect(self._unlock)
        self.passphrase.changed.connect(self._typed)
        self.column.addWidget(self.passphrase)
        self.first = self.passphrase.focus_widget
        self.buttons(
            button(theme, "Unlock", self._unlock, look="primary"),
            button(theme, "I have forgotten my passphrase", self.forgotten.emit, look="quiet"),
        )
        others = FlowRow(theme)
        others.add(button(theme, "Use another desk", self.elsewhere.emit, look="quiet"))
        others.add(button(theme, "Restore from a backup", self.restore.emit, look="quiet"))
        self.column.addWidget(others)

    def _typed(self) -> None:
        if self.passphrase.error:
            self.passphrase.set_error("")

    def _unlock(self) -> None:
        if not self.passphrase.text:
            self._complain("Enter your passphrase")
            return
        job = self._ways.unlock(self._folder, self.passphrase.text)
        self.tell_busy("Unlocking")
        self._work.write(job, self, self._open, failed=self._refused)

    def _open(self, desk: Desk) -> None:
        self.passphrase.clear()
        self.opened.emit(desk)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError):
            self.tell_busy("")
            self._complain(error.message)
        elif is_damage(error):
            self.tell_busy("")
            self.damaged.emit(self.passphrase.text)
        else:
            self.fail(error)

    def _complain(self, words: str) -> None:
        self.passphrase.set_error(words)
        self.say(words)
        self.take_keyboard()
        self.passphrase.select()
