"""The editor for a file kept inside the desk: chosen or dropped, read in a job, stored with the deed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.kept_files import FileTooLargeError, read_file
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.registers.values import StoredFile
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture
from socdesk.ui.work import Work

__all__ = ["FileEditor", "FileTooLargeError"]


_MEGABYTE = 1_000_000
_ICONS = {
    ".xlsx": "columns-3",
    ".csv": "columns-3",
    ".ics": "calendar",
    ".eml": "message-square",
    ".msg": "message-square",
}
_LEAVES = "A copy leaves the desk: it is not encrypted, and that it was saved is noted in the log."


def _described(file: StoredFile | None) -> str:
    return f"{file.name}, {size_words(file.size)}" if file else "No file. Drop one here, or browse for it."


def dropped_file(event: QDropEvent) -> str:
    """Return the path of the one file that is dropped, or nothing."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


def size_words(size: int) -> str:
    """Return the size of a file in words.

    >>> size_words(900), size_words(1_500_000)
    ('1 kB', '1.5 MB')
    """
    return f"{size / 1_000_000:.1f} MB" if size >= _MEGABYTE else f"{max(1, round(size / 1000)):,} kB"


class FileEditor(Editor):
    """``chosen`` is the file and its bytes, once a new one was read. ``refused`` says why one was not taken.

    ``took`` carries the name of a new file. ``save_copy`` lets the file that stands leave the desk.
    """

    refused = Signal(str)
    took = Signal(str)

    def __init__(
        self,
        theme: Theme,
        work: Work,
        standing: StoredFile | None,
        save_copy: Callable[[StoredFile], object] | None = None,
    ) -> None:
        self._work = work
        self.chosen: tuple[StoredFile, bytes] | None = None
        widget = QWidget()
        widget.setProperty("look", "inside")
        widget.setAcceptDrops(True)
        column = QVBoxLayout(widget)
        spaced(column, theme, spacing=6)
        shown = QHBoxLayout()
        spaced(shown, theme, spacing=8)
        self._picture = Picture(theme, "paperclip", "text2", 18)
        self._name = label(_described(standing), "small", wrap=True)
        shown.addWidget(self._picture)
        shown.addWidget(self._name, 1)
        column.addLayout(shown)
        self.choose = button(theme, "Browse", self._ask, icon="paperclip")
        row = FlowRow(theme)
        row.add(self.choose)
        column.addWidget(row)
        if standing and save_copy:
            self.copy = button(theme, "Save a copy", lambda: save_copy(standing), icon="download")
            row.add(self.copy)
            column.addWidget(label(_LEAVES, "hint", wrap=True))
        self._show_kind(standing)
        super().__init__(widget, self.choose)
        widget.installEventFilter(self)

    def _show_kind(self, file: StoredFile | None) -> None:
        """Show what kind of file it is, as far as its name tells."""
        ending = Path(file.name).suffix.lower() if file else ""
        self._picture.show_icon(_ICONS.get(ending, "paperclip" if file is None else "file-text"), "text2")

    def name(self, label: str) -> None:
        self.choose.setAccessibleName(f"Browse for {label.lower()}")

    def text(self) -> str:
        return ""

    def show_text(self, typed: str) -> None:
        """Keep the file that stands: a file is chosen, not typed."""

    def draft(self) -> str:
        return self.chosen[0].name if self.chosen else ""

    def show_draft(self, typed: str) -> None:
        if typed:
            self._name.setText(f"Choose {typed} again: a draft keeps no file.")

    def _ask(self) -> None:
        dialog = QFileDialog(self.widget, "Choose a file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, path: str) -> None:
        """Read a file, off the window's thread."""
        job = Job("Reading the file", partial(_read, Path(path)))
        self._work.read(job, self.widget, self._taken, failed=self._failed)

    def _taken(self, found: tuple[StoredFile, bytes]) -> None:
        self.chosen = found
        self._name.setText(_described(found[0]))
        self._show_kind(found[0])
        self.took.emit(found[0].name)
        self.edited.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.refused.emit(str(error))
        else:
            self._work.failed.emit(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            self.take(event.mimeData().urls()[0].toLocalFile())
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def _read(path: Path, _progress: object) -> tuple[StoredFile, bytes]:
    return read_file(path)
