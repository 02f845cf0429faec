"""The timeline beside a form: what happened to the record, and buttons that add to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from socdesk.desk.lists.details import Detail
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.list_work import detail_job
from socdesk.ui.records.timeline_list import TimelineList
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import Heading
from socdesk.ui.widgets.scrolled import scrolled


class TimelineAside(QFrame):
    """Hidden until it has a record. ``add`` is called with a child register's key and the record's id.

    ``history`` shows the record's whole history.
    """

    def __init__(
        self, room: Room, spec: ListSpec, add: Callable[[str, str], object], history: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._room, self._spec, self._record = room, spec, ""
        column = QVBoxLayout(self)
        spaced(column, room.theme, margins=(16, 12, 12, 12), spacing=10)
        column.addWidget(Heading("Timeline", "subtitle"))
        self.timeline = TimelineList(room.theme, load_looks(room.theme.tokens))
        column.addWidget(self._scrolled(), 1)
        buttons = FlowRow(room.theme)
        for key, words in spec.adds.items():
            buttons.add(button(room.theme, words, partial(self._add, add, key)))
        buttons.add(button(room.theme, "History", history, icon="history", hint="History (Ctrl+H)"))
        column.addWidget(buttons)
        follow(room.theme, self, lambda: self.setFixedWidth(room.theme.size("detail_w")))
        self.hide()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("look", "surface")
        column = QVBoxLayout(inside)
        spaced(column, self._room.theme)
        column.addWidget(self.timeline)
        column.addStretch(1)
        return scrolled(inside)

    def _add(self, add: Callable[[str, str], object], key: str) -> None:
        add(key, self._record)

    def show_for(self, record: str) -> None:
        """Show the timeline of a record whose form is open, or nothing."""
        self._record = record
        self.setVisible(bool(record))
        if record:
            job = detail_job(self._room.desk, self._spec, record, frozenset({record}))
            self._room.work.read(job, self, self._show)

    def _show(self, detail: Detail | None) -> None:
        if detail is not None and detail.record.id == self._record:
            self.timeline.show_events(detail.events)
