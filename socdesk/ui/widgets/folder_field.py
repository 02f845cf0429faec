"""A question whose answer is a folder: typed, or chosen with Browse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field


class FolderField(Field):
    """``submitted`` is sent on Enter, ``changed`` on each change."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, text: str, *, hint: str = "", folder: Path | None = None) -> None:
        self._edit = QLineEdit(str(folder) if folder else "")
        self._title = text
        holder = QWidget()
        holder.setProperty("look", "inside")
        row = QHBoxLayout(holder)
        spaced(row, theme, spacing=8)
        row.addWidget(self._edit, 1)
        browse = button(theme, "Browse", self._browse, hint="Choose a folder")
        browse.setAccessibleName(f"Browse for: {text}")
        row.addWidget(browse)
        super().__init__(theme, text, holder, hint=hint, focus=self._edit)
        self._edit.returnPressed.connect(self.submitted)
        self._edit.textChanged.connect(self._typed)

    @property
    def folder(self) -> Path | None:
        """The folder that stands there, or nothing where it is no whole path."""
        text = self._edit.text().strip()
        folder = Path(text).expanduser() if text else None
        return folder if folder is not None and folder.is_absolute() else None

    def show_folder(self, folder: Path) -> None:
        """Show another folder."""
        self._edit.setText(str(folder))

    def check(self) -> str:
        """Show what is wrong with the answer and return it; nothing for a whole path."""
        words = "" if self.folder else "Enter the whole path of a folder, or choose one with Browse"
        self.set_error(words)
        if words:
            self._edit.setFocus()
        return words

    def _typed(self) -> None:
        if self.error:
            self.set_error("")
        self.changed.emit()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._edit.setText)
        dialog.open()
