"""Watches over one open desk, and locks it when nobody is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from socdesk.desk.lock_reasons import LockReason
from socdesk.desk.lock_rules import USUAL, LockRules, lock_rules
from socdesk.jobs import Job
from socdesk.ui.room import Room
from socdesk.ui.session.clipboard_keeper import ClipboardKeeper
from socdesk.ui.session.idle_time import Clocks
from socdesk.ui.session.idle_watch import IdleWatch
from socdesk.ui.session.screen_capture import CaptureGuard
from socdesk.ui.session.system_watch import SystemWatch
from socdesk.ui.status_line import StatusLine

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

_PICTURES = "pictures of the screen not prevented"
WARNING = "Locks in 1 minute. Press any key to stay."


class Session(QObject):
    """Belongs to the frame of an open desk, and goes with it. ``end`` is called when the desk is locked or closed.

    ``rules`` are the desk's own; the usual ones until they have been read.
    """

    def __init__(
        self,
        room: Room,
        frame: QWidget,
        status: StatusLine,
        watch: SystemWatch,
        clocks: Clocks,
    ) -> None:
        super().__init__(frame)
        self.rules = USUAL
        self.watch = watch
        self._room, self._status = room, status
        self._window = frame.window()
        self.idle = IdleWatch(clocks, self.rules.minutes * 60, self)
        self.clipboard = ClipboardKeeper(QGuiApplication.clipboard(), self.rules.clipboard_seconds, self)
        self.capture = CaptureGuard(self)
        self.idle.ended.connect(lambda: room.shell.lock(LockReason.IDLE))
        self.idle.warned.connect(self._warned)
        watch.sleeping.connect(self._sleeping)
        watch.locked.connect(self._system_locked)
        room.changes.changed.connect(self._changed)
        self._window.installEventFilter(self)
        self._say_when()
        self._load()

    def end(self) -> None:
        """Stop watching, and take what was copied off the clipboard."""
        self._window.removeEventFilter(self)
        self.clipboard.clear()
        self.capture.set_hidden(hidden=False)
        self.watch.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange and self.rules.on_minimise and self._window.isMinimized():
            self._room.shell.lock(LockReason.MINIMISED)
        return False

    def _load(self) -> None:
        desk = self._room.desk
        job = Job("Reading when to lock", lambda _progress: lock_rules(desk))
        self._room.work.read(job, self, self.apply)

    def apply(self, rules: LockRules) -> None:
        """Go by other rules from now on."""
        self.rules = rules
        self.idle.set_limit(rules.minutes * 60)
        self.clipboard.set_seconds(rules.clipboard_seconds)
        self.capture.set_hidden(hidden=rules.hide_from_capture)
        self._say_when()

    def _changed(self, changed: Changed) -> None:
        if "settings" in changed.ids:
            self._load()

    def _say_when(self) -> None:
        minutes = self.rules.minutes
        lacking = (self.watch.unheard, _PICTURES if self.capture.fails else "")
        self._status.show_lock(
            f"Locks after {minutes} minute{'s' if minutes > 1 else ''}", "; ".join(filter(None, lacking)).capitalize()
        )

    def _warned(self, soon: bool) -> None:  # noqa: FBT001  as the signal sends it
        self.warn(soon=soon)

    def warn(self, *, soon: bool) -> None:
        """Say that the desk locks in a minute, or take that back."""
        if soon:
            self._status.show_lock(WARNING)
            self._room.announcer.say(WARNING)
        else:
            self._say_when()

    def _sleeping(self) -> None:
        if self.rules.on_sleep:
            self._room.shell.lock(LockReason.SLEEP)

    def _system_locked(self) -> None:
        if self.rules.with_system:
            self._room.shell.lock(LockReason.DESKTOP)
