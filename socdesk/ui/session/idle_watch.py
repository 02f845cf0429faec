"""Hears keys and the mouse, and says when nobody was there for too long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from socdesk.ui.session.idle_time import Clocks, IdleTime

TICK_MS = 1000
WARNING_S = 60
_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """``warned`` is sent with True a minute before the end, and with False when somebody is there again.

    It listens at the program's windows, where few events come by, not at every widget. ``ended`` is sent once.
    """

    warned = Signal(bool)
    ended = Signal()

    def __init__(self, clocks: Clocks, limit: float, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = IdleTime(clocks, limit)
        self._warned = self._over = False
        self._windows: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.tick()

    def set_limit(self, seconds: float) -> None:
        """Take another limit from now on."""
        self._idle.limit = seconds
        self.tick()

    def tick(self) -> None:
        """Look at the clocks, and listen at a window that came meanwhile."""
        window = QGuiApplication.focusWindow()
        if window and window not in self._windows:
            self._windows.add(window)
            window.destroyed.connect(lambda: self._windows.discard(window))
            window.installEventFilter(self)
        left = self._idle.left
        if left <= 0:
            self._end()
        elif left <= min(WARNING_S, self._idle.limit / 2) and not self._warned:
            self._warned = True
            self.warned.emit(True)  # noqa: FBT003  a signal has no names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return False

    def _touch(self) -> None:
        if not self._idle.touch():
            self._end()
        elif self._warned:
            self._warned = False
            self.warned.emit(False)  # noqa: FBT003

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self._timer.stop()
            self.ended.emit()
