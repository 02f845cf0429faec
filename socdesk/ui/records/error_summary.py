"""What stands at the top of a form that was not saved: each error, as a button that leads to its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label


class ErrorSummary(QFrame):
    """Hidden while there is nothing wrong. ``links`` are its buttons, in the order of the questions."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "trouble")
        self._theme = theme
        self.links: list[QPushButton] = []
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(16, 12, 16, 12), spacing=4)
        self._heading = Heading("", "subtitle")
        self._words = label("", "small", wrap=True)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        self._column = QVBoxLayout()
        spaced(self._column, theme)
        column.addLayout(self._column)
        self.hide()

    @property
    def words(self) -> str:
        """What it says over its links."""
        return f"{self._heading.text()}. {self._words.text()}".removesuffix(". ")

    def tell(self, problems: Mapping[str, str], lead_to: Callable[[str], object], words: str = "") -> None:
        """Show what is wrong, by the names of questions; ``words`` are about the whole."""
        for link in self.links:
            link.deleteLater()
        self.links = [self._link(said, name, lead_to) for name, said in problems.items()]
        for link in self.links:
            self._column.addWidget(link)
        number = len(problems)
        self._heading.setText(f"There {'is 1 thing' if number == 1 else f'are {number} things'} to put right")
        self._heading.setVisible(bool(problems))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setVisible(bool(problems or words))

    def _link(self, said: str, name: str, lead_to: Callable[[str], object]) -> QPushButton:
        return button(self._theme, said, lambda: lead_to(name), look="link")
