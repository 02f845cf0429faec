"""Linux: systemd's login service tells of sleep and lock, and the desktops' screen savers of their own lock."""

from __future__ import annotations

import os
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from socdesk.ui.session.system_watch import SystemWatch

_LOGIN = "org.freedesktop.login1"
_SESSIONS = "/org/freedesktop/login1/session/"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class LinuxWatch(SystemWatch):
    """Only listens; it asks for nothing, so that no service that hangs can hold the window up."""

    def __init__(
        self, parent: QObject, *, system: QDBusConnection | None = None, session: QDBusConnection | None = None
    ) -> None:
        super().__init__(parent)
        system = QDBusConnection.systemBus() if system is None else system
        session = QDBusConnection.sessionBus() if session is None else session
        if _is_there(system, _LOGIN):
            path, manager = "/org/freedesktop/login1", f"{_LOGIN}.Manager"
            self.hears_sleep = system.connect(_LOGIN, path, manager, "PrepareForSleep", self, _SLEEP)
            self.hears_lock = system.connect(_LOGIN, _own_session(), f"{_LOGIN}.Session", "Lock", self, _LOCK)
        for saver in _SAVERS:
            if _is_there(session, saver):
                self.hears_lock |= session.connect(saver, "", saver, "ActiveChanged", self, _SAVER)

    @Slot(bool)
    def prepare_for_sleep(self, going: bool) -> None:  # noqa: FBT001  as the service sends it
        """Hear that the computer goes to sleep, or wakes."""
        del going  # at waking it is still right to lock
        self.sleeping.emit()

    @Slot()
    def session_locked(self) -> None:
        """Hear that the session is to be locked."""
        self.locked.emit()

    @Slot(bool)
    def saver_changed(self, active: bool) -> None:  # noqa: FBT001
        """Hear that the screen saver came or went."""
        if active:
            self.locked.emit()


def _slot(signature: str) -> bytes:
    return cast("bytes", SLOT(signature))  # it takes a text, whatever PySide's type stubs say


_SLEEP = _slot("prepare_for_sleep(bool)")
_LOCK = _slot("session_locked()")
_SAVER = _slot("saver_changed(bool)")


def _is_there(bus: QDBusConnection, service: str) -> bool:
    return bus.isConnected() and bool(bus.interface().isServiceRegistered(service).value())


def _own_session() -> str:
    """Return the path of the session that the program runs in; nothing, for any session, where it is not told."""
    name = os.environ.get("XDG_SESSION_ID", "")
    return _SESSIONS + escaped(name) if name else ""


def escaped(name: str) -> str:
    """Return a name as systemd writes it in paths: all but letters, and digits after the first place, by number.

    >>> escaped("2"), escaped("c1")
    ('_32', 'c1')
    """
    return "".join(
        each if each.isascii() and (each.isalpha() or (each.isdigit() and place)) else f"_{ord(each):02x}"
        for place, each in enumerate(name)
    )
