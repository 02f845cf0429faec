"""A part of a page that scrolls up and down where it has too little room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from socdesk.ui.widgets.field import Field

_SPACE = 12
"""So many pixels stay free above and below what has the keyboard."""


class Scrolled(QScrollArea):
    """Takes no keyboard itself; whatever in it does is brought into view as a whole, with its label, to the middle.

    Qt alone brings no more than the text cursor into view, and nothing when the keyboard comes from outside.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._follow)

    def setWidget(self, widget: QWidget) -> None:
        """Show a widget on this area's own ground: Qt would draw one with a ground of its own twice when it appears."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    @property
    def _seen(self) -> int:
        """How high what is seen is. Asking the viewport would make all that Qt knows of widgets at the first paint."""
        return self.contentsRect().height()

    def _follow(self, focused: object) -> None:
        inside = self.widget()
        if isinstance(focused, QWidget) and inside and inside.isAncestorOf(focused):
            self.show_part(_question_of(focused, inside))

    def show_part(self, part: QWidget, rect: QRect | None = None) -> None:
        """Bring a part of what scrolls into view; ``rect`` is the piece of it that matters."""
        piece = rect or part.rect()
        inside = self.widget()
        if inside is None or piece.height() > self._seen:
            return
        top = part.mapTo(inside, QPoint(0, piece.top())).y()
        bar, seen = self.verticalScrollBar(), self._seen
        if top - _SPACE < bar.value() or top + piece.height() + _SPACE > bar.value() + seen:
            bar.setValue(top - (seen - piece.height()) // 2)


def _question_of(focused: QWidget, inside: QWidget) -> QWidget:
    """Return the question that a widget answers, or the widget itself."""
    up: QWidget | None = focused
    while up is not None and up is not inside:
        if isinstance(up, Field):
            return up
        up = up.parentWidget()
    return focused


def scrolled(inside: QWidget | None = None) -> Scrolled:
    """Return an area that scrolls a widget."""
    area = Scrolled()
    if inside is not None:
        area.setWidget(inside)
    return area
