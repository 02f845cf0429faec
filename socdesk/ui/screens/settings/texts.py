"""The texts that come with the program, to be read in the window: the page for ICT, notices, licences."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser

from socdesk.bundled import resource
from socdesk.commands.places import Spot
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label

_FIRST = {
    "help/for-ict.md": "The page for ICT: what is protected, and what is not",
    "notices/THIRD-PARTY.md": "Notices",
}


class TextsSection(SettingsSection):
    """Links in the texts lead nowhere: the program opens no pages."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, scrolls=False)
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name, words in _FIRST.items():
            self.choice.addItem(words, name)
        for path in sorted(resource("notices").glob("*.txt")):
            self.choice.addItem(f"Licence: {path.stem}", f"notices/{path.name}")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Text")
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        row = QHBoxLayout()
        spaced(row, room.theme, spacing=8)
        row.addWidget(label("Text", "label", buddy=self.choice))
        row.addWidget(self.choice, 1)
        row.addWidget(button(room.theme, "Back", lambda: room.shell.go(Spot("settings", "about"))))
        self.column.addLayout(row)
        self.column.addWidget(self.text, 1)
        self.first = self.choice
        self.choice.currentIndexChanged.connect(self._show)

    def arrive(self) -> None:
        self._show()

    def _show(self) -> None:
        name = str(self.choice.currentData())
        words = resource(*name.split("/")).read_text(encoding="utf-8")
        if name.endswith(".md"):
            self.text.setMarkdown(words)
        else:
            self.text.setPlainText(words)
