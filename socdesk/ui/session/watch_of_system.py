"""Chooses the watch that this system has."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from socdesk.ui.session.system_watch import SystemWatch


def system_watch(window: int, parent: QObject) -> SystemWatch:
    """Return the watch of this system; ``window`` is the number that the system knows the window by."""
    if sys.platform == "win32":
        from socdesk.ui.session.windows_watch import WindowsWatch  # noqa: PLC0415  there is no such thing elsewhere

        return WindowsWatch(window, parent)
    if sys.platform == "linux":
        from socdesk.ui.session.linux_watch import LinuxWatch  # noqa: PLC0415

        return LinuxWatch(parent)
    return SystemWatch(parent)
