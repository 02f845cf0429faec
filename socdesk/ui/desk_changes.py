"""Tells the window's thread what a deed changed, whichever thread did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk


class DeskChanges(QObject):
    """``changed`` is sent with a ``Changed`` after each deed; receivers on the window's thread get it there."""

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        desk.listen(self.changed.emit)
