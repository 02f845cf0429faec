"""The line at the bottom: protective marking, whether this is the sample, what is saved, whether it is locked."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from socdesk.ui.breadth import Breadth
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label

MARKING = "OFFICIAL-SENSITIVE"
"""What is seen on the screen holds personal data, whatever the papers made from it are marked (domain.md 1)."""

DEMO = "SAMPLE DESK: EVERYTHING HERE IS FICTITIOUS"
_DEMO_SHORT = "SAMPLE DESK"


class StatusLine(QFrame):
    """Words only, so no Tab stop; F6 brings the keyboard here, so that a screen reader reads them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "status")
        row = QHBoxLayout(self)
        spaced(row, theme, margins=(12, 2, 12, 2), spacing=24)
        row.addWidget(label(MARKING, "marking"))
        self._demo = label(DEMO, "demo")
        self._demo.hide()
        row.addWidget(self._demo)
        row.addStretch(1)
        self._saved = label("", "caption")
        self._lock = label("", "caption")
        row.addWidget(self._saved)
        row.addWidget(self._lock)
        self.setMinimumWidth(1)  # else its words set how narrow the window can be
        follow(theme, self, lambda: self.setFixedHeight(theme.px(28)))
        self._tell()

    def show_demo(self, *, demo: bool) -> None:
        """Say whether the desk is the fictitious sample."""
        self._demo.setVisible(demo)
        self._tell()

    def fit(self, breadth: Breadth) -> None:
        """Say it in fewer words where there is little room; a screen reader hears all of them."""
        self._demo.setText(_DEMO_SHORT if breadth is Breadth.NARROW else DEMO)

    def show_saved(self, words: str) -> None:
        """Say what is saved, such as "All changes saved"."""
        self._saved.setText(words)
        self._tell()

    def show_lock(self, words: str) -> None:
        """Say whether the desk is locked, or when it will be."""
        self._lock.setText(words)
        self._tell()

    def _tell(self) -> None:
        demo = "" if self._demo.isHidden() else DEMO.capitalize()
        parts = (MARKING, demo, self._saved.text(), self._lock.text())
        self.setAccessibleName("Status: " + ". ".join(part for part in parts if part))
