"""Shown while the window waits for the backup that is due, before it closes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from socdesk.jobs import CancellableProgress
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.message_box import MessageBox


class ClosingDialog(QDialog):
    """Says what the window waits for. ``close_now`` is sent when the person would rather not, or has read why not."""

    close_now = Signal()

    def __init__(self, window: QWidget, theme: Theme, announcer: Announcer) -> None:
        super().__init__(window)
        self.setWindowTitle("Closing Socdesk")
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 20, 24, 20), spacing=12)
        column.addWidget(Heading("Backing up before closing", "subtitle"))
        column.addWidget(label("Your desk has changed, and today’s backup is due.", wrap=True))
        self.line = JobLine(theme, announcer)
        column.addWidget(self.line)
        self.trouble = MessageBox(theme, "caution")
        column.addWidget(self.trouble)
        self.close_button = button(theme, "Close", self.close_now.emit, look="primary")
        self.close_button.hide()
        column.addWidget(self.close_button)
        self._announcer = announcer
        follow(theme, self, lambda: self.setMinimumWidth(theme.px(460)))

    def follow_job(self, progress: CancellableProgress) -> None:
        """Show how far the backup is."""
        self.line.follow("Backing up", progress)

    def tell(self, message: str, advice: str) -> None:
        """Say why there is no backup, and wait until that was read."""
        self.line.end()
        self.trouble.tell(message, advice)
        self._announcer.say(self.trouble.words)
        self.close_button.show()
        self.close_button.setFocus()

    def reject(self) -> None:
        """Esc cancels the backup, not the closing."""
        self.line.cancel.click()
