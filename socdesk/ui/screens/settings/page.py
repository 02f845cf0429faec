"""The settings: a list of sections at the left, one section at the right, and a search over both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socdesk.commands.places import Spot
from socdesk.ui.breadth import Breadth
from socdesk.ui.page import Page
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.screens.settings.sections import LISTED, SECTIONS, section_place
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.place_rows import ICON, PlaceRows
from socdesk.ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

PAGE = "settings"
_LIST_WIDTH = 232


class SettingsPage(Page):
    """Its spots have the key of a section as their view. What is set holds at once; there is nothing to save."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Settings")
        self.summary.setText("Changes apply at once")
        self.sections: dict[str, SettingsSection] = {}
        self.search = SearchLine(room.theme, "Search settings")
        self.list = _SectionList(room.theme)
        self.combo = QComboBox()
        self._combo_row = self._folded_list()
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)
        self._breadth = Breadth.FULL
        self._was_away = False
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(lambda: self._with_section(SettingsSection.take_keyboard))
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemClicked.connect(self._pressed)
        self.list.itemActivated.connect(self._pressed)
        self.combo.currentIndexChanged.connect(self._folded_chosen)

    def _folded_list(self) -> QWidget:
        for place in LISTED:
            self.combo.addItem(place.title, place.key)
        holder = QWidget()
        holder.setProperty("look", "inside")
        row = QHBoxLayout(holder)
        spaced(row, self.room.theme, spacing=8)
        row.addWidget(label("Section", "label", buddy=self.combo))
        row.addWidget(self.combo, 1)
        holder.hide()
        return holder

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("look", "inside")
        self._head = QVBoxLayout(left)
        spaced(self._head, self.room.theme, spacing=8)
        self._head.addWidget(self.search)
        self._head.addWidget(self._combo_row, 1)
        self._head.addWidget(self.list, 1)
        self._left = left
        self._row = QHBoxLayout()
        spaced(self._row, self.room.theme, margins=(24, 4, 0, 0), spacing=20)
        self._row.addWidget(left)
        self._row.addWidget(self._stack, 1)
        self.body.addLayout(self._row)
        follow(self.room.theme, left, self._fit)

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self._find, **(self.section.offered if self.section else {})}

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def regions(self) -> tuple[QWidget, ...]:
        places: QWidget = self.list if self._breadth > Breadth.NARROW else self.combo
        first = self.section.first if self.section else None
        return (places, *((first,) if first is not None else ()), self.search)

    @property
    def section(self) -> SettingsSection | None:
        """The section that is shown."""
        found = self._stack.currentWidget()
        return found if isinstance(found, SettingsSection) else None

    def arrive(self, spot: Spot) -> None:
        """Show a section; where none is named, the one that was shown before the page was left, else the first."""
        usual = self.list.key if self._was_away else ""
        key = spot.view if section_place(spot.view) else usual or LISTED[0].key
        self._was_away = False
        self._mark(key)
        self._show(key)
        if self.search.hasFocus() and not self.search.text():
            self.regions()[0].setFocus()  # Qt gave it to the search, which comes first

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_away = True

    def fit(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self._fit()
        for section in self.sections.values():
            section.fit(breadth)

    def _fit(self) -> None:
        """Fold the list into one line over the section where there is little room."""
        folded = self._breadth is Breadth.NARROW
        self.list.setVisible(not folded)
        self._combo_row.setVisible(folded)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if folded else across)
        self._head.setDirection(across if folded else down)
        px = self.room.theme.px
        self._left.setMinimumWidth(0 if folded else px(_LIST_WIDTH))
        self._left.setMaximumWidth(16_777_215 if folded else px(_LIST_WIDTH))
        self._row.setContentsMargins(px(24), px(4), px(24) if folded else 0, 0)

    def desk_changed(self, changed: Changed) -> None:
        for section in self.sections.values():
            section.desk_changed(changed)

    def _chosen(self) -> None:
        self._go(self.list.key)

    def _pressed(self) -> None:
        """Leave a section within the one that is marked."""
        if self.section is not self.sections.get(self.list.key):
            self._go(self.list.key)

    def _folded_chosen(self) -> None:
        self._go(str(self.combo.currentData()))

    def _go(self, key: str) -> None:
        if key:
            self._mark(key)
            self._show(key)
            self.spot_changed.emit(Spot(PAGE, key))

    def _mark(self, key: str) -> None:
        """Mark a section, or the one that it is within, in the list and in its folded form, without going there."""
        place = section_place(key)
        key = (place.within if place else "") or key
        for part in (self.list, self.combo):
            part.blockSignals(True)  # noqa: FBT003  Qt's way to say so
        self.list.mark(key)
        self.combo.setCurrentIndex(self.combo.findData(key))
        for part in (self.list, self.combo):
            part.blockSignals(False)  # noqa: FBT003
        self.list.viewport().update()

    def _show(self, key: str) -> None:
        section = self.sections.get(key) or self._made(key)
        self._stack.setCurrentWidget(section)
        section.narrow(self.search.text())
        section.arrive()

    def _made(self, key: str) -> SettingsSection:
        section = next(place for place in SECTIONS if place.key == key).build(self.room)
        self.sections[key] = section
        self._stack.addWidget(section)
        section.fit(self._breadth)
        return section

    def _narrow(self, sought: str) -> None:
        """Leave the sections that speak of what is sought, and go to the first if the one shown does not."""
        fitting = [place.key for place in LISTED if place.fits(sought)]
        self.list.leave(fitting)
        if fitting and self.list.key not in fitting:
            self._mark(fitting[0])
            self._show(fitting[0])
        self._with_section(lambda section: section.narrow(sought))
        if sought.strip():
            self.room.announcer.say(f"{len(fitting)} of {len(LISTED)} sections")

    def _with_section(self, do: Callable[[SettingsSection], object]) -> None:
        if self.section is not None:
            do(self.section)


class _SectionList(QListWidget):
    """The sections: one Tab stop, arrows inside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = PlaceRows(theme, self, theme.tokens.size["nav"])
        for place in LISTED:
            item = QListWidgetItem(place.title)
            item.setData(ICON, place.icon)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, place.title)
            self.addItem(item)

    @property
    def key(self) -> str:
        """The key of the section that is marked, or nothing."""
        row = self.currentRow()
        return LISTED[row].key if row >= 0 else ""

    def mark(self, key: str) -> None:
        """Mark a section."""
        self.setCurrentRow(next((n for n, place in enumerate(LISTED) if place.key == key), -1))

    def leave(self, keys: list[str]) -> None:
        """Show these sections only; all of them where there is none."""
        for n, place in enumerate(LISTED):
            self.item(n).setHidden(bool(keys) and place.key not in keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
