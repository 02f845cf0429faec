"""Shows a failure: the world's in words with advice, ours with all that would help to mend it and nothing private."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from socdesk import __version__
from socdesk.errors import UserFacingError
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label


def where_it_failed(error: BaseException) -> str:
    """Return the kind of error and the lines of the program that led to it.

    Never the error's own words, and never a value: they may hold record text.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{PurePath(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([f"Socdesk {__version__}", type(error).__name__, *lines])


class FailureDialog(QDialog):
    """What went wrong; for a fault of ours also the report that can be copied, all of it in sight."""

    def __init__(self, parent: QWidget, theme: Theme, heading: str, words: str, report: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.report = report
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 20, 24, 20), spacing=12)
        column.addWidget(Heading(heading, "subtitle"))
        column.addWidget(label(words, wrap=True))
        row = QHBoxLayout()
        spaced(row, theme, spacing=8)
        if report:
            shown = QPlainTextEdit(report)
            shown.setReadOnly(True)
            shown.setTabChangesFocus(True)
            shown.setAccessibleName("Report")
            column.addWidget(shown)
            row.addWidget(button(theme, "Copy this report", lambda: QGuiApplication.clipboard().setText(report)))
        row.addStretch(1)
        close = button(theme, "Close", self.accept, look="primary")
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)
        follow(theme, self, lambda: self.setMinimumWidth(theme.px(480)))
        self.finished.connect(self.deleteLater)
        close.setFocus()


def show_failure(parent: QWidget, theme: Theme, error: BaseException) -> FailureDialog:
    """Show a failure and return at once."""
    if isinstance(error, UserFacingError):
        dialog = FailureDialog(parent, theme, error.message, error.advice)
    else:
        words = "This is a fault in Socdesk. What was saved is safe. The report below holds nothing of your records."
        dialog = FailureDialog(parent, theme, "Something went wrong", words, where_it_failed(error))
    dialog.open()
    return dialog
