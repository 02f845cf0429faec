"""Takes copied text off the clipboard after a while, if it is still ours, and when the desk is locked."""

from __future__ import annotations

import hashlib
import secrets

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication


class ClipboardKeeper(QObject):
    """Remembers a fingerprint of what was copied while one of our windows had the keyboard, never the text."""

    def __init__(self, clipboard: QClipboard, seconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._salt = secrets.token_bytes(16)
        self._ours = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.set_seconds(seconds)
        clipboard.dataChanged.connect(self._changed)

    def set_seconds(self, seconds: int) -> None:
        """Keep what is copied so long from now on."""
        self._timer.setInterval(seconds * 1000)

    @property
    def holds_ours(self) -> bool:
        """Whether the clipboard still holds what was copied here."""
        return bool(self._ours) and self._fingerprint() == self._ours

    def clear(self) -> None:
        """Empty the clipboard if it still holds what was copied here."""
        if self.holds_ours:
            self._clipboard.clear()
        self._ours = b""
        self._timer.stop()

    def _changed(self) -> None:
        if QGuiApplication.focusWindow() and self._clipboard.text():
            self._ours = self._fingerprint()
            self._timer.start()

    def _fingerprint(self) -> bytes:
        return hashlib.blake2b(self._clipboard.text().encode(errors="replace"), key=self._salt).digest()
