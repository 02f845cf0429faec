"""A new passphrase, typed twice, with its strength in words as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.passphrase_words import LEAST_CHARACTERS, strength
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label, look
from socdesk.ui.widgets.passphrase_field import PassphraseField


class NewPassphrase(QWidget):
    """Two fields. ``submitted`` is sent on Enter in the second."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=12)
        hint = f"At least {LEAST_CHARACTERS} characters. Four or more unrelated words are best"
        self.one = PassphraseField(theme, "New passphrase", hint=hint)
        self.two = PassphraseField(theme, "The same passphrase again")
        self._strength = label("", "small", wrap=True)
        self._strength.setAccessibleName("Strength of the passphrase")
        column.addWidget(self.one)
        column.addWidget(self._strength)
        column.addWidget(self.two)
        self.one.changed.connect(self._typed)
        self.two.changed.connect(lambda: self.two.set_error(""))
        self.one.submitted.connect(self.two.focus_widget.setFocus)
        self.two.submitted.connect(self.submitted)
        self._own_words: tuple[str, ...] = ()
        self._typed()

    def know(self, own_words: tuple[str, ...]) -> None:
        """Take names that others could know for easy to guess."""
        self._own_words = own_words
        self._typed()

    @property
    def text(self) -> str:
        """The new passphrase."""
        return self.one.text

    @property
    def strength(self) -> str:
        """What is said of it."""
        return self._strength.text()

    def check(self) -> str:
        """Show what is wrong, take the keyboard there, and return it; nothing where both fields are good."""
        found = strength(self.one.text, self._own_words)
        if not found.usable:
            words = found.words or "Enter a new passphrase"
            self.one.set_error(words)
            self.one.focus_widget.setFocus()
            return words
        if self.one.text != self.two.text:
            words = "The two passphrases differ. Type the same one again"
            self.two.set_error(words)
            self.two.focus_widget.setFocus()
            return words
        return ""

    def _typed(self) -> None:
        if self.one.error:
            self.one.set_error("")
        found = strength(self.one.text, self._own_words)
        self._strength.setText(found.words)
        self._strength.setVisible(bool(found.words))
        self._strength.setAccessibleName(f"Strength: {found.words}" if found.words else "Strength")
        look(self._strength, "small" if found.good else "warning")
