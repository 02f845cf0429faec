"""The first screen where no desk is known: make one, try the sample, or open one that lies elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from socdesk.desk.ways_in import holds_desk
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.laid_out_button import LaidOutButton
from socdesk.ui.widgets.picture import Picture


class WelcomeScreen(Door):
    """Says what Socdesk is and offers the ways in."""

    make_chosen = Signal()
    sample_chosen = Signal()
    folder_chosen = Signal(object)
    restore = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, *, known: Path | None) -> None:
        super().__init__(
            theme,
            announcer,
            "Welcome to Socdesk",
            "An offline, encrypted desk for the Council’s work on serious and organised crime. "
            "Nothing leaves this computer.",
        )
        if known is not None:
            self._offer("Open my desk", "It lies on this computer.", "lock", lambda: self.folder_chosen.emit(known))
        else:
            self._offer(
                "Make my desk",
                "Three steps: a passphrase, twenty recovery words, and where backups go. It then holds the strategy.",
                "shield",
                self.make_chosen.emit,
            )
        self._offer(
            "Try the fictitious sample desk",
            "Two years of made-up work to look at. Every page says that it is a sample.",
            "eye",
            self.sample_chosen.emit,
        )
        self.buttons(
            button(theme, "Open a desk that lies elsewhere", self._ask_folder, look="quiet"),
            button(theme, "Restore from a backup", self.restore.emit, look="quiet"),
        )

    def _offer(self, title: str, words: str, icon: str, chosen: object) -> None:
        offer = _Choice(self.theme, title, words, icon)
        offer.clicked.connect(chosen)
        self.column.addWidget(offer)
        self.first = self.first or offer

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, "Open a desk")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder)
        dialog.open()

    def _folder(self, name: str) -> None:
        folder = Path(name)
        if holds_desk(folder):
            self.folder_chosen.emit(folder)
        else:
            self.trouble.tell("There is no desk in that folder.", "Choose the folder that holds desk.json.")
            self.say(self.trouble.words)


class _Choice(LaidOutButton):
    """A large button: picture, title, and a sentence that wraps."""

    def __init__(self, theme: Theme, title: str, words: str, icon: str) -> None:
        super().__init__("choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        spaced(self.row, theme, margins=(16, 12, 16, 12), spacing=14)
        self.row.addWidget(Picture(theme, icon, "link", 22))
        column = QVBoxLayout()
        spaced(column, theme, spacing=2)
        column.addWidget(label(title, "word"))
        column.addWidget(label(words, "small", wrap=True))
        self.row.addLayout(column, 1)
        self.deafen()
