"""What the shapes of the matrix mean, and how many cells have each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.training.matrix import STATUS_WORDS
from socdesk.figures.training import EXPIRING, LEFT
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.training.matrix_delegate import STATUSES
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture


class Legend(QWidget):
    """One line under the matrix."""

    def __init__(self, theme: Theme, looks: CellLooks) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._theme, self._looks = theme, looks
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 8, 24, 8))
        self._row = FlowRow(theme)
        column.addWidget(self._row)

    def show_numbers(self, numbers: Mapping[str, int], notice: int) -> None:
        """Show how many cells have each status; what none has is left out."""
        self._row.clear()
        for code, words in STATUS_WORDS.items():
            if code != LEFT and numbers.get(code, 0):
                said = f"Expires within {notice} days" if code == EXPIRING else words
                self._row.add(self._item(code, f"{said} {numbers[code]:,}"))

    def _item(self, code: str, words: str) -> QWidget:
        item = QWidget()
        item.setProperty("look", "inside")
        row = QHBoxLayout(item)
        spaced(row, self._theme, margins=(0, 0, 10, 0), spacing=6)
        chip = self._looks.chip(STATUSES, code, words)
        if chip:
            row.addWidget(Picture(self._theme, chip.icon, chip.family, 15))
        row.addWidget(label(words, "small"))
        return item
