"""Read as text: the words of the pages, because a screen reader hears nothing of the pages themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser

from socdesk.reports.paper_text import PaperText
from socdesk.ui.papers.reader_page import reader_page
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme


class Reader(QTextBrowser):
    """Tab leaves it; links lead nowhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("The paper as text")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._theme = theme
        self._text = PaperText()
        follow(theme, self, self._draw)

    def show_text(self, text: PaperText) -> None:
        """Show another text, at the place in it where the reader was."""
        if text != self._text:
            self._text = text
            self._draw()

    def _draw(self) -> None:
        bar = self.verticalScrollBar()
        at = bar.value()
        theme = self._theme
        self.setHtml(
            reader_page(self._text, rule=theme.colour("line_strong").name(), head=theme.colour("sunken").name())
        )
        bar.setValue(at)
