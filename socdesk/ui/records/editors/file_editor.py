"""The editor for a file kept inside the desk: chosen or dropped, read in a job, stored with the deed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from socdesk.desk.kept_files import FileTooLargeError, read_file
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.registers.values import StoredFile
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label
from socdesk.ui.work import Work

__all__ = ["FileEditor", "FileTooLargeError"]


def dropped_file(event: QDropEvent) -> str:
    """Return the path of the one file that is dropped, or nothing."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


class FileEditor(Editor):
    """``chosen`` is the file and its bytes, once a new one was read. ``refused`` says why one was not taken."""

    refused = Signal(str)

    def __init__(self, theme: Theme, work: Work, standing: StoredFile | None) -> None:
        self._work = work
        self.chosen: tuple[StoredFile, bytes] | None = None
        widget = QWidget()
        widget.setProperty("look", "inside")
        widget.setAcceptDrops(True)
        row = QHBoxLayout(widget)
        spaced(row, theme, spacing=8)
        self._name = label(standing.name if standing else "No file. Drop one here, or choose it.", "small")
        self.choose = button(theme, "Choose a file", self._ask, icon="paperclip")
        row.addWidget(self.choose)
        row.addWidget(self._name, 1)
        super().__init__(widget, self.choose)
        widget.installEventFilter(self)

    def text(self) -> str:
        return ""

    def show_text(self, typed: str) -> None:
        """Keep the file that stands: a file is chosen, not typed."""

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
        self._name.setText(found[0].name)
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
