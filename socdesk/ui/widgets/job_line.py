"""How far a job is, and a button that cancels it: nothing under 0.3 s, then words, then a bar (ux.md 7, 18)."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from socdesk.jobs import CancellableProgress
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label

QUIET_MS = 300
"""A job that ends sooner shows nothing."""


class JobLine(QWidget):
    """Hidden while nothing runs. Give ``watch`` to the job, then call ``follow`` with what ``Work`` returned.

    ``cancelled`` is sent when the person pressed Cancel; the job's own failure then is a ``CancelledError``.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, announcer: Announcer) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._announcer = announcer
        self._progress: CancellableProgress | None = None
        self._title = ""
        row = QHBoxLayout(self)
        spaced(row, theme, spacing=12)
        column = QVBoxLayout()
        spaced(column, theme, spacing=6)
        self._words = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row.addLayout(column, 1)
        self.cancel = button(theme, "Cancel", self._cancel)
        row.addWidget(self.cancel)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(QUIET_MS)
        self._delay.timeout.connect(self._appear)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def follow(self, title: str, progress: CancellableProgress, *, can_cancel: bool = True) -> None:
        """Show a job that has just begun, once it has run for a while."""
        self._progress, self._title = progress, title
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._words.setText(title)
        self.cancel.setEnabled(True)
        self.cancel.setVisible(can_cancel)
        self._delay.start()

    def watch(self, done: int, total: int, message: str) -> None:
        """Show how far it is: "Importing, 212 of 337"."""
        if self._progress is None:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        count = f"{done:,} of {total:,}" if total else ""
        self._words.setText(", ".join(part for part in (message or self._title, count) if part))

    def end(self) -> None:
        """Go away: the job has ended, however it did."""
        self._progress = None
        self._delay.stop()
        self.hide()

    def _appear(self) -> None:
        if self._progress is not None:
            self.show()
            self._announcer.say(self._title)

    def _cancel(self) -> None:
        if self._progress is not None:
            self.cancel.setEnabled(False)
            self._words.setText("Cancelling")
            self._progress.cancel()
            self.cancelled.emit()
