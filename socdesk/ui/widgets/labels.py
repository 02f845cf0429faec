"""Words in the window: plain labels, headings that screen readers hear as headings, thin rules."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QLabel, QWidget


def look(widget: QWidget, name: str) -> None:
    """Give a widget one of the looks of the style sheet, also when it has one already."""
    widget.setProperty("look", name)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else Qt does so when it is first shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str, kind: str = "", *, wrap: bool = False, buddy: QWidget | None = None) -> QLabel:
    """Return a label; with a ``buddy`` it names that widget to screen readers, and Alt with its letter goes there."""
    made = QLabel(text)
    made.setProperty("look", kind)
    made.setWordWrap(wrap)
    if buddy is not None:
        made.setBuddy(buddy)
    return made


class WideLabel(QLabel):
    """Words that wrap only where one line has too little room; Qt's own label wraps at a width that it likes."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setProperty("look", kind)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(self.fontMetrics().horizontalAdvance(self.text()) + 2, hint.width()), hint.height())


def rule() -> QFrame:
    """Return a line across."""
    line = QFrame()
    line.setProperty("look", "rule")
    return line


class Heading(QLabel):
    """Words that a screen reader hears as a heading; "title" for a page, "subtitle" for a part of one."""

    def __init__(self, text: str, kind: str = "title") -> None:
        super().__init__(text)
        self.setProperty("look", kind)


class HeadingRoles:
    """Tells screen readers which labels are headings. Keep it for as long as the program runs.

    Qt deletes an interface with its widget. Until then Python must hold it, and must never delete it itself.
    """

    def __init__(self) -> None:
        self._kept: list[QAccessibleInterface] = []
        QAccessible.installFactory(self._interface)

    def _interface(self, _class: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, Heading):
            return None
        self._kept = [each for each in self._kept if shiboken6.isValid(each)]
        self._kept.append(QAccessibleWidget(thing, QAccessible.Role.Heading, thing.text()))
        return self._kept[-1]
