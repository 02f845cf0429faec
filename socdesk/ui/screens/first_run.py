"""The first two steps to a new desk: its passphrase, and where it lies. The third is the recovery words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from socdesk.desk.ways_in import WaysIn
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.opening import NewDesk


class ChoosePassphraseScreen(Door):
    """Step 1. ``chosen`` is sent with the passphrase."""

    chosen = Signal(str)
    back = Signal()

    def __init__(self, theme: Theme, announcer: Announcer) -> None:
        super().__init__(
            theme,
            announcer,
            "Choose a passphrase",
            "You will type it each time you open your desk. It is kept nowhere, so nobody can look it up for you.",
            step="Step 1 of 3",
        )
        self.passphrase = NewPassphrase(theme)
        self.passphrase.submitted.connect(self._on)
        self.column.addWidget(self.passphrase)
        self.first = self.passphrase.one.focus_widget
        self.buttons(button(theme, "Continue", self._on, look="primary"), button(theme, "Back", self.back.emit))

    def _on(self) -> None:
        if wrong := self.passphrase.check():
            self.say(wrong)
        else:
            self.chosen.emit(self.passphrase.text)


class ChoosePlaceScreen(Door):
    """Step 2: where the desk lies. ``made`` is sent with the new desk and its folder."""

    made = Signal(object, object)
    back = Signal()

    def __init__(
        self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, *, passphrase: str, usual: Path
    ) -> None:
        super().__init__(
            theme,
            announcer,
            "Choose where your desk lies",
            "One folder holds everything, encrypted. A folder that is backed up but not shared is best. "
            "Avoid folders that synchronise while Socdesk runs.",
            step="Step 2 of 3",
        )
        self._work, self._ways, self._passphrase = work, ways, passphrase
        self._edit = QLineEdit(str(usual))
        self._edit.returnPressed.connect(self._make)
        self.column.addWidget(
            Field(theme, "Folder", self._folder_row(), hint="New, or empty. It is made if need be", focus=self._edit)
        )
        go = button(theme, "Make my desk", self._make, look="primary")
        self.first = go
        self.buttons(go, button(theme, "Back", self.back.emit))

    def _folder_row(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("look", "inside")
        row = QHBoxLayout(holder)
        spaced(row, self.theme, spacing=8)
        row.addWidget(self._edit, 1)
        row.addWidget(button(self.theme, "Browse", self._browse, hint="Choose a folder"))
        return holder

    @property
    def folder(self) -> Path:
        """The folder that stands there."""
        return Path(self._edit.text().strip()).expanduser()

    def _browse(self) -> None:
        dialog = QFileDialog(self, "Where your desk lies")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._edit.setText)
        dialog.open()

    def _make(self) -> None:
        if not self._edit.text().strip() or not self.folder.is_absolute():
            self.trouble.tell("Enter the whole path of a folder.", "Or choose one with Browse.")
            self.say(self.trouble.words)
            return
        self.tell_busy("Making your desk")
        self._work.write(self._ways.make(self.folder, self._passphrase), self, self._done, failed=self.fail)

    def _done(self, made: NewDesk) -> None:
        self.made.emit(made, self.folder)
