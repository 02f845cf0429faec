"""A part of a page that scrolls up and down where it has too little room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from socdesk.ui.widgets.field import Field

_SPACE = 12
"""So many pixels stay free above and below what has the keyboard."""

_ASIDE = 0.75
"""How far a part moves on that would stand where the last one stood, of its own height."""

_LINES = 3
"""Of a part that is higher than so many lines of text, no more than these count."""


class Scrolled(QScrollArea):
    """Takes no keyboard itself; whatever in it does is brought into view as a whole, with its label.

    It scrolls no further than it must, and never so that the keyboard seems to have stayed where it was: whoever
    watches the ring would see no change. Qt alone brings no more than the text cursor into view, and nothing when the
    keyboard comes from outside.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stood: int | None = None
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
        if not isinstance(focused, QWidget) or inside is None or not inside.isAncestorOf(focused):
            self._stood = None
            return
        question = _question_of(focused, inside)
        fits = question.height() + 2 * _SPACE <= self._seen
        moved = self._bring(question if fits else focused)
        if moved and self._stood is not None:
            self._step_aside(focused, self._stood, moved)
        self._stood = self._top_of(focused)

    def _top_of(self, part: QWidget) -> int:
        """Return how far below the upper edge of what is seen a part stands."""
        inside = self.widget()
        return part.mapTo(inside, QPoint()).y() - self.verticalScrollBar().value() if inside else 0

    def _bring(self, part: QWidget) -> int:
        """Scroll as far as a part needs to be seen whole; return how far that was."""
        bar, top = self.verticalScrollBar(), self._top_of(part) - _SPACE
        over = self._top_of(part) + part.height() + _SPACE - self._seen
        before = bar.value()
        bar.setValue(before + (top if top < 0 else max(over, 0)))
        return bar.value() - before

    def _step_aside(self, part: QWidget, stood: int, moved: int) -> None:
        least = round(_ASIDE * min(part.height(), _LINES * part.fontMetrics().height()))
        if abs(self._top_of(part) - stood) < least:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (least if moved > 0 else -least))

    def show_part(self, part: QWidget, rect: QRect | None = None) -> None:
        """Bring a part of what scrolls into view, to the middle; ``rect`` is the piece of it that matters."""
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
