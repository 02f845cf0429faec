"""The trail leaves the desk: asked first whether texts go too, then where; and the program that checks it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.outside import outside
from socdesk.errors import CancelledError, UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import Job, Progress
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.over_window import place_over
from socdesk.ui.widgets.save_dialog import ask_where

_TRAIL, _CHECKER = "Trail (*.jsonl)", "Python program (*.py)"
_WHAT = (
    "Every line of the log and of the chain of changes, as text that anybody can check with a small program. It says"
    " who changed which record when, by numbers alone."
)
_WITHOUT = "No text of any record goes out."
_WITH = "The file then holds all that the desk holds, and it is not encrypted. That is noted in the log."


class TrailOut(QObject):
    """Belongs to a section. ``line`` shows how far the work is; ``dialog`` is the question that was asked last."""

    def __init__(self, room: Room, owner: QWidget) -> None:
        super().__init__(owner)
        self._room, self._owner = room, owner
        self.line = JobLine(room.theme, room.announcer)
        self.dialog: TrailDialog | None = None

    def ask(self) -> None:
        """Ask whether texts go too, then where the trail goes."""
        self.dialog = TrailDialog(self._owner.window(), self._room)
        self.dialog.agreed.connect(self._ask_where)
        self.dialog.open()

    def _ask_where(self, with_texts: bool) -> None:  # noqa: FBT001  as the signal sends it
        ask_where(
            self._owner.window(),
            "Export the trail",
            "trail.jsonl",
            _TRAIL,
            lambda path: self.write(path, with_texts=with_texts),
        )

    def ask_checker(self) -> None:
        """Ask where the checking program goes."""
        ask_where(self._owner.window(), "Save the checker", "verify_trail.py", _CHECKER, self.write_checker)

    def write(self, path: str, *, with_texts: bool) -> None:
        """Export the trail to a file, and say so."""
        desk = self._room.desk

        def work(progress: Progress) -> str:
            from socdesk.desk.trail_export import export_trail  # noqa: PLC0415  seldom needed

            place = outside(desk.store.place.folder, Path(path), "A trail")
            made = export_trail(desk, progress, with_texts=with_texts)
            write_atomically(place, made.data)
            return made.in_words()

        job = Job("Exporting the trail", work)
        progress = self._room.work.write(job, self, self._done, failed=self._failed, watched=self.line.watch)
        self.line.follow(job.title, progress)

    def write_checker(self, path: str) -> None:
        """Save the program that checks a trail."""
        folder = self._room.desk.store.place.folder

        def work(_progress: Progress) -> str:
            from socdesk.desk.trail_export import checker  # noqa: PLC0415

            write_atomically(outside(folder, Path(path), "A program"), checker())
            return "The checker was saved. Whoever has Python runs it with the trail."

        self._room.work.read(Job("Saving the checker", work), self, self._done, failed=self._failed)

    def _done(self, words: str) -> None:
        self.line.end()
        self._room.notices.tell(words)

    def _failed(self, error: Exception) -> None:
        self.line.end()
        if isinstance(error, UserFacingError):
            self._room.notices.tell(str(error))
        elif not isinstance(error, CancelledError):
            self._room.work.failed.emit(error)


class TrailDialog(QDialog):
    """``agreed`` carries whether the texts of the records go too."""

    agreed = Signal(bool)

    def __init__(self, window: QWidget, room: Room) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Export the trail")
        column = QVBoxLayout(self)
        spaced(column, room.theme, margins=(24, 20, 24, 20), spacing=12)
        column.addWidget(Heading("Export the trail", "subtitle"))
        column.addWidget(label(_WHAT, "small", wrap=True))
        self.texts = QCheckBox("Include the texts of records, restricted ones too")
        self.texts.toggled.connect(self._warn)
        column.addWidget(self.texts)
        self._said = label(_WITHOUT, "small", wrap=True)
        column.addWidget(self._said)
        column.addStretch(1)
        row = QHBoxLayout()
        spaced(row, room.theme, spacing=8)
        row.addStretch(1)
        row.addWidget(button(room.theme, "Cancel", self.reject))
        self.go = button(room.theme, "Choose where to save", self._agree)
        self.go.setProperty("look", "primary")
        self.go.setDefault(True)
        row.addWidget(self.go)
        column.addLayout(row)
        place_over(self, window, room.theme, width=520, height=320)
        self.texts.setFocus()

    def _warn(self) -> None:
        self._said.setText(_WITH if self.texts.isChecked() else _WITHOUT)

    def _agree(self) -> None:
        with_texts = self.texts.isChecked()
        self.accept()
        self.agreed.emit(with_texts)
