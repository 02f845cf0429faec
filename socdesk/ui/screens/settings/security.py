"""When the desk locks, how long what is copied or restricted can be seen, and who can open the desk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from socdesk.commands.places import Spot
from socdesk.desk.own_locks import WayIn, ways_to_open
from socdesk.jobs import Job
from socdesk.settings import (
    CLIPBOARD_SECONDS,
    HIDE_FROM_CAPTURE,
    LOCK_MINUTES,
    LOCK_ON_MINIMISE,
    LOCK_ON_SLEEP,
    LOCK_WITH_SYSTEM,
    SHOW_MINUTES,
)
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.bound_settings import BoundSettings
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.screens.settings.trail_out import TrailOut
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

_MINUTES = {str(n): f"{n} minutes" for n in (2, 5, 10, 15, 30, 60)}
_SECONDS = {"10": "10 seconds", "30": "30 seconds", "60": "1 minute", "120": "2 minutes"}
_NO_CAPTURE_GUARD = "Windows can do that. On this system nothing keeps a window out of a picture of the screen."
_SHOWN = {"1": "1 minute", "2": "2 minutes", "5": "5 minutes", "10": "10 minutes"}


class SecuritySection(SettingsSection):
    """Passphrase and recovery words have pages of their own, behind their buttons."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.bound = BoundSettings(room, self)
        self._lay_out_locking()
        self.out = TrailOut(room, self)
        self._lay_out_seeing()
        self._lay_out_log()
        self._lay_out_ways()

    def _lay_out_locking(self) -> None:
        card = self.card("Locking", "Lock now with Ctrl+L. What you typed is kept.")
        after = self.bound.choice(LOCK_MINUTES, "Lock after so long without a key or the mouse", _MINUTES)
        self.first = after.focus_widget
        card.column.addWidget(after)
        for setting in (LOCK_ON_SLEEP, LOCK_WITH_SYSTEM, LOCK_ON_MINIMISE):
            card.column.addWidget(self.bound.switch(setting))
        self.unheard = label("", "hint", wrap=True)
        card.column.addWidget(self.unheard)

    def _lay_out_seeing(self) -> None:
        card = self.card("Copied text and restricted records")
        card.column.addWidget(self.bound.choice(CLIPBOARD_SECONDS, "Clear copied text after", _SECONDS))
        card.column.addWidget(self.bound.choice(SHOW_MINUTES, "Show a restricted record for", _SHOWN))
        card.column.addWidget(self.bound.switch(HIDE_FROM_CAPTURE))
        if sys.platform != "win32":
            card.column.addWidget(label(_NO_CAPTURE_GUARD, "hint", wrap=True))

    def _lay_out_log(self) -> None:
        theme = self.room.theme
        words = "Each unlock, each look at a restricted record and each file that leaves the desk stands in it."
        card = self.card("Log", words)
        row = self._row(("View the log", "log"))
        row.add(button(theme, "Export the trail", self.out.ask, hint="Both chains, for a checker outside Socdesk"))
        row.add(button(theme, "Save the checker", self.out.ask_checker, hint="A small program that checks a trail"))
        card.column.addWidget(row)
        card.column.addWidget(self.out.line)

    @property
    def offered(self) -> Mapping[str, Callable[[], object]]:
        return {"export_trail": self.out.ask, "save_checker": self.out.ask_checker}

    def _lay_out_ways(self) -> None:
        card = self.card("Who can open this desk")
        self.ways = label("Loading", wrap=True)
        card.column.addWidget(self.ways)
        ways = self._row(
            ("People who can open it", "people"),
            ("Change the passphrase", "passphrase"),
            ("Make new recovery words", "words"),
            ("Remember on this computer", "device"),
        )
        hint = "Locks the desk and writes all of it anew under a new key"
        ways.add(button(self.room.theme, "Renew the data key", self.room.shell.renew_key, hint=hint))
        card.column.addWidget(ways)

    def _row(self, *offers: tuple[str, str]) -> FlowRow:
        row = FlowRow(self.room.theme)
        for words, view in offers:
            row.add(button(self.room.theme, words, lambda view=view: self.room.shell.go(Spot("settings", view))))
        return row

    def arrive(self) -> None:
        self.bound.load()
        unheard = self.room.shell.unwatched
        self.unheard.setText(f"On this computer: {unheard}. Lock with Ctrl+L before you leave." if unheard else "")
        self.unheard.setVisible(bool(unheard))
        desk = self.room.desk
        job = Job("Reading who can open the desk", lambda _progress: ways_to_open(desk))
        self.room.work.read(job, self, self._show_ways)

    def desk_changed(self, changed: Changed) -> None:
        if "settings" in changed.ids:
            self.bound.load()

    def _show_ways(self, ways: tuple[WayIn, ...]) -> None:
        self.ways.setText("\n".join(f"{each.way} of {each.whose}" for each in ways))
