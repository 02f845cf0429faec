"""What the Council is called, whose report its papers are, and how its figures are reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socdesk.settings import COUNCIL, EXPIRING_DAYS, LAYOUT, REPORT_OF, SMALL_NUMBER
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.bound_settings import BoundSettings
from socdesk.ui.screens.settings.section import SettingsSection

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

LAYOUTS = {"cabinet": "Cabinet", "committee-2019": "Community Safety Committee (2019)"}


class CouncilSection(SettingsSection):
    """All of it stands on the desk, so that it goes with the desk and each change can be undone."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.bound = BoundSettings(room, self)
        card = self.card("The Council")
        name = self.bound.text(COUNCIL, "As papers and the window have it")
        self.first = name.focus_widget
        card.column.addWidget(name)
        card = self.card("Papers")
        card.column.addWidget(self.bound.text(REPORT_OF))
        card.column.addWidget(self.bound.choice(LAYOUT, LAYOUT.label, LAYOUTS, LAYOUT.hint))
        card = self.card("Figures")
        card.column.addWidget(self.bound.text(EXPIRING_DAYS, "From 1 to 366 days"))
        card.column.addWidget(self.bound.text(SMALL_NUMBER, "From 5 to 20, so that no person shows in public figures"))

    def arrive(self) -> None:
        self.bound.load()

    def desk_changed(self, changed: Changed) -> None:
        if "settings" in changed.ids:
            self.bound.load()
