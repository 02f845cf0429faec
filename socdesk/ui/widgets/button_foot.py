"""The strip of buttons along the foot of a panel or a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.flow_row import FlowRow


class ButtonFoot(QFrame):
    """Holds buttons in rows that wrap; ``left`` and ``right`` keep them off the edges, in pixels at 100 %."""

    def __init__(self, theme: Theme, *buttons: QWidget, left: float = 24, right: float = 24) -> None:
        super().__init__()
        self.setProperty("look", "panel-foot")
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(left, 10, right, 10))
        self._row = FlowRow(theme)
        column.addWidget(self._row)
        for each in buttons:
            self.add(each)

    def add(self, button: QWidget) -> None:
        """Put one more button at the end."""
        self._row.add(button)
