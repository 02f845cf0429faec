"""What the leak check says, in one line over the pages, with a way to what it found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from socdesk.desk.papers.studio import Preview
from socdesk.ui.papers.findings import verdict
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label, look
from socdesk.ui.widgets.picture import Picture


class VerdictLine(QWidget):
    """Says nothing until a paper was checked."""

    def __init__(self, theme: Theme, show: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        row = QHBoxLayout(self)
        spaced(row, theme, spacing=8)
        self._picture = Picture(theme, "circle-check", "green", 18)
        self._words = label("", "label", wrap=True)
        self.show_them = button(theme, "Show", show, look="quiet")
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self.show_them)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_verdict(self, preview: Preview) -> None:
        """Say whether a paper may go out, and what else its maker should know."""
        notes = list(preview.notices)
        if preview.as_issued is False:
            notes.insert(0, "This is not the file that was issued: this version of Socdesk sets it otherwise.")
        self._words.setText(". ".join([verdict(preview), *notes]))
        clean = preview.is_clean
        self._picture.show_icon("circle-check" if clean else "octagon-alert", "green" if clean else "red")
        look(self._words, "label" if clean else "error")
        name = "Show what was looked for" if clean else "Show what was found"
        self.show_them.setAccessibleName(name)
        self.show_them.setToolTip(name)
        self.show()
