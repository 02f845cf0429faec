"""The bar under a list while several rows are selected: what can be done with all of them at once (ux.md 4.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from socdesk.desk.form_data import Option
from socdesk.ui.breadth import Breadth
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label


class BulkBar(QFrame):
    """``changed`` carries the texts to give to all, by field; the other signals say what they mean."""

    changed = Signal(object)
    binned = Signal()
    cleared = Signal()
    exported = Signal()

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
        self._row = FlowRow(theme)
        column.addWidget(self._row)
        self._count = label("", "label")
        follow(theme, self._count, lambda: self._count.setMinimumHeight(theme.size("control")))
        self.why = QLineEdit(self)
        self.why.setAccessibleName("Reason")
        self.why.setPlaceholderText("Reason, where one is needed")
        follow(theme, self.why, lambda: self.why.setFixedWidth(theme.px(260)))
        self.bin = button(theme, "Move to bin", self.binned.emit)
        self.export = button(theme, "Export", self.exported.emit)
        self.clear = button(theme, "Clear", self.cleared.emit, look="quiet")
        self._lay_out()
        self._error = label("", "error", wrap=True)
        self._error.hide()
        column.addWidget(self._error)
        self.hide()

    def _lay_out(self) -> None:
        self.why.setVisible(False)
        why = (self.why,) if any(self._bulk.values()) else ()
        parts: tuple[QWidget, ...] = (self._count, *why, self.bin, self.export, self.clear)
        for part in parts:
            self._row.add(part)

    def add(self, part: QWidget) -> None:
        """Put something of a page's own first after the count."""
        self._row.add(part, 1)

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text()

    def offer(self, name: str, words: str, options: tuple[Option, ...]) -> None:
        """Offer to give all rows one of these values."""
        self.options[name] = options
        if name not in self.choices:
            self.choices[name] = button(
                self._theme, f"Set {_in_a_sentence(words)}", lambda: self._ask(name), icon="chevron-down"
            )
            self._row.add(self.choices[name], len(self.choices))

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
        self._row.refresh()
        self.setVisible(number > 1)

    def fit(self, breadth: Breadth) -> None:
        """Leave out what stands elsewhere too where there is little room."""
        self.export.setVisible(breadth > Breadth.NARROW)

    def tell(self, error: str) -> None:
        """Say what is wrong."""
        self._error.setText(error)
        self._error.setVisible(bool(error))


def _in_a_sentence(words: str) -> str:
    """Return a label as it stands within a sentence; capitals that stand for words stay.

    >>> _in_a_sentence("Lead post"), _in_a_sentence("RAG rating")
    ('lead post', 'RAG rating')
    """
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
