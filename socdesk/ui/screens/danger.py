"""Someone is in danger: the form says to ring 999 first, and records that it was rung, and when (domain.md story 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import cast

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.figures.attention import DANGER
from socdesk.registers.day_entry import MOMENT_HINT
from socdesk.registers.declared.concerns import Concern, Route
from socdesk.registers.register import Record, new_id
from socdesk.ui.breadth import Breadth
from socdesk.ui.records.editors.day_editors import MomentEditor
from socdesk.ui.records.editors.text_editors import LineEditor
from socdesk.ui.records.form_extra import FormExtra, Joined
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture

WORDS = "If someone is in danger now, call 999. Do not wait to finish this form."
RUNG, WHEN, REFERENCE = "rung", "rung_at", "rung_reference"


class DangerPart(FormExtra):
    """Seen while the urgency is immediate danger. Ticked, the deed also keeps the call as a route."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._form: Joined | None = None
        outer = QVBoxLayout(self)
        spaced(outer, room.theme)
        frame = QFrame()
        frame.setProperty("look", "trouble")
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        spaced(column, room.theme, margins=(16, 12, 16, 14), spacing=10)
        top = QHBoxLayout()
        spaced(top, room.theme, spacing=10)
        top.addWidget(Picture(room.theme, "octagon-alert", "red", 20))
        top.addWidget(label(WORDS, "word", wrap=True), 1)
        column.addLayout(top)
        self.rung = QCheckBox("999 was rung first")
        self.rung.toggled.connect(self._ticked)
        column.addWidget(self.rung)
        self.when, self.reference = MomentEditor(room.desk.clock), LineEditor()
        self._asked = QWidget()
        self._asked.setProperty("look", "inside")
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._asked)
        spaced(row, room.theme, spacing=16)
        self._when = Field(room.theme, "When it was rung (required)", self.when.widget, hint=MOMENT_HINT)
        self._reference = Field(room.theme, "Incident number", self.reference.widget, hint="If they gave one")
        row.addWidget(self._when, 1)
        row.addWidget(self._reference, 1)
        column.addWidget(self._asked)
        self._asked.hide()
        self.hide()

    def join(self, form: Joined) -> None:
        self._form = form
        form.fields |= {WHEN: self._when, REFERENCE: self._reference}
        form.editors |= {WHEN: self.when, REFERENCE: self.reference}
        form.editors["urgency"].edited.connect(self._urgency_changed)
        self._urgency_changed()

    def fit(self, breadth: Breadth) -> None:
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if breadth is Breadth.NARROW else way.LeftToRight)

    def _urgency_changed(self) -> None:
        danger = bool(self._form and self._form.editors["urgency"].text() == DANGER)
        if danger and self.isHidden():
            self._room.announcer.say(WORDS)
        self.setVisible(danger)

    def _ticked(self) -> None:
        ticked = self.rung.isChecked()
        self._asked.setVisible(ticked)
        if ticked and not self.when.line.text():
            self.when.show_text(self._room.desk.clock().replace(second=0, microsecond=0).isoformat())
        if ticked and self.isVisible():
            self.when.line.setFocus()
            self.when.line.selectAll()

    @property
    def _holds(self) -> bool:
        return self.rung.isChecked() and not self.isHidden()

    def _moment(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.when.text())
        except ValueError:
            return None

    def problems(self) -> dict[str, str]:
        if self._holds and self._moment() is None:
            return {WHEN: "Enter the day and the time when 999 was rung, such as today 14:30"}
        return {}

    def finished(self, filled: Record) -> tuple[Record, ...]:
        if not self._holds:
            return (filled,)
        concern = cast("Concern", filled)
        if concern.status in {"NEW", "TRIAGE"}:
            concern = replace(concern, status="DANGER_ACTED")
        call = Route(
            id=new_id(),
            parent=concern.id,
            route="EMERGENCY_999",
            method="TELEPHONE",
            sent=self._moment(),
            their_reference=self.reference.text().strip(),
        )
        return concern, call
