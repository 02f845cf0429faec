"""What stands over a list: its views, search as you type, and a filter for each of some columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from socdesk.desk.lists.asking import Asked
from socdesk.desk.lists.own_views import OwnView
from socdesk.desk.lists.views import Overview, View
from socdesk.ui.breadth import Breadth
from socdesk.ui.records.filter_boxes import FilterBoxes
from socdesk.ui.records.save_view_strip import SaveViewStrip
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.search_line import SearchLine

_PAUSE_MS = 120
"""How long typing rests before the list is asked (ux.md 6)."""

_OWN = "own:"


class ListHead(QWidget):
    """``asked`` is sent when the list shall show something else; ``columns_wanted`` by the columns button.

    ``ordered`` carries the order of a saved view; ``removed`` the record of one that is to go.
    """

    asked = Signal()
    columns_wanted = Signal()
    ordered = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, noun: str) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._theme = theme
        self._views: tuple[View, ...] = ()
        self._own: Mapping[str, OwnView] = {}
        self._narrow: View | None = None
        self._shown = ""
        self.views = QTabBar()
        self.views.setAccessibleName("Views")
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self.views.setUsesScrollButtons(True)
        self.views.currentChanged.connect(self._viewed)
        self.strip = SaveViewStrip(theme)
        self.strip.left.connect(self.put_strip_away)
        self.keep = button(theme, "Save view", self.strip.ask, look="quiet", icon="plus", hint="Save as a view")
        self.remove = button(theme, "Remove view", self._remove, look="quiet", icon="x", hint="Remove this saved view")
        self.search = self._search_line(noun)
        self.boxes = FilterBoxes(theme)
        self.boxes.changed.connect(self.asked)
        self.fold = button(theme, "Filters", self._unfold, icon="filter")
        self.fold.setCheckable(True)
        self.columns = icon_button(theme, "columns-3", "Columns and order", self.columns_wanted.emit)
        self._lay_out()
        self._show_deeds()

    @property
    def filters(self) -> Mapping[str, QWidget]:
        """The filters, by the name of their field."""
        return self.boxes.boxes

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, self._theme, margins=(0, 0, 0, 12), spacing=8)
        tabs = QHBoxLayout()
        spaced(tabs, self._theme, margins=(20, 0, 20, 0), spacing=4)
        tabs.addWidget(self.views, 1)
        tabs.addWidget(self.remove)
        tabs.addWidget(self.keep)
        column.addLayout(tabs)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        spaced(row, self._theme, margins=(24, 0, 24, 0), spacing=8)
        row.addWidget(self.search, 1)
        self._row = row
        row.addWidget(self.boxes)
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
        self._show_deeds()

    def show_views(self, overview: Overview, own: Iterable[OwnView], chosen: str) -> None:
        """Show the views and how many rows each has; those that the officer saved come last."""
        self._own = {_OWN + each.id: each for each in own}
        bases = {view.key: view for view in overview.views}
        mine = (
            replace(bases.get(each.base, overview.views[0]), key=key, title=each.title, count=0)
            for key, each in self._own.items()
        )
        self._views = (*overview.views, *mine)
        with QSignalBlocker(self.views):
            while self.views.count() > len(self._views):
                self.views.removeTab(self.views.count() - 1)
            for number, view in enumerate(self._views):
                words = view.title if view.key == "all" or not view.count else f"{view.title} {view.count:,}"
                if number >= self.views.count():
                    self.views.addTab(words)
                self.views.setTabText(number, words)
        self.choose_view(chosen)

    def choose_view(self, key: str) -> None:
        """Choose a view by its key, without asking the list."""
        with QSignalBlocker(self.views):
            for number, view in enumerate(self._views):
                if view.key == key:
                    self.views.setCurrentIndex(number)
        self._arrived()

    def narrow_to(self, view: View | None) -> None:
        """Show these rows, which another page asked for, in place of a saved view."""
        self._narrow = view
        self._show_deeds()

    def _viewed(self) -> None:
        self._narrow = None
        self._arrived()
        self.asked.emit()

    def _arrived(self) -> None:
        """Take over what a saved view narrows to; what it narrowed goes with it."""
        key = self.view.key if self.view else ""
        if key != self._shown:
            before, now = self._own.get(self._shown), self._own.get(key)
            self._shown = key
            if before or now:
                self._set(now.text if now else "", {**now.equal, **now.days} if now else {})
            if now:
                self.ordered.emit(now.order)
        self._show_deeds()

    def _set(self, text: str, values: Mapping[str, str]) -> None:
        self.boxes.choose(values)
        with QSignalBlocker(self.search):
            self.search.setText(text)
        self.search.show_cross()
        self._pause.stop()

    def _show_deeds(self) -> None:
        narrowed = bool(self.search.text().strip() or self.boxes.chosen)
        self.keep.setVisible(self._narrow is None and narrowed and self._shown not in self._own)
        self.remove.setVisible(self._narrow is None and self._shown in self._own)

    def _remove(self) -> None:
        if self._shown in self._own:
            self.removed.emit(self._own[self._shown].id)

    def put_strip_away(self) -> None:
        """Ask no longer for a name."""
        self.strip.hide()
        self.search.setFocus()

    @property
    def view(self) -> View | None:
        """The view that is shown; nothing before they came."""
        if self._narrow is not None:
            return self._narrow
        number = self.views.currentIndex()
        return self._views[number] if 0 <= number < len(self._views) else None

    @property
    def base(self) -> str:
        """The key of the view that is shown, or on which a saved one stands."""
        own = self._own.get(self._shown)
        return own.base if own else self._shown

    def asking(self, before: Asked) -> Asked:
        """Return what the list shall show, in the order it had."""
        view = self.view
        equal, days = self.boxes.asked()
        self._show_deeds()
        now = replace(before, text=self.search.text(), equal=equal, days=days)
        return replace(now, only=view.ids, among=view.among, state=view.state) if view else now

    @property
    def in_words(self) -> str:
        """What is shown, in words: the view, the search and the filters."""
        view = self.view
        text = self.search.text().strip()
        parts = (view.title if view else "", f"search “{text}”" if text else "", *self.boxes.words())
        return ", ".join(part for part in parts if part)

    def clear(self) -> None:
        """Let everything through."""
        self._set("", {})
        if self._shown in self._own:
            self.choose_view(self.base)
        self.asked.emit()

    def fit(self, breadth: Breadth) -> None:
        """Fold the filters behind a button where there is little room."""
        folded = breadth is Breadth.NARROW
        (self._under if folded else self._row).insertWidget(0 if folded else 1, self.boxes)
        self.boxes.flow(wrapped=folded)
        self.fold.setVisible(folded and bool(self.filters))
        for each in (self.fold, self.keep, self.remove):
            each.fold(folded=folded)
        self.boxes.setVisible(not folded or self.fold.isChecked())

    def _unfold(self) -> None:
        self.boxes.setVisible(self.fold.isChecked())
        if self.fold.isChecked():
            self.boxes.take_keyboard()
