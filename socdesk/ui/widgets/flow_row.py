"""Widgets one after the other, in as many lines as the width needs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socdesk.ui.theme.theme import Theme

_GAP = 6


class FlowRow(QWidget):
    """Places its children itself: Qt has no layout that breaks lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._theme = theme
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget, place: int | None = None) -> None:
        """Add a widget, at the end or at a place counted from 0."""
        part.setParent(self)
        self._parts.insert(len(self._parts) if place is None else place, part)
        part.show()
        self._place()

    def clear(self) -> None:
        """Take all widgets away."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self._place()

    def refresh(self) -> None:
        """Place the widgets afresh, after their words or their being seen changed."""
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width, move=False)

    def sizeHint(self) -> QSize:
        width = self.width() or self._theme.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self.heightForWidth(self.width()) if self._parts else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._lay_out(self.width(), move=True)
        self.updateGeometry()

    def _lay_out(self, width: int, *, move: bool) -> int:
        gap = self._theme.px(_GAP)
        x, y, height = 0, 0, 0
        for part in self._parts:
            if part.isHidden():
                continue
            size = part.sizeHint().expandedTo(part.minimumSize()).boundedTo(QSize(max(width, 1), 10_000))
            if x and x + size.width() > width:
                x, y, height = 0, y + height + gap, 0
            if move:
                part.setGeometry(QRect(QPoint(x, y), size))
            x, height = x + size.width() + gap, max(height, size.height())
        return y + height
