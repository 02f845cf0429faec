"""F1: every key and what it does, from the list of commands, with a field to find one."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from socdesk.commands.catalogue import COMMANDS
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.over_window import place_over
from socdesk.ui.widgets.plain_table import PlainTable

IN_LISTS = (
    ("Arrow keys", "Go through a list, a table or the pages"),
    ("Enter", "Open what is marked"),
    ("Esc", "Close what is on top, then clear the filter"),
    ("Tab", "Go to the next control"),
    ("Shift+F10", "Show what can be done with what is marked"),
)
"""Keys that are Qt's own and no commands."""


def keys_in_words(keys: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def key_rows() -> tuple[tuple[str, str, str], ...]:
    """Return keys, what they do, and the group, for every command that has any."""
    commands = (
        (" or ".join(keys_in_words(keys) for keys in command.shortcuts), command.title, command.group)
        for command in COMMANDS
        if command.shortcuts
    )
    return (*commands, *((keys, words, "Everywhere") for keys, words in IN_LISTS))


class KeysHelp(QDialog):
    """The table of keys."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys and help")
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 20, 24, 20), spacing=12)
        column.addWidget(Heading("Keys and help", "subtitle"))
        column.addWidget(
            label(
                "Everything can be done with the keyboard alone. Ctrl+K finds any command or record by its words.",
                "small",
                wrap=True,
            )
        )
        self.sought = QLineEdit()
        self.sought.textChanged.connect(self._filter)
        column.addWidget(Field(theme, "Find a key or a deed", self.sought))
        self.table = PlainTable(theme, "Keys", (("Keys", 200), ("What they do", 0), ("Group", 120)))
        self.table.show_rows(key_rows())
        column.addWidget(self.table, 1)
        follow(theme, self, lambda: place_over(self, parent, theme, width=640, height=560))
        self.finished.connect(self.deleteLater)
        self.sought.setFocus()

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        model = self.table.model()
        for row in range(model.rowCount()):
            said = " ".join(str(model.index(row, column).data()) for column in range(3)).casefold()
            self.table.setRowHidden(row, not all(word in said for word in words))
