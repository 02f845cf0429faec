"""A drawing as one Figure with alternative text."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.shapes import Drawing
from reportlab.platypus.flowables import Flowable

from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.node import Node

_ROOM_BELOW = 6.0  # points


class TaggedFigure(Flowable):
    """Draws a drawing as content of a Figure, and tells where on the page it stands (PDF/UA-1, 7.3)."""

    canv: Any

    def __init__(self, drawing: Drawing, node: Node) -> None:
        super().__init__()
        if not node.alt.strip():
            raise TaggingError("a figure has no alternative text")
        self.node = node
        self.width: float = drawing.width
        self.height: float = drawing.height
        self.spaceAfter = _ROOM_BELOW
        self._drawing: Any = drawing

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return the size of the drawing."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw everything inside one mark."""
        corner = self.canv.absolutePosition(0, 0)
        opposite = self.canv.absolutePosition(self.width, self.height)
        self.canv.ledger.boxes[self.node] = (*corner, *opposite)
        with self.canv.marked(self.node):
            self._drawing.drawOn(self.canv, 0, 0)
