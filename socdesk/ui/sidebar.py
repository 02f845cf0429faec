"""The sidebar: whose desk it is, search, the pages as one list (one Tab stop, arrows inside), and Lock now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from socdesk.commands.command import Shell
from socdesk.commands.places import PLACES, Spot
from socdesk.ui.page import Breadth
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.drawn_rows import AnyIndex, DrawnRow, RowsDelegate
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.picture import Picture

_ICON, _COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SLIM = 64


class _PageRows(RowsDelegate):
    """Draws one page's row: marker, icon, title, and how many things there need attention."""

    slim = False

    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        theme, px = self.theme, self.theme.px
        frame = QRectF(row.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.current or row.hovered:
            painter.setBrush(theme.colour("nav_sel" if row.current else "nav_hover"))
            painter.drawRoundedRect(frame, px(6), px(6))
        if row.current:
            painter.setBrush(theme.colour("link"))
            marker = QRectF(frame.left(), frame.top() + px(9), px(3), frame.height() - px(18))
            painter.drawRoundedRect(marker, 1.5, 1.5)
        icon = theme.pixmap(str(index.data(_ICON)), "link" if row.current else "text2", 20)
        painter.drawPixmap(QPointF(frame.left() + px(12), frame.center().y() - px(20) / 2), icon)
        if not self.slim:
            self._words(painter, frame, index, current=row.current)

    def _words(self, painter: QPainter, frame: QRectF, index: AnyIndex, *, current: bool) -> None:
        theme, px = self.theme, self.theme.px
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("strong" if current else "nav"))
        painter.setPen(theme.colour("text" if current else "text2"))
        painter.drawText(frame.adjusted(px(44), 0, -px(36), 0), middle.value, str(index.data()))
        if count := index.data(_COUNT):
            painter.setFont(theme.font("small", tabular=True))
            painter.setPen(theme.colour("text2"))
            right = middle | Qt.AlignmentFlag.AlignRight
            painter.drawText(frame.adjusted(0, 0, -px(12), 0), right.value, f"{count:,}")


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
        self._rows = _PageRows(self._theme, pages, self._theme.tokens.size["nav"])
        for number, place in enumerate(PLACES, start=1):
            item = QListWidgetItem(place.title)
            item.setData(_ICON, place.icon)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, place.title)
            item.setToolTip(f"{place.title} (Ctrl+{number})")
            pages.addItem(item)
        pages.currentRowChanged.connect(self._chosen)
        pages.clicked.connect(self._clicked)
        return pages

    def _clicked(self, index: QModelIndex) -> None:
        self._chosen(index.row())

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._shell.go(Spot(PLACES[row].key))

    def mark(self, page: str) -> None:
        """Mark the page that is shown; a page that is not in the list leaves the mark where it is."""
        row = next((n for n, place in enumerate(PLACES) if place.key == page), -1)
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
            item.setData(_COUNT, number)
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
