"""What goes with a statement or a route of a concern in one deed: the concern's status, or that it is disputed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from socdesk.registers.declared.concerns import Concern
from socdesk.registers.register import Record
from socdesk.ui.records.form_extra import FormExtra
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.labels import label

DISPUTED = "DISPUTED"
"""The tag of a concern whose subject says that it is not so."""

_BEFORE_ROUTED = frozenset({"NEW", "TRIAGE", "REOPENED", "DANGER_ACTED"})


class _Said(FormExtra):
    """One sentence over the questions: what the deed does besides."""

    def __init__(self, room: Room, concern: Concern, words: str) -> None:
        super().__init__()
        self.concern = concern
        column = QVBoxLayout(self)
        spaced(column, room.theme)
        column.addWidget(label(words, "small", wrap=True))


class RoutedPart(_Said):
    """A concern that nobody has passed on yet is routed from then on."""

    def __init__(self, room: Room, concern: Concern) -> None:
        status = " The concern is then marked as routed." if concern.status in _BEFORE_ROUTED else ""
        super().__init__(room, concern, f"Note to whom it was passed on, how, when, and their reference.{status}")

    def finished(self, filled: Record) -> tuple[Record, ...]:
        if self.concern.status not in _BEFORE_ROUTED:
            return (filled,)
        return replace(self.concern, status="ROUTED"), filled


class DisputedPart(_Said):
    """The concern keeps its status and is marked as disputed."""

    def __init__(self, room: Room, concern: Concern) -> None:
        words = "Write down what the person says is wrong. The concern keeps its status and is marked as disputed."
        super().__init__(room, concern, words)

    def finished(self, filled: Record) -> tuple[Record, ...]:
        tags = self.concern.tags
        marked = self.concern if DISPUTED in tags else replace(self.concern, tags=(*tags, DISPUTED))
        return marked, filled
