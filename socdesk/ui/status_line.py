"""The line at the bottom: protective marking, whether this is the sample, what is saved, the backup, the lock."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label

MARKING = "OFFICIAL-SENSITIVE"
"""What is seen on the screen holds personal data, whatever the papers made from it are marked (domain.md 1)."""

DEMO = "SAMPLE DESK: EVERYTHING HERE IS FICTITIOUS"
_DEMO_SHORT = "SAMPLE DESK"
_GAP, _EDGE = 24, 12


class StatusLine(QFrame):
    """Words only, so no Tab stop; F6 brings the keyboard here, so that a screen reader reads them.

    Where there is little room it says less on the screen, never less to a screen reader.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "status")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        spaced(row, theme, margins=(_EDGE, 2, _EDGE, 2), spacing=_GAP)
        row.addWidget(label(MARKING, "marking"))
        self._demo = label("SAMPLE DESK", "demo")  # the band over the page says the rest
        self._demo.hide()
        row.addWidget(self._demo)
        row.addStretch(1)
        self._saved, self._backup, self._lock, self._more = (label("", "caption") for _ in range(4))
        for part in (self._saved, self._backup, self._lock, self._more):
            row.addWidget(part)
        follow(theme, self, self._scale)
        self._tell()

    def show_demo(self, *, demo: bool) -> None:
        """Say whether the desk is the fictitious sample."""
        self._demo.setVisible(demo)
        self._tell()

    def show_saved(self, words: str) -> None:
        """Say what is saved, such as "All changes saved"."""
        self._saved.setText(words)
        self._tell()

    def show_backup(self, words: str) -> None:
        """Say when the desk was last backed up."""
        self._backup.setText(words)
        self._tell()

    def show_lock(self, words: str, more: str = "") -> None:
        """Say whether the desk is locked, or when it will be; and more about that where there is room."""
        self._lock.setText(words)
        self._more.setText(more)
        self._tell()

    def _tell(self) -> None:
        demo = "" if self._demo.isHidden() else DEMO.capitalize()
        parts = (MARKING, demo, self._saved.text(), self._backup.text(), self._lock.text(), self._more.text())
        self.setAccessibleName("Status: " + ". ".join(part for part in parts if part))
        self._fit()

    def _scale(self) -> None:
        self.setFixedHeight(self._theme.px(28))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Never force the window to be as wide as all its words."""
        return QSize(self._theme.px(160), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much as the width takes: first the sample is said in two words, then the least needed words go."""
        optional = [part for part in (self._more, self._saved, self._backup) if part.text()]
        self._demo.setText(DEMO)
        for part in (self._saved, self._backup, self._lock, self._more):
            part.setVisible(bool(part.text()))
        if self._needs() > self.width():
            self._demo.setText(_DEMO_SHORT)
        while optional and self._needs() > self.width():
            optional.pop(0).hide()

    def _needs(self) -> int:
        shown = [part for part in self.findChildren(QLabel) if not part.isHidden()]
        words = sum(part.sizeHint().width() for part in shown)
        return words + self._theme.px(_GAP) * len(shown) + self._theme.px(_EDGE) * 2
