"""Something read as plain text: to read with the arrow keys, to copy, and to print."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.over_window import place_over


class TextReader(QDialog):
    """Shows a text that cannot be changed. What is printed bears the marking at its top."""

    def __init__(self, parent: QWidget, theme: Theme, announcer: Announcer, heading: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Read as text")
        self._announcer = announcer
        self._text = text
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 20, 24, 20), spacing=12)
        column.addWidget(Heading(heading, "subtitle"))
        self.area = QPlainTextEdit(text)
        self.area.setReadOnly(True)
        self.area.setTabChangesFocus(True)
        self.area.setAccessibleName(heading)
        column.addWidget(self.area, 1)
        self.told = label("", "small", wrap=True)
        column.addWidget(self.told)
        row = QHBoxLayout()
        spaced(row, theme, spacing=8)
        self.copy = button(theme, "Copy all", self._copy)
        self.to_paper = button(theme, "Print", self._ask_printer, hint="Print (Ctrl+P)")
        self.to_paper.setShortcut("Ctrl+P")
        self.leave = button(theme, "Close", self.close)
        for each in (self.copy, self.to_paper):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.leave)
        column.addLayout(row)
        follow(theme, self, lambda: place_over(self, parent, theme, width=760, height=600))
        self.finished.connect(self.deleteLater)
        self.area.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._tell("Copied.")

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self._announcer.say(words)

    def _ask_printer(self) -> None:
        dialog = QPrintDialog(QPrinter(), self)
        dialog.accepted.connect(lambda: self.put_on(dialog.printer()))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def put_on(self, printer: QPrinter) -> None:
        """Print the text."""
        QTextDocument(f"OFFICIAL-SENSITIVE\n\n{self._text}").print_(printer)
        self._tell("Sent to the printer.")
