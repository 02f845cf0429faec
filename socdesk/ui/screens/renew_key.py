"""Renews the data key before the desk is opened: whoever asks is proved, sees who loses their way in, and watches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from socdesk.desk.ways_in import WaysIn, WrongPassphraseError
from socdesk.errors import CancelledError, UserFacingError
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.passphrase_field import PassphraseField
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk
    from socdesk.desk.rekeying import Renewal

_TITLE = "Renew the data key"


class RenewKeyScreen(Door):
    """``planned`` is sent with the renewal, ``back`` when the person goes without."""

    planned = Signal(object)
    back = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, folder: Path) -> None:
        super().__init__(
            theme,
            announcer,
            _TITLE,
            "Everything on the desk is written anew under a new key. Do this when somebody may hold a copy of the desk "
            "and a passphrase or recovery words that opened it. If they may know yours, change it first.",
        )
        self._work, self._ways, self._folder = work, ways, folder
        self.column.addWidget(
            label(
                "You get new recovery words: have paper and a pen ready. Everybody else’s passphrase ends. Backups "
                "made before still open with what opened them then.",
                "small",
                wrap=True,
            )
        )
        self.passphrase = PassphraseField(theme, "Your passphrase")
        self.passphrase.submitted.connect(self._plan)
        self.passphrase.changed.connect(lambda: self.passphrase.set_error(""))
        self.column.addWidget(self.passphrase)
        self.first = self.passphrase.focus_widget
        self.buttons(button(theme, "Continue", self._plan, look="primary"), button(theme, "Cancel", self.back.emit))

    def _plan(self) -> None:
        if not self.passphrase.text:
            self.complain(self.passphrase, "Enter your passphrase")
            return
        job = self._ways.plan_renewal(self._folder, self.passphrase.text)
        self.tell_busy("Making the new key")
        self._work.write(job, self, self.planned.emit, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, WrongPassphraseError):
            self.tell_busy("")
            self.complain(self.passphrase, error.message)
        else:
            self.fail(error)


class WhoLeavesScreen(Door):
    """``agreed`` is sent when the person goes on all the same."""

    agreed = Signal()
    back = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, names: tuple[str, ...]) -> None:
        super().__init__(
            theme,
            announcer,
            "Whose passphrases end",
            "These people can then open the desk no longer. Afterwards, let each set a passphrase again: Settings, "
            "Security, People who can open it.",
        )
        self.column.addWidget(label("\n".join(names), "strong", wrap=True))
        on = button(theme, "Go on without them", self.agreed.emit, look="primary")
        self.first = on
        self.buttons(on, button(theme, "Leave the key as it is", self.back.emit))


class RenewingScreen(Door):
    """``renewed`` is sent with the desk, open under the new key; ``back`` when it stays under the old one.

    ``shut`` is sent when it is under the new key, and is to be unlocked again.
    """

    renewed = Signal(object)
    back = Signal()
    shut = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn, renewal: Renewal) -> None:
        super().__init__(
            theme,
            announcer,
            "Renewing the data key",
            "The new copy is written and checked beside the old one, and comes into force at the end. Until then "
            "nothing changes, whatever happens.",
        )
        self._work, self._ways, self._renewal = work, ways, renewal
        self.line = JobLine(theme, announcer)
        self.column.addWidget(self.line)
        self.again = button(theme, "Try again", self.begin, look="primary")
        self.leave = button(theme, "Leave the key as it is", self.back.emit)
        self.unlock = button(theme, "Unlock the desk", self.shut.emit, look="primary")
        self.buttons(self.again, self.leave, self.unlock)
        self._offer()

    def begin(self) -> None:
        """Begin, or begin again."""
        self.trouble.tell("")
        self._offer()
        progress = self._work.write(
            self._ways.renew(self._renewal), self, self._done, failed=self._failed, watched=self.line.watch
        )
        self.line.follow("Renewing the data key", progress)

    def _offer(self, *offered: QPushButton) -> None:
        for each in (self.again, self.leave, self.unlock):
            each.setVisible(each in offered)
        self.first = offered[0] if offered else None

    def _done(self, desk: Desk) -> None:
        self.line.end()
        self.renewed.emit(desk)

    def _failed(self, error: Exception) -> None:
        from socdesk.desk.rekeying import RenewedButShutError  # noqa: PLC0415  first paint needs none of it

        self.line.end()
        self._offer(*((self.unlock,) if isinstance(error, RenewedButShutError) else (self.again, self.leave)))
        if isinstance(error, CancelledError):
            self.fail(UserFacingError("Cancelled. The data key is as it was, and so are the recovery words."))
        else:
            self.fail(error)
