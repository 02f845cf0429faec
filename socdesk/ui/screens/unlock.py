"""Asks for the passphrase. A wrong one is told in place; tries are never counted down (ux.md)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.place_cautions import PLACE_ADVICE, place_cautions
from socdesk.desk.too_soon import TooSoonError
from socdesk.desk.ways_in import SAMPLE_PASSPHRASE, WaysIn, WrongPassphraseError, is_damage
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.passphrase_field import PassphraseField
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk


class UnlockScreen(Door):
    """``opened`` is sent with the desk; ``forgotten`` and ``elsewhere`` when the person takes another way.

    ``damaged`` is sent with the passphrase and what was said where the desk's file or its key file is damaged.
    """

    opened = Signal(object)
    forgotten = Signal()
    elsewhere = Signal()
    restore = Signal()
    damaged = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        work: Work,
        ways: WaysIn,
        folder: Path,
        *,
        sample: bool,
        by_itself: bool = False,
    ) -> None:
        super().__init__(theme, announcer, "Unlock your desk" if not sample else "Unlock the sample desk", width=480)
        self._work, self._ways, self._folder = work, ways, folder
        if sample:
            told = MessageBox(theme, "caution")
            self.column.addWidget(told)
            told.tell("Everything on the sample desk is fictitious.", f"Its passphrase is: {SAMPLE_PASSPHRASE}")
        elif cautions := place_cautions(folder):
            told = MessageBox(theme, "caution")
            self.column.addWidget(told)
            told.tell(" ".join(cautions), PLACE_ADVICE)
        self._by_itself = self._offer_open() if by_itself else None
        self.passphrase = PassphraseField(theme, "Passphrase")
        self.passphrase.submitted.connect(self._unlock)
        self.passphrase.changed.connect(self._typed)
        self.column.addWidget(self.passphrase)
        self.first = self.open if self._by_itself else self.passphrase.focus_widget
        self._left = 0
        self._waiting = QTimer(self)
        self._waiting.setInterval(1000)
        self._waiting.timeout.connect(self._wait)
        self.buttons(
            button(theme, "Unlock", self._unlock, look="" if by_itself else "primary"),
            button(theme, "I have forgotten my passphrase", self.forgotten.emit, look="quiet"),
        )
        others = FlowRow(theme)
        others.add(button(theme, "Use another desk", self.elsewhere.emit, look="quiet"))
        others.add(button(theme, "Restore from a backup", self.restore.emit, look="quiet"))
        self.column.addWidget(others)

    def _offer_open(self) -> QWidget:
        """Offer to open the desk with what this computer remembers."""
        part = QWidget()
        part.setProperty("look", "inside")
        column = QVBoxLayout(part)
        spaced(column, self.theme, spacing=8)
        column.addWidget(label("This computer remembers the desk.", "small", wrap=True))
        row = FlowRow(self.theme)
        self.open = button(self.theme, "Open", self._open_by_itself, look="primary", hint="Without the passphrase")
        row.add(self.open)
        column.addWidget(row)
        self.column.addWidget(part)
        return part

    def _open_by_itself(self) -> None:
        self.tell_busy("Opening")
        self._work.write(self._ways.open_remembered(self._folder), self, self._open, failed=self._not_by_itself)

    def _not_by_itself(self, error: Exception) -> None:
        """Say why the computer does not open it, and ask for the passphrase instead."""
        if self._by_itself is not None:
            self._by_itself.hide()
        self.first = self.passphrase.focus_widget
        self.fail(error)

    def _typed(self) -> None:
        if self.passphrase.error and not self._waiting.isActive():
            self.passphrase.set_error("")

    def _unlock(self) -> None:
        if self._waiting.isActive():
            self.complain(self.passphrase, self.passphrase.error)
            return
        if not self.passphrase.text:
            self.complain(self.passphrase, "Enter your passphrase")
            return
        job = self._ways.unlock(self._folder, self.passphrase.text)
        self.tell_busy("Unlocking")
        self._work.write(job, self, self._open, failed=self._refused)

    def _open(self, desk: Desk) -> None:
        self.passphrase.clear()
        self.opened.emit(desk)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError):
            self.tell_busy("")
            self.complain(self.passphrase, error.message)
        elif isinstance(error, TooSoonError):
            self.tell_busy("")
            self._left = error.seconds
            self._waiting.start()
            self.complain(self.passphrase, error.message)
        elif is_damage(error):
            self.tell_busy("")
            self.damaged.emit(self.passphrase.text, error)
        else:
            self.fail(error)

    def _wait(self) -> None:
        """Count the seconds down, and say when the next try may be made."""
        self._left -= 1
        if self._left > 0:
            self.passphrase.set_error(TooSoonError(self._left).message)
            return
        self._waiting.stop()
        self.passphrase.set_error("")
        self.say("You can try again now")
