"""What a form may ask besides its record's own questions, and what else its deed then saves."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from socdesk.registers.register import Record
from socdesk.ui.breadth import Breadth
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.widgets.field import Field


class Joined(Protocol):
    """What a form gives to the part that joins it: its questions and their editors, by name."""

    fields: dict[str, Field]
    editors: dict[str, Editor]


class FormExtra(QWidget):
    """Stands over the questions. It may add fields and editors of its own to the form, under names of its own."""

    def join(self, form: Joined) -> None:
        """Come to a form whose questions now stand."""

    def fit(self, breadth: Breadth) -> None:
        """Lay it out for the room there is."""

    def problems(self) -> dict[str, str]:
        """Return what is wrong, by the names that this part added."""
        return {}

    def finished(self, filled: Record) -> tuple[Record, ...]:
        """Return all that the deed saves: the record as answered, and what goes with it."""
        return (filled,)
