"""Shows a restricted record on purpose for some minutes, which the log notes, and hides it again (ux.md 7, 21)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from socdesk.desk.desk import Desk
from socdesk.desk.lock_rules import lock_rules
from socdesk.desk.record_history import note_the_view
from socdesk.jobs import Job, Progress
from socdesk.registers.register import AnyRegister

_MINUTE_MS = 60 * 1000


def reveal_job(desk: Desk, register: AnyRegister, record: str) -> Job[int]:
    """Return the job that notes that a restricted record is looked at, and says for how many minutes it may be."""

    def work(_progress: Progress) -> int:
        note_the_view(desk, register, record)
        return lock_rules(desk).show_minutes

    return Job("Noting", work)


class ShownForAWhile(QTimer):
    """Hides again when the minutes are over; whoever is shown more meanwhile begins anew."""

    def __init__(self, parent: QObject, hide: Callable[[], object]) -> None:
        super().__init__(parent, singleShot=True)
        self.timeout.connect(hide)

    def begin(self, minutes: int) -> None:
        """Let so many minutes pass."""
        self.start(minutes * _MINUTE_MS)
