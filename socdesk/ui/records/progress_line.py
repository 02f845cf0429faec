"""How far a record has come: a bar, its share, and what it counts in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from socdesk.desk.lists.details import Progressed
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label

_ALL = 100


class ProgressLine(QWidget):
    """A bar that a screen reader hears as words."""

    def __init__(self, theme: Theme, progress: Progressed) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=4)
        column.addWidget(label(progress.words, "small", wrap=True))
        row = QHBoxLayout()
        spaced(row, theme, spacing=12)
        bar = QProgressBar()
        bar.setRange(0, progress.total)
        bar.setValue(progress.done)
        bar.setTextVisible(False)
        bar.setAccessibleName(f"Progress: {progress.words}")
        row.addWidget(bar, 1)
        row.addWidget(label(f"{_ALL * progress.done // progress.total} %", "small"))
        column.addLayout(row)
