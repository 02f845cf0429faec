"""The way in for somebody who forgot the passphrase: the recovery words, then a new passphrase and new words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from socdesk.desk.ways_in import SHEET_BREAK, AnotherSheetNeededError, WaysIn, WrongRecoveryWordsError
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.widgets.words_edit import words_edit
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
        self.words, self.second = words_edit(theme), words_edit(theme)
        hint = "All twenty, in their order. Capitals do not matter, and four letters of each are enough"
        self._field = Field(theme, "Recovery words", self.words, hint=hint)
        self._second_field = Field(theme, "Words of a second sheet", self.second, hint="Any other of the three sheets")
        for edit in (self.words, self.second):
            edit.textChanged.connect(self._typed)
        self.column.addWidget(self._field)
        self.column.addWidget(self._second_field)
        self._second_field.hide()
        self.more = button(theme, "I have two of three sheets", self.ask_for_second, look="quiet")
        self._more_row = FlowRow(theme)
        self._more_row.add(self.more)
        self.column.addWidget(self._more_row)
        self.passphrase = NewPassphrase(theme)
        self.passphrase.submitted.connect(self._recover)
        self.column.addWidget(self.passphrase)
        self.first = self.words
        self.buttons(
            button(theme, "Open the desk", self._recover, look="primary"), button(theme, "Back", self.back.emit)
        )

    def ask_for_second(self) -> None:
        """Ask for the words of a second sheet too."""
        self._second_field.show()
        self._more_row.hide()
        (self.second if self.words.toPlainText().strip() else self.words).setFocus()

    def _typed(self) -> None:
        if self._field.error:
            self._field.set_error("")

    def _recover(self) -> None:
        words = SHEET_BREAK.join(edit.toPlainText().strip() for edit in (self.words, self.second)).strip()
        if not words:
            self._complain("Enter the twenty recovery words")
            return
        if wrong := self.passphrase.check():
            self.say(wrong)
            return
        self.tell_busy("Opening the desk")
        job = self._ways.recover(self._folder, words, self.passphrase.text)
        self._work.write(job, self, self._done, failed=self._refused)

    def _done(self, made: NewDesk) -> None:
        self.made.emit(made)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongRecoveryWordsError):
            self.tell_busy("")
            self._complain(str(error))
            if isinstance(error, AnotherSheetNeededError):
                self.ask_for_second()
        else:
            self.fail(error)

    def _complain(self, words: str) -> None:
        self._field.set_error(words)
        self.say(words)
        self.take_keyboard()
