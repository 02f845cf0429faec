"""What stands over a list: its saved views, search as you type, and a filter for each of some columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from socdesk.desk.form_data import Option
from socdesk.desk.lists.asking import Asked
from socdesk.desk.lists.views import Overview, View
from socdesk.ui.breadth import Breadth
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.search_line import SearchLine

_PAUSE_MS = 120
"""How long typing rests before the list is asked (ux.md 6)."""


class ListHead(QWidget):
    """``asked`` is sent when the list shall show something else; ``columns_wanted`` by the columns button."""

    asked = Signal()
    columns_wanted = Signal()

    def __init__(self, theme: Theme, noun: str) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._theme = theme
        self._overview: Overview | None = None
        self._narrow: View | None = None
        self.filters: dict[str, QComboBox] = {}
        self.views = QTabBar()
        self.views.setAccessibleName("Views")
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self.views.setUsesScrollButtons(True)
        self.views.currentChanged.connect(self._viewed)
        self.search = self._search_line(noun)
        self.columns = icon_button(theme, "columns-3", "Columns and order", self.columns_wanted.emit)
        self.fold = button(theme, "Filters", self._unfold, icon="filter")
        self.fold.setCheckable(True)
        self._boxes = QWidget()
        self._boxes.setProperty("look", "inside")
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, self._theme, margins=(0, 0, 0, 12), spacing=8)
        tabs = QHBoxLayout()
        spaced(tabs, self._theme, margins=(20, 0, 20, 0))
        tabs.addWidget(self.views, 1)
        column.addLayout(tabs)
        row = QHBoxLayout()
        spaced(row, self._theme, margins=(24, 0, 24, 0), spacing=8)
        row.addWidget(self.search, 1)
        self._row = row
        self._box_row = QHBoxLayout(self._boxes)
        spaced(self._box_row, self._theme, spacing=8)
        row.addWidget(self._boxes)
        row.addWidget(self.fold)
        row.addWidget(self.columns)
        column.addLayout(row)
        self._under = QHBoxLayout()
        spaced(self._under, self._theme, margins=(24, 0, 24, 0))
        column.addLayout(self._under)

    def _search_line(self, noun: str) -> SearchLine:
        line = SearchLine(self._theme, f"Search {noun}")
        self._pause = QTimer(line)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        line.textChanged.connect(self._typed)
        return line

    def _typed(self) -> None:
        self._pause.start()

    def add_filter(self, name: str, words: str, options: tuple[Option, ...]) -> None:
        """Offer a filter; its first choice lets everything through."""
        box = self.filters.get(name)
        if box is None:
            box = self._filter_box(name, words)
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(f"{words}: any", "")
            for option in options:
                box.addItem(option.words.split(" (")[0], option.value)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def _filter_box(self, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{words} filter")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        follow(self._theme, box, lambda: box.setFixedWidth(self._theme.px(150)))
        spoken = QLabel(words, self._boxes)  # on Linux a combo box has its name from a label alone (ux.md 2)
        spoken.setBuddy(box)
        spoken.hide()
        box.currentIndexChanged.connect(self._filtered)
        self._box_row.addWidget(box)
        self.filters[name] = box
        return box

    def _filtered(self) -> None:
        self.asked.emit()

    def show_views(self, overview: Overview, chosen: str) -> None:
        """Show the views and how many rows each has."""
        self._overview = overview
        with QSignalBlocker(self.views):
            for number, view in enumerate(overview.views):
                words = view.title if view.key == "all" or not view.count else f"{view.title} {view.count:,}"
                if number >= self.views.count():
                    self.views.addTab(words)
                self.views.setTabText(number, words)
            self._choose(chosen)

    def choose_view(self, key: str) -> None:
        """Choose a view by its key, without asking the list."""
        with QSignalBlocker(self.views):
            self._choose(key)

    def _choose(self, key: str) -> None:
        for number, view in enumerate(self._overview.views if self._overview else ()):
            if view.key == key:
                self.views.setCurrentIndex(number)

    def narrow_to(self, view: View | None) -> None:
        """Show these rows, which another page asked for, in place of a saved view."""
        self._narrow = view

    def _viewed(self) -> None:
        self._narrow = None
        self.asked.emit()

    @property
    def view(self) -> View | None:
        """The view that is shown; nothing before they came."""
        if self._narrow is not None:
            return self._narrow
        number = self.views.currentIndex()
        return self._overview.views[number] if self._overview and number >= 0 else None

    def asking(self, before: Asked) -> Asked:
        """Return what the list shall show, in the order it had."""
        view = self.view
        chosen: Mapping[str, str] = {
            name: str(box.currentData()) for name, box in self.filters.items() if box.currentData()
        }
        now = replace(before, text=self.search.text(), equal=chosen)
        return replace(now, only=view.ids, state=view.state) if view else now

    def clear(self) -> None:
        """Let everything through."""
        for box in self.filters.values():
            with QSignalBlocker(box):
                box.setCurrentIndex(0)
        self.search.clear()
        self._pause.stop()
        self.asked.emit()

    def fit(self, breadth: Breadth) -> None:
        """Fold the filters behind a button where there is little room."""
        folded = breadth is Breadth.NARROW
        (self._under if folded else self._row).insertWidget(0 if folded else 1, self._boxes)
        self.fold.setVisible(folded and bool(self.filters))
        self._boxes.setVisible(not folded or self.fold.isChecked())

    def _unfold(self) -> None:
        self._boxes.setVisible(self.fold.isChecked())
