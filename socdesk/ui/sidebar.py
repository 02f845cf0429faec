"""The sidebar: whose desk it is, search, the pages as one list (one Tab stop, arrows inside), and Lock now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socdesk.commands.command import Shell
from socdesk.commands.places import PLACES, Spot
from socdesk.ui.breadth import Breadth
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.picture import Picture
from socdesk.ui.widgets.place_rows import COUNT, ICON, PlaceRows

_SLIM = 64

_LED_FROM = {
    "import": "training",
    "courses": "training",
    "requirements": "training",
    "strategies": "settings",
    "posts": "settings",
    "contacts": "settings",
}
"""Pages that are not in the list, and the one they belong to."""


class Sidebar(QFrame):
    """The left of the window while a desk is open."""

    def __init__(self, theme: Theme, shell: Shell, council: str) -> None:
        super().__init__()
        self.setProperty("look", "sidebar")
        self._theme, self._shell = theme, shell
        self._slim = False
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(8, 16, 8, 10), spacing=10)
        self._brand = _brand(theme, council)
        column.addWidget(self._brand)
        self.jump = button(theme, "Search or jump to", shell.open_palette, look="jump", icon="search", hint="Ctrl+K")
        self.jump.setAccessibleName("Search or jump to")
        column.addWidget(self.jump)
        self.pages = self._page_list()
        column.addWidget(self.pages, 1)
        self.lock = button(theme, "Lock now", shell.lock, look="plain", icon="lock", hint="Lock now (Ctrl+L)")
        self.lock.setAccessibleName("Lock now")
        column.addWidget(self.lock)
        follow(theme, self, self._fit)

    def _page_list(self) -> QListWidget:
        pages = QListWidget()
        pages.setAccessibleName("Pages")
        pages.setFrameShape(QFrame.Shape.NoFrame)
        pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would cover the pictures
        self._rows = PlaceRows(self._theme, pages, self._theme.tokens.size["nav"])
        for number, place in enumerate(PLACES, start=1):
            item = QListWidgetItem(place.title)
            item.setData(ICON, place.icon)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, place.title)
            item.setToolTip(f"{place.title} (Ctrl+{number})")
            pages.addItem(item)
        pages.setCurrentRow(0)  # Qt would choose it, and so go there, as soon as the list has the keyboard
        pages.currentRowChanged.connect(self._chosen)
        pages.clicked.connect(self._clicked)
        pages.activated.connect(self._clicked)
        return pages

    def _clicked(self, index: QModelIndex) -> None:
        self._chosen(index.row())

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._shell.go(Spot(PLACES[row].key))

    def mark(self, page: str) -> None:
        """Mark the page that is shown; one that belongs to no page of the list leaves the mark where it is."""
        listed = _LED_FROM.get(page, page)
        row = next((n for n, place in enumerate(PLACES) if place.key == listed), -1)
        if row >= 0:
            self.pages.blockSignals(True)  # noqa: FBT003  Qt's way to say so
            self.pages.setCurrentRow(row)
            self.pages.blockSignals(False)  # noqa: FBT003
            self.pages.viewport().update()

    def count(self, counts: Mapping[str, tuple[int, str]]) -> None:
        """Show how many things need attention on each page, by the page's key: a number, and what it counts."""
        for row, place in enumerate(PLACES):
            number, words = counts.get(place.key, (0, ""))
            item = self.pages.item(row)
            item.setData(COUNT, number)
            spoken = f"{place.title}, {words}" if number else place.title
            item.setToolTip(f"{spoken} (Ctrl+{row + 1})")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def fit(self, breadth: Breadth) -> None:
        """Show icons alone where there is little room."""
        self._slim = breadth < Breadth.FULL
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(_SLIM) if self._slim else self._theme.size("nav_w"))
        self._rows.slim = self._slim
        for words in self._brand.findChildren(QWidget, "words"):
            words.setVisible(not self._slim)
        self.jump.setText("" if self._slim else "Search or jump to")
        self.lock.setText("" if self._slim else "Lock now")
        self._theme_icons()

    def _theme_icons(self) -> None:
        for each, icon, ink in ((self.jump, "search", "text3"), (self.lock, "lock", "text2")):
            gap = 6 if each.text() else 0
            each.setIcon(self._theme.icon(icon, ink, gap=gap))
            each.setIconSize(self._theme.icon_size(gap=gap))


def _brand(theme: Theme, council: str) -> QWidget:
    brand = QWidget()
    brand.setProperty("look", "inside")
    row = QHBoxLayout(brand)
    spaced(row, theme, margins=(8, 0, 0, 0), spacing=10)
    row.addWidget(Picture(theme, "shield", "link", 24))
    words = QWidget()
    words.setObjectName("words")
    words.setProperty("look", "inside")
    column = QVBoxLayout(words)
    spaced(column, theme)
    column.addWidget(Heading("Socdesk", "subtitle"))
    column.addWidget(label(council, "caption", wrap=True))
    row.addWidget(words, 1)
    return brand
