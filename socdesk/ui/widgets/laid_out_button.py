"""A button that holds a layout of other parts, as tall as they need. Plain buttons know nothing of their layout."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget


class LaidOutButton(QPushButton):
    """Add parts to ``row``. The parts are deaf to the pointer, so that the whole is one button."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.row = QHBoxLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def deafen(self) -> None:
        """Let the pointer through to the button; call once all parts are in."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.row.totalHeightForWidth(width), self.row.totalMinimumSize().height())

    def sizeHint(self) -> QSize:
        return self.row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.row.totalMinimumSize()
