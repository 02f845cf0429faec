"""Where a file is dropped, or chosen by the system's own dialog; its name and place are not kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture

_LISTS = "Lists (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)"


class DropZone(QFrame):
    """``chosen`` is sent with the path of a file."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        spaced(row, theme, margins=(16, 14, 16, 14), spacing=14)
        row.addWidget(Picture(theme, "upload", "link", 26))
        words = QVBoxLayout()
        spaced(words, theme, spacing=2)
        self._name = label("", "word", wrap=True)
        self._hint = label("", "small", wrap=True)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        row.addLayout(words, 1)
        self.choose = button(theme, "Choose a file", self.ask, hint="Choose a file (Ctrl+O)")
        row.addWidget(self.choose)
        self.show_file("")

    def show_file(self, name: str) -> None:
        """Show which file is open, or ask for one."""
        self._name.setText(name or "Drop a list here, or choose it")
        other = "Drop another file here to take that one instead."
        self._hint.setText(other if name else "An Excel workbook (.xlsx) or a CSV file. It is read, and never changed.")
        self.choose.setText("Choose another file" if name else "Choose a file")

    def ask(self) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self, "Choose a file", "", _LISTS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.chosen.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        accept_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_file(event)) is not None:
            self.chosen.emit(path)


def accept_files(event: QDragEnterEvent) -> None:
    """Let files be dropped, and nothing else."""
    if event.mimeData().hasUrls():
        event.acceptProposedAction()


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the first file that was dropped, or nothing."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if paths:
        event.acceptProposedAction()
    return paths[0] if paths else None
