"""Restores a backup before any desk is open: which one and what opens it, then where it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from socdesk.clock import day_in_text, london_day, time_in_text
from socdesk.desk.ways_in import AnotherSheetNeededError, WaysIn, WrongPassphraseError, WrongRecoveryWordsError
from socdesk.errors import UserFacingError
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.folder_field import FolderField
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.widgets.passphrase_field import PassphraseField
from socdesk.ui.widgets.sheet_words import SheetWords
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.backups.restoring import Look, Restored, Secret


@dataclass(frozen=True)
class RestoreChoice:
    """A backup that was opened, and what opened it."""

    look: Look
    secret: Secret = field(repr=False)
    new_passphrase: str = field(default="", repr=False)


class RestoreScreen(Door):
    """Asks for a backup and its passphrase, or its recovery words. ``looked`` is sent once it was opened."""

    looked = Signal(object)
    back = Signal()

    def __init__(
        self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, *, target: Path, backup: Path | None
    ) -> None:
        super().__init__(
            theme,
            announcer,
            "Restore from a backup",
            "The backup is opened and checked first, and compared with the desk on this computer. Nothing is replaced "
            "before you say so.",
        )
        self._work, self._ways, self._target = work, ways, target
        hint = "One backup, or the folder that holds them: then the newest is taken"
        self.backup = FolderField(theme, "Backup", hint=hint, folder=backup)
        self.column.addWidget(self.backup)
        self.passphrase = PassphraseField(theme, "Passphrase", hint="The one that was valid when the backup was made")
        self.passphrase.submitted.connect(self._look)
        self.passphrase.changed.connect(lambda: self.passphrase.set_error(""))
        self.column.addWidget(self.passphrase)
        self._by_words = self._words_part()
        self.column.addWidget(self._by_words)
        self._other = button(theme, "Use the recovery words instead", self.use_words, look="quiet")
        self.first = self.passphrase.focus_widget if backup else self.backup.focus_widget
        self.backup.submitted.connect(self.passphrase.focus_widget.setFocus)
        look = button(theme, "Open the backup", self._look, look="primary")
        self.buttons(look, button(theme, "Back", self.back.emit), self._other)

    def _words_part(self) -> QWidget:
        part = QWidget()
        part.setProperty("look", "inside")
        column = QVBoxLayout(part)
        spaced(column, self.theme, spacing=16)
        self.words = SheetWords(self.theme)
        column.addWidget(self.words)
        self.fresh = NewPassphrase(self.theme)
        self.fresh.submitted.connect(self._look)
        column.addWidget(self.fresh)
        part.hide()
        return part

    def use_words(self) -> None:
        """Ask for the recovery words and a new passphrase."""
        self.passphrase.hide()
        self._other.hide()
        self._by_words.show()
        self.words.first.setFocus()

    @property
    def _with_words(self) -> bool:
        return not self._by_words.isHidden()

    def _look(self) -> None:
        wrong = self.backup.check() or self._check_secret()
        if wrong:
            self.say(wrong)
            return
        from socdesk.desk.backups.restoring import Secret  # noqa: PLC0415  first paint needs none of it

        if self._with_words:
            secret, fresh = Secret(words=self.words.text), self.fresh.text
        else:
            secret, fresh = Secret(passphrase=self.passphrase.text), ""
        folder = self.backup.folder
        if folder is not None:
            self.tell_busy("Opening the backup")
            job = self._ways.look_at_backup(folder, secret, self._target)
            self._work.write(
                job, self, lambda look: self.looked.emit(RestoreChoice(look, secret, fresh)), failed=self._refused
            )

    def _check_secret(self) -> str:
        if self._with_words:
            return self.words.check() or self.fresh.check()
        words = "" if self.passphrase.text else "Enter the passphrase of the backup"
        self.passphrase.set_error(words)
        if words:
            self.passphrase.focus_widget.setFocus()
        return words

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError | WrongRecoveryWordsError):
            self.tell_busy("")
            wrong = error.message.replace("this desk", "this backup")
            (self.words if self._with_words else self.passphrase).set_error(wrong)
            self.say(wrong)
            (self.words.first if self._with_words else self.passphrase.focus_widget).setFocus()
            if isinstance(error, AnotherSheetNeededError):
                self.words.ask_for_second()
        else:
            self.fail(error)


class RestoreChoiceScreen(Door):
    """Shows how backup and desk compare, and asks where the backup goes. ``restored`` has the desk and its folder."""

    restored = Signal(object, object)
    back = Signal()

    def __init__(
        self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, choice: RestoreChoice, *, target: Path
    ) -> None:
        look = choice.look
        made = f"{day_in_text(london_day(look.made))} at {time_in_text(look.made)}"
        super().__init__(theme, announcer, "Where shall the backup go?", f"It was made on {made}.")
        self._work, self._ways, self._choice, self._target = work, ways, choice, target
        self._compared()
        self.over = QRadioButton("In place of the desk on this computer, which is kept beside it")
        self.beside = QRadioButton("To a folder of its own")
        group = QButtonGroup(self)
        for each in (self.over, self.beside):
            group.addButton(each)
            each.toggled.connect(self._show_place)
            self.column.addWidget(each)
        self.place = FolderField(theme, "Folder", hint="New, or empty. It is made if need be")
        self.place.submitted.connect(self._restore)
        self.column.addWidget(self.place)
        self._start()
        go = button(theme, "Restore the backup", self._restore, look="primary")
        self.buttons(go, button(theme, "Back", self.back.emit))

    def _compared(self) -> None:
        found = self._choice.look.found
        self.comparison = MessageBox(self.theme, "caution")
        self.column.addWidget(
            self.comparison
        )  # first: what speaks alone is a window of its own, and takes the keyboard
        sides = f"Backup: {found.backup.words}."
        if found.desk.changes:
            sides += f" Desk on this computer: {found.desk.words}."
        self.comparison.tell(found.words, sides)

    def _start(self) -> None:
        """Offer what is safest: beside, unless the desk that is there would lose nothing that the backup lacks."""
        standing = self._choice.look.found.standing.value
        nothing_there = standing == "nothing there"
        safe = nothing_there or standing in {"same", "backup newer", "unreadable"}
        if nothing_there:
            self.over.setText("Where a desk usually lies on this computer")
        (self.over if safe else self.beside).setChecked(True)
        self.first = self.over if safe else self.beside
        self._show_place()

    def _show_place(self) -> None:
        self.place.setVisible(self.beside.isChecked())

    def _restore(self) -> None:
        beside = self.beside.isChecked()
        if beside and (wrong := self.place.check()):
            self.say(wrong)
            return
        from socdesk.desk.backups.restoring import Restore  # noqa: PLC0415

        target = self.place.folder if beside else self._target
        if target is None:
            return
        chosen = Restore(
            target=target, over=not beside, secret=self._choice.secret, new_passphrase=self._choice.new_passphrase
        )
        self.tell_busy("Checking and restoring the backup")
        job = self._ways.restore(self._choice.look.backup, chosen)
        self._work.write(job, self, lambda done: self._done(done, target), failed=self.fail, watched=self.watch)

    def _done(self, restored: Restored, target: Path) -> None:
        self.restored.emit(restored, target)

    def fail(self, error: Exception) -> None:
        """Say what went wrong; a folder that holds something is told at the folder."""
        super().fail(error)
        if isinstance(error, UserFacingError) and self.beside.isChecked():
            self.place.focus_widget.setFocus()
