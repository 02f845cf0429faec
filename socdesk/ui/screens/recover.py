"""The way in for somebody who forgot the passphrase: the recovery words, then a new passphrase and new words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from socdesk.desk.ways_in import AnotherSheetNeededError, WaysIn, WrongRecoveryWordsError
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.widgets.sheet_words import SheetWords
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.opening import NewDesk


class RecoverScreen(Door):
    """``made`` is sent with the open desk and its new words; ``back`` when the passphrase came to mind."""

    made = Signal(object)
    back = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, folder: Path) -> None:
        super().__init__(
            theme,
            announcer,
            "Open your desk with the recovery words",
            "You then have a new passphrase and twenty new words. The old words open the desk no longer.",
        )
        self._work, self._ways, self._folder = work, ways, folder
        self.words = SheetWords(theme)
        self.column.addWidget(self.words)
        self.passphrase = NewPassphrase(theme)
        self.passphrase.submitted.connect(self._recover)
        self.column.addWidget(self.passphrase)
        self.first = self.words.first
        self.buttons(
            button(theme, "Open the desk", self._recover, look="primary"), button(theme, "Back", self.back.emit)
        )

    def _recover(self) -> None:
        if wrong := self.words.check() or self.passphrase.check():
            self.say(wrong)
            return
        self.tell_busy("Opening the desk")
        job = self._ways.recover(self._folder, self.words.text, self.passphrase.text)
        self._work.write(job, self, self._done, failed=self._refused)

    def _done(self, made: NewDesk) -> None:
        self.made.emit(made)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongRecoveryWordsError):
            self.tell_busy("")
            self.words.set_error(str(error))
            self.say(str(error))
            self.take_keyboard()
            if isinstance(error, AnotherSheetNeededError):
                self.words.ask_for_second()
        else:
            self.fail(error)
