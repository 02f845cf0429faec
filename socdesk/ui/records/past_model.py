"""A register as at a past day as the model of a list: it is read once, and then searched and shown by blocks."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from socdesk.desk.desk import Desk
from socdesk.desk.lists.rows import ListRow
from socdesk.desk.past_day import PastRegister, past_register, past_rows
from socdesk.jobs import Job
from socdesk.registers.register import AnyRegister
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.work import Work


class PastModel(RegisterModel):
    """Shows the records as they stood at the end of ``day``; its order is the register's own."""

    def __init__(self, desk: Desk, work: Work, register: AnyRegister, day: date, parent: QObject | None = None) -> None:
        super().__init__(desk, work, register, parent=parent)
        self.day = day
        self.past: PastRegister | None = None

    def refresh(self) -> None:
        self._round += 1
        text, past = self.asked.text, self.past
        desk, register, day = self._desk, self.register, self.day

        def look(_progress: object) -> tuple[PastRegister, tuple[str, ...]]:
            found = past or past_register(desk, register, day)
            return found, found.matching(text)

        job = Job(f"Loading {register.plural}", look)
        self._work.read(job, self, partial(self._take_past, self._round), failed=self.failed.emit)

    def _take_past(self, number: int, found: tuple[PastRegister, tuple[str, ...]]) -> None:
        self.past, ids = found
        self._take_ids(number, ids)

    def _read(self, ids: tuple[str, ...], shown: frozenset[str], _progress: object) -> tuple[ListRow, ...]:
        return past_rows(self._desk, self.past, ids, shown) if self.past else ()
