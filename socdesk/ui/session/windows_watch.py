"""Windows: the window itself is told of sleep, and, once it has asked for that, of the lock of its session."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from socdesk.ui.session.system_watch import SystemWatch

_POWER, _SESSION = 0x0218, 0x02B1
_SUSPEND, _RESUME = {0x0004}, {0x0007, 0x0012}
_LOCK, _REMOTE_GONE, _CONSOLE_GONE = 0x7, 0x4, 0x2
_THIS_SESSION = 0


def meaning(message: int, detail: int) -> str:
    """Return what a window's message says: "sleep", "lock", or nothing.

    >>> meaning(0x0218, 4), meaning(0x02B1, 7), meaning(0x000F, 0)
    ('sleep', 'lock', '')
    """
    if message == _POWER and detail in _SUSPEND | _RESUME:
        return "sleep"
    if message == _SESSION and detail in {_LOCK, _REMOTE_GONE, _CONSOLE_GONE}:
        return "lock"
    return ""


class Message(ctypes.Structure):
    """The beginning of a MSG, as far as it is read here."""

    _fields_ = [
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("detail", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    ]


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: WindowsWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803  Qt's name
        message: int,
    ) -> tuple[bool, int]:
        kind = eventType.data() if isinstance(eventType, QByteArray) else bytes(eventType)
        if kind == b"windows_generic_MSG":
            told = Message.from_address(int(message))
            self._watch.hear(int(told.message), int(told.detail))
        return False, 0


class WindowsWatch(SystemWatch):
    """Listens to the messages of one window."""

    hears_sleep = True

    def __init__(self, window: int, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.hears_lock = _asked(window)
        self._filter = _Filter(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)

    def hear(self, message: int, detail: int) -> None:
        """Take in one message."""
        said = meaning(message, detail)
        if said == "sleep":
            self.sleeping.emit()
        elif said == "lock":
            self.locked.emit()

    def close(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
        _let_go(self._window)


def _asked(window: int) -> bool:
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION))


def _let_go(window: int) -> None:
    if sys.platform == "win32":
        ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(ctypes.c_void_p(window))
