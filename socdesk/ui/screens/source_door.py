"""The door to who told us: closed until it is opened on purpose, and each opening is noted (domain.md 3.5)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from socdesk.commands.places import Spot
from socdesk.jobs import Job, Progress
from socdesk.registers.declared.concerns import CONCERN_SOURCES
from socdesk.ui.records.detail_panel import DetailPanel
from socdesk.ui.room import Room
from socdesk.ui.widgets.buttons import button


class SourceDoor:
    """A button at the foot of the panel. It notes the opening, and then shows the source in a form of its own."""

    def __init__(self, room: Room, panel: DetailPanel, go: Callable[[Spot], object]) -> None:
        self._room, self._panel, self._go = room, panel, go
        self.button: QWidget = button(room.theme, "Source", self.open, icon="lock", hint="Opening it is noted")
        panel.offer(self.button)

    def open(self) -> None:
        """Note the opening, and show the source, or an empty form where there is none yet."""
        detail = self._panel.detail
        if detail is None:
            return
        desk, concern = self._room.desk, detail.record.id

        def work(_progress: Progress) -> str:
            desk.record_event("viewed a source", record=concern)
            found = desk.read.children(CONCERN_SOURCES, concern)
            return found[0].id if found else ""

        job = Job("Opening the source", work)
        self._room.work.write(job, self._panel, lambda source: self._show(concern, source))

    def _show(self, concern: str, source: str) -> None:
        key = CONCERN_SOURCES.key
        self._go(Spot("concerns", f"child:{key}" if source else f"child:{key}:{concern}", source))
