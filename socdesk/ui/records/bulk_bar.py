"""The bar under a list while several rows are selected: what can be done with all of them at once (ux.md 4.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout

from socdesk.desk.form_data import Option
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label


class BulkBar(QFrame):
    """``changed`` carries the texts to give to all, by field; ``binned`` and ``cleared`` say what they mean."""

    changed = Signal(object)
    binned = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, bulk: Mapping[str, str]) -> None:
        super().__init__()
        self.setProperty("look", "bulk")
        self.setAccessibleName("Selected rows")
        self._theme, self._bulk = theme, bulk
        self.choices: dict[str, QPushButton] = {}
        self.options: dict[str, tuple[Option, ...]] = {}
        self.menu: QMenu | None = None
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 8, 24, 8), spacing=4)
        self._row = QHBoxLayout()
        spaced(self._row, theme, spacing=8)
        column.addLayout(self._row)
        self._count = label("", "label")
        self._row.addWidget(self._count)
        self.why = QLineEdit()
        self.why.setAccessibleName("Reason")
        self.why.setPlaceholderText("Reason, where one is needed")
        follow(theme, self.why, lambda: self.why.setMinimumWidth(theme.px(120)))
        self._row.addWidget(self.why, 1)
        self.why.setVisible(any(bulk.values()))
        if not any(bulk.values()):
            self._row.addStretch(1)
        self.bin = button(theme, "Move to bin", self.binned.emit)
        self.clear = button(theme, "Clear", self.cleared.emit, look="quiet")
        self._row.addWidget(self.bin)
        self._row.addWidget(self.clear)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        self.hide()

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text()

    def offer(self, name: str, words: str, options: tuple[Option, ...]) -> None:
        """Offer to give all rows one of these values."""
        self.options[name] = options
        if name not in self.choices:
            self.choices[name] = button(self._theme, f"Set {words}", lambda: self._ask(name), icon="chevron-down")
            self._row.insertWidget(len(self.choices), self.choices[name])

    def _ask(self, name: str) -> None:
        self.menu = QMenu(self)
        for option in self.options[name]:
            self.menu.addAction(option.words, self._giver(name, option.value))
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.menu.popup(self.choices[name].mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    def _giver(self, name: str, value: str) -> Callable[[], None]:
        def give() -> None:
            texts = {name: value}
            if self._bulk.get(name) and self.why.text().strip():
                texts[self._bulk[name]] = self.why.text()
            self.changed.emit(texts)

        return give

    def give(self, name: str, value: str) -> None:
        """Give all rows a value, as its menu does."""
        self._giver(name, value)()

    def show_count(self, number: int, *, in_bin: bool) -> None:
        """Show that so many rows are selected; it goes away below two."""
        self._count.setText(f"{number:,} selected")
        self.bin.setText("Bring back" if in_bin else "Move to bin")
        for choice in self.choices.values():
            choice.setEnabled(not in_bin)
        self.tell("")
        self.setVisible(number > 1)

    def tell(self, error: str) -> None:
        """Say what is wrong."""
        self._error.setText(error)
        self._error.setVisible(bool(error))
