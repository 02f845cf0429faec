"""Asks for the recovery words of a sheet, or of two sheets of three."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.ways_in import SHEET_BREAK
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.words_edit import words_edit


class SheetWords(QWidget):
    """One place for words, and on demand another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self.first, self.second = words_edit(theme), words_edit(theme)
        hint = "All twenty, in their order. Capitals do not matter, and four letters of each are enough"
        self.field = Field(theme, "Recovery words", self.first, hint=hint)
        self.second_field = Field(theme, "Words of a second sheet", self.second, hint="Any other of the three sheets")
        self.more = button(theme, "I have two of three sheets", self.ask_for_second, look="quiet")
        self._more_row = FlowRow(theme)
        self._more_row.add(self.more)
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=16)
        for part in (self.field, self.second_field, self._more_row):
            column.addWidget(part)
        for edit in (self.first, self.second):
            edit.textChanged.connect(self._typed)
        self.second_field.hide()

    @property
    def text(self) -> str:
        """The words of both sheets as one text; nothing where nothing was typed."""
        return SHEET_BREAK.join(edit.toPlainText().strip() for edit in (self.first, self.second)).strip()

    def ask_for_second(self) -> None:
        """Ask for the words of a second sheet too."""
        self.second_field.show()
        self._more_row.hide()
        (self.second if self.first.toPlainText().strip() else self.first).setFocus()

    def set_error(self, words: str) -> None:
        """Show what is wrong with the words."""
        self.field.set_error(words)

    def check(self) -> str:
        """Return what is wrong with the words at first sight, and show it; nothing if they can be tried."""
        wrong = "" if self.text else "Enter the twenty recovery words"
        self.set_error(wrong)
        if wrong:
            self.first.setFocus()
        return wrong

    def _typed(self) -> None:
        if self.field.error:
            self.set_error("")
