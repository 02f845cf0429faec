"""The log, to be read: who opened the desk, who looked at what is restricted, and what left it; and to be exported."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout

from socdesk.commands.places import Spot
from socdesk.desk.log_words import LogLine, log_of
from socdesk.jobs import Job
from socdesk.ui.breadth import Breadth
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.screens.settings.trail_out import TrailOut
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.plain_table import PlainTable

_COLUMNS = (("When", 176), ("Who", 220), ("What", 0))
_WHO = 1


class LogSection(SettingsSection):
    """The newest lines, newest first."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, scrolls=False)
        back = button(room.theme, "Back to security", lambda: room.shell.go(Spot("settings", "security")))
        card = Card(room.theme, "Log", beside=back, flush=True)
        self.count = card.aside
        self.table = PlainTable(room.theme, "Log", _COLUMNS)
        column = QVBoxLayout()
        spaced(column, room.theme)
        column.addWidget(self.table, 1)
        self.out = TrailOut(room, self)
        column.addWidget(self.out.line)
        card.column.addLayout(column, 1)
        self.column.addWidget(card, 1)
        self.first = self.table

    @property
    def offered(self) -> Mapping[str, Callable[[], object]]:
        return {"export_trail": self.out.ask, "save_checker": self.out.ask_checker}

    def arrive(self) -> None:
        desk = self.room.desk
        self.room.work.read(Job("Reading the log", lambda _progress: log_of(desk)), self, self._show)

    def fit(self, breadth: Breadth) -> None:
        self.table.setColumnHidden(_WHO, breadth < Breadth.SLIM)

    def _show(self, lines: tuple[LogLine, ...]) -> None:
        hidden = self.table.isColumnHidden(_WHO)
        self.table.show_rows([(line.when, line.who, line.what) for line in lines])
        self.table.setColumnHidden(_WHO, hidden)
        self.count.setText("1 line" if len(lines) == 1 else f"The newest {len(lines):,} lines")
