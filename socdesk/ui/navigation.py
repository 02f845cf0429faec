"""Which page is shown: pages are built when they are first gone to, and a way back leads through those seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from socdesk.commands.places import Spot
from socdesk.ui.breadth import Breadth
from socdesk.ui.page import Page
from socdesk.ui.room import Room

BUILDERS: Mapping[str, str] = {
    "today": "socdesk.ui.screens.today:TodayPage",
    "actions": "socdesk.ui.screens.actions:ActionsPage",
    "concerns": "socdesk.ui.screens.concerns:ConcernsPage",
    "import": "socdesk.ui.screens.import_page:ImportPage",
    "training": "socdesk.ui.screens.training:TrainingPage",
    "papers": "socdesk.ui.screens.papers:PapersPage",
    "settings": "socdesk.ui.screens.settings.page:SettingsPage",
    "strategies": "socdesk.ui.screens.standing_registers:StrategyPage",
    "courses": "socdesk.ui.screens.standing_registers:CoursesPage",
    "requirements": "socdesk.ui.screens.standing_registers:RequirementsPage",
    "posts": "socdesk.ui.screens.standing_registers:PostsPage",
    "contacts": "socdesk.ui.screens.standing_registers:ContactsPage",
    "history": "socdesk.ui.screens.history:HistoryPage",
    "deeds": "socdesk.ui.screens.what_was_done:WhatWasDonePage",
    "asat": "socdesk.ui.screens.as_at:AsAtPage",
    "rows": "socdesk.ui.screens.rows_behind:RowsBehindPage",
}
"""The class of each page, imported when it is first gone to.

"import" and all after "settings" are not in the sidebar: records, commands, settings and figures lead there.
"""


def build_page(key: str, room: Room) -> Page:
    """Import a page's class and make it; raise KeyError for a page that is not built."""
    module, _, name = BUILDERS[key].partition(":")
    made: Callable[[Room], Page] = getattr(import_module(module), name)
    return made(room)


class Trail:
    """The spots seen, like a browser's: going somewhere new drops what lay ahead."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []
        self._at = -1

    def visit(self, spot: Spot) -> None:
        """Add a spot, unless the way is there already."""
        if self._spots and self._spots[self._at] == spot:
            return
        del self._spots[self._at + 1 :]
        self._spots.append(spot)
        self._at = len(self._spots) - 1

    def can(self, steps: int) -> bool:
        """Tell whether there is a spot so many steps on (or back, if negative)."""
        return 0 <= self._at + steps < len(self._spots)

    def step(self, steps: int) -> Spot | None:
        """Move along the trail; return where that leads, or nothing."""
        if not self.can(steps):
            return None
        self._at += steps
        return self._spots[self._at]


class Navigation(QObject):
    """Shows pages in a stack. ``moved`` tells the spot that is now shown."""

    moved = Signal(object)

    def __init__(self, room: Room, stack: QStackedWidget, *, build: Callable[[str, Room], Page] = build_page) -> None:
        super().__init__(stack)
        self.trail = Trail()
        self._room = room
        self._stack = stack
        self._build = build
        self._pages: dict[str, Page] = {}
        self._breadth = Breadth.FULL
        self._spot = Spot("")

    @property
    def spot(self) -> Spot:
        """The spot that is shown."""
        return self._spot

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._spot.page)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that were built so far."""
        return tuple(self._pages.values())

    def go(self, spot: Spot) -> None:
        """Show a spot, and remember it on the trail."""
        self._show(spot)
        self.trail.visit(spot)
        self.moved.emit(spot)

    def step(self, steps: int) -> None:
        """Go along the trail."""
        spot = self.trail.step(steps)
        if spot is not None:
            self._show(spot)
            self.moved.emit(spot)

    def fit(self, breadth: Breadth) -> None:
        """Lay all pages out for the room there is."""
        self._breadth = breadth
        for page in self.pages:
            page.fit(breadth)
            page.fold(breadth)

    def _show(self, spot: Spot) -> None:
        page = self._pages.get(spot.page) or self._made(spot.page)
        self._spot = spot
        self._stack.setCurrentWidget(page)
        page.arrive(spot)

    def _made(self, key: str) -> Page:
        page = self._build(key, self._room)
        page.spot_changed.connect(self._page_moved)
        self._pages[key] = page
        self._stack.addWidget(page)
        page.fit(self._breadth)
        page.fold(self._breadth)
        return page

    def _page_moved(self, spot: Spot) -> None:
        self._spot = spot
        self.trail.visit(spot)
        self.moved.emit(spot)
