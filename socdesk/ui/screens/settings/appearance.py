"""How the window looks: colours, text size, height of rows. All of it holds at once, and for this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from socdesk.ui.room import Room
from socdesk.ui.screens.settings.preview import Preview
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.segments import Segments

COLOURS = {
    "system": "Same as the system",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}
ROWS = {"comfortable": "Comfortable", "compact": "Compact"}


class AppearanceSection(SettingsSection):
    """Speaks to the theme through the shell, so that commands and buttons do the same."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.colours = Segments(room.theme, "Light or dark", COLOURS)
        self.colours.chosen.connect(room.shell.set_appearance)
        self.zoom = QComboBox()
        for percent in range(LEAST_ZOOM, MOST_ZOOM + 1, ZOOM_STEP):
            self.zoom.addItem(f"{percent}%", percent)
        self.zoom.activated.connect(self._size_chosen)
        self.rows = Segments(room.theme, "Height of rows in lists", ROWS)
        self.rows.chosen.connect(room.shell.set_rows)
        self._lay_out()
        follow(room.theme, self, self._show)

    def _lay_out(self) -> None:
        theme = self.room.theme
        card = self.card("Colours")
        card.column.addWidget(self.colours)
        words = "High contrast takes all colours from the system, and none of its own."
        card.column.addWidget(label(words, "hint", wrap=True))
        card = self.card("Sizes")
        hint = "Ctrl and + makes text larger, Ctrl and - smaller, Ctrl and 0 brings back 100%"
        card.column.addWidget(Field(theme, "Text size", self.zoom, hint=hint))
        card.column.addWidget(self.rows)
        self.card("Preview").column.addWidget(Preview(theme))

    def _show(self) -> None:
        theme = self.room.theme
        self.colours.show_value(theme.appearance)
        self.zoom.setCurrentIndex(self.zoom.findData(theme.zoom))
        self.rows.show_value("compact" if theme.compact else "comfortable")
        self.first = self.colours.focus_widget

    def _size_chosen(self) -> None:
        self.room.shell.set_zoom(int(self.zoom.currentData()))
