"""What sections of the settings share: cards in one column that scrolls, and a search that leaves what fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QVBoxLayout, QWidget

from socdesk.ui.breadth import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

_WIDTH = 720


class SettingsSection(QWidget):
    """Add cards with ``card``. Override ``arrive``, ``fit`` and ``desk_changed`` where the section needs them.

    ``first`` takes the keyboard when F6 comes here. A section that does not scroll fills its place itself.
    """

    def __init__(self, room: Room, *, scrolls: bool = True) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room = room
        self.first: QWidget | None = None
        self._cards: list[Card] = []
        outer = QVBoxLayout(self)
        spaced(outer, room.theme)
        inside = QWidget()
        inside.setProperty("look", "page")
        row = QVBoxLayout(inside)
        spaced(row, room.theme, margins=(4, 4, 24, 24 if scrolls else 8))
        self._holder = QWidget()
        self._holder.setProperty("look", "inside")
        self.column = QVBoxLayout(self._holder)
        spaced(self.column, room.theme, spacing=12)
        row.addWidget(self._holder, 0 if scrolls else 1)
        if scrolls:
            row.addStretch(1)
        outer.addWidget(scrolled(inside) if scrolls else inside)
        follow(room.theme, self._holder, lambda: self._holder.setMaximumWidth(room.theme.px(_WIDTH)))

    def card(self, heading: str, hint: str = "") -> Card:
        """Add a card and return it."""
        card = Card(self.room.theme, heading, hint=hint)
        self.column.addWidget(card)
        self._cards.append(card)
        return card

    @property
    def offered(self) -> Mapping[str, Callable[[], object]]:
        """What a person can do here and on other pages too, by the name of the command."""
        return {}

    def arrive(self) -> None:
        """Load what is shown; called each time that the section comes to be seen."""

    def fit(self, breadth: Breadth) -> None:
        """Lay the section out for the room there is."""

    def desk_changed(self, changed: Changed) -> None:
        """Load afresh what a deed changed, if the section shows it."""

    def narrow(self, sought: str) -> None:
        """Leave the cards in which every word sought begins a word; all of them where it is in none."""
        words = sought.casefold().split()
        fitting = [card for card in self._cards if _speaks_of(card, words)]
        for card in self._cards:
            card.setVisible(card in fitting or not fitting)

    def take_keyboard(self) -> None:
        """Take the keyboard to the first thing that can be set."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)


def _speaks_of(card: Card, words: list[str]) -> bool:
    parts: list[str] = [part.text() for kind in (QLabel, QAbstractButton) for part in card.findChildren(kind)]
    parts += [box.title() for box in card.findChildren(QGroupBox)]
    parts += [box.itemText(n) for box in card.findChildren(QComboBox) for n in range(box.count())]
    said = " ".join(parts).casefold().split()
    return all(any(each.startswith(word) for each in said) for word in words)
