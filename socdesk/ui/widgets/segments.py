"""One of a few choices, all of them seen: one Tab stop, arrows inside, each choice holds at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGroupBox, QPushButton, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow


class Segments(QGroupBox):
    """``choices`` are the words by value. ``chosen`` is sent with the value that a person chose."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: Mapping[str, str]) -> None:
        super().__init__(name)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        spaced(column, theme)
        row = FlowRow(theme)
        for value, words in choices.items():
            row.add(self._button(theme, value, words))
        column.addWidget(row)
        self._guard_tab()

    def _button(self, theme: Theme, value: str, words: str) -> QPushButton:
        made = button(theme, words, lambda: self._pressed(value), look="segment")
        made.setCheckable(True)
        made.setAutoExclusive(True)
        self.buttons[value] = made
        return made

    @property
    def value(self) -> str:
        """The value that is chosen, or nothing."""
        return next((value for value, each in self.buttons.items() if each.isChecked()), "")

    @property
    def focus_widget(self) -> QPushButton:
        """The button that Tab comes to."""
        return self.buttons[self.value or next(iter(self.buttons))]

    def show_value(self, value: str) -> None:
        """Show what is chosen, without telling."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
        self._guard_tab()

    def _pressed(self, value: str) -> None:
        self._guard_tab()
        self.chosen.emit(value)

    def _guard_tab(self) -> None:
        """Let Tab come to the chosen button: Qt would take the first."""
        first = self.focus_widget
        for each in self.buttons.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is first else Qt.FocusPolicy.ClickFocus)
