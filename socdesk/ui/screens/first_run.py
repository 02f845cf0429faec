"""The first and the last step to a new desk: its passphrase, and where its backups go. Between them: the words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socdesk.desk.backups import tasks
from socdesk.desk.place_cautions import PLACE_ADVICE, place_cautions
from socdesk.desk.ways_in import WaysIn
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.folder_field import FolderField
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk
    from socdesk.desk.opening import NewDesk


class ChoosePassphraseScreen(Door):
    """Step 1: the passphrase, and for who wants another, the place. ``made`` is sent with the desk and its folder."""

    made = Signal(object, object)
    back = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, *, usual: Path) -> None:
        super().__init__(
            theme,
            announcer,
            "Choose a passphrase",
            "You will type it each time you open your desk. It is kept nowhere, so nobody can look it up for you.",
            step="Step 1 of 3",
        )
        self._work, self._ways = work, ways
        self.passphrase = NewPassphrase(theme)
        self.passphrase.submitted.connect(self._make)
        self.column.addWidget(self.passphrase)
        hint = "New, or empty. Not one that is shared or that synchronises. It is made if need be"
        self.place = FolderField(theme, "Keep the desk in", hint=hint, folder=usual)
        self.place.submitted.connect(self._make)
        self.place.changed.connect(self._warn)
        self._kept_in = self._place_row(usual)
        self.column.addWidget(self._kept_in)
        self.column.addWidget(self.place)
        self.place.hide()
        self.caution = MessageBox(theme, "caution")
        self.column.addWidget(self.caution)
        self._warn()
        self.first = self.passphrase.one.focus_widget
        self.buttons(button(theme, "Continue", self._make, look="primary"), button(theme, "Back", self.back.emit))

    def _warn(self) -> None:
        """Say what speaks against the place that stands there; the person may keep it."""
        cautions = place_cautions(self.place.folder) if self.place.folder else ()
        self.caution.tell(" ".join(cautions), PLACE_ADVICE if cautions else "")

    def _place_row(self, usual: Path) -> QWidget:
        holder = QWidget()
        holder.setProperty("look", "inside")
        row = QHBoxLayout(holder)
        spaced(row, self.theme, spacing=8)
        words = label("The desk is kept, encrypted, on this computer, in your own data folder.", "small", wrap=True)
        if not usual.is_relative_to(Path.home()):
            words.setText(f"The desk is kept, encrypted, in: {usual}")
        row.addWidget(words, 1)
        change = button(self.theme, "Change", self.show_place, look="quiet", hint=str(usual))
        change.setAccessibleName("Change where the desk is kept")
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def show_place(self) -> None:
        """Let the person choose where the desk lies."""
        self._kept_in.hide()
        self.place.show()
        self.place.focus_widget.setFocus()

    def _make(self) -> None:
        if wrong := self.passphrase.check() or self.place.check():
            self.say(wrong)
            return
        folder = self.place.folder
        if folder is not None:
            self.tell_busy("Making your desk")
            job = self._ways.make(folder, self.passphrase.text)
            self._work.write(job, self, lambda made: self._done(made, folder), failed=self._failed)

    def _done(self, made: NewDesk, folder: Path) -> None:
        self.made.emit(made, folder)

    def _failed(self, error: Exception) -> None:
        self.fail(error)
        self.show_place()


class BackupPlaceScreen(Door):
    """Step 3. ``chosen`` is sent once backups go somewhere, ``later`` when that is put off."""

    chosen = Signal()
    later = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, desk: Desk, desk_folder: Path) -> None:
        super().__init__(
            theme,
            announcer,
            "Choose where your backups go",
            "A removable drive, or a folder that the Council backs up. Each backup is encrypted as your desk is, "
            "opened and checked as soon as it is made. One is made on each day that you change something.",
            step="Step 3 of 3",
        )
        self._work, self._desk, self._desk_folder = work, desk, desk_folder
        self.place = FolderField(theme, "Backup folder", hint="It is made if the folder above it is there")
        self.place.submitted.connect(self._choose)
        self.place.changed.connect(self._warn)
        self.column.addWidget(self.place)
        self._caution = MessageBox(theme, "caution")
        self.column.addWidget(self._caution)
        self.first = self.place.focus_widget
        self.buttons(
            button(theme, "Keep backups here", self._choose, look="primary"),
            button(theme, "Later, remind me", self.later.emit),
        )

    @property
    def warning(self) -> str:
        """What speaks against the folder that stands there."""
        return self._caution.words

    def _warn(self) -> None:
        folder = self.place.folder
        warnings = tasks.warnings_of(self._desk_folder, folder) if folder else ()
        advice = "You can use it all the same. Another drive is better." if warnings else ""
        self._caution.tell(" ".join(warnings), advice)

    def _choose(self) -> None:
        if wrong := self.place.check():
            self.say(wrong)
            return
        folder = self.place.folder
        if folder is not None:
            self.tell_busy("Making the folder ready")
            self._work.write(tasks.choosing(self._desk, folder), self, self._done, failed=self.fail)

    def _done(self, _none: None) -> None:
        self.chosen.emit()
