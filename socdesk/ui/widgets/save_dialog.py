"""Asks where a new file shall go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def ask_where(owner: QWidget, title: str, name: str, kinds: str, then: Callable[[str], object]) -> QFileDialog:
    """Open the dialog in the person's own documents, with a name suggested; ``then`` is told the path chosen.

    ``name`` must say nothing of what is in the file; ``kinds`` is Qt's filter, or nothing for any file.
    """
    dialog = QFileDialog(owner, title, QStandardPaths.writableLocation(_DOCUMENTS), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog
