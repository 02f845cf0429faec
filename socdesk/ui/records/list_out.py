"""A list leaves the desk: exported as a file, or printed. What is restricted stays behind unless it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from socdesk.desk.lists.sheet import Sheet, sheet_of
from socdesk.desk.lists.views import counted
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import Job, Progress
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.out_dialog import KINDS, OutChoice, OutDialog
from socdesk.ui.room import Room
from socdesk.ui.widgets.save_dialog import ask_where

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class Shown:
    """What a list shows: the ids of its rows, the names of its columns, and what it is narrowed to, in words."""

    ids: tuple[str, ...]
    columns: tuple[str, ...]
    about: str


class ListOut(QObject):
    """Belongs to a list; ``dialog`` is the question that was asked last."""

    def __init__(self, room: Room, spec: ListSpec, owner: QWidget) -> None:
        super().__init__(owner)
        self._room, self._spec, self._owner = room, spec, owner
        self.dialog: OutDialog | None = None

    def export(self, shown: Shown) -> None:
        """Ask how these rows shall be exported, and where to."""
        self._ask(shown, on_paper=False).agreed.connect(partial(self._choose_file, shown))

    def print_out(self, shown: Shown) -> None:
        """Ask what of these rows shall be printed, and on which printer."""
        self._ask(shown, on_paper=True).agreed.connect(partial(self._choose_printer, shown))

    def _ask(self, shown: Shown, *, on_paper: bool) -> OutDialog:
        what = counted(len(shown.ids), self._spec.register)
        self.dialog = OutDialog(self._owner.window(), self._room, what, on_paper=on_paper)
        self.dialog.open()
        return self.dialog

    def _choose_file(self, shown: Shown, choice: OutChoice) -> None:
        then = partial(self._write_to, shown, choice)
        ask_where(self._owner.window(), "Export", f"export{choice.kind}", KINDS[choice.kind], then)

    def _write_to(self, shown: Shown, choice: OutChoice, path: str) -> None:
        self.write(shown, choice, Path(path))

    def write(self, shown: Shown, choice: OutChoice, path: Path) -> None:
        """Export these rows to a file, and say what stayed behind."""
        desk, register = self._room.desk, self._spec.register.key

        def work(_progress: Progress) -> str:
            from socdesk.desk.exports import export_register  # noqa: PLC0415  loads spreadsheets

            made = export_register(desk, register, choice.kind, include_restricted=choice.restricted, only=shown.ids)
            write_atomically(path, made.data)
            return made.in_words()

        self._room.work.write(Job("Exporting", work), self, self._room.notices.tell, failed=self._failed)

    def _choose_printer(self, shown: Shown, choice: OutChoice) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._owner.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.prepare(shown, choice, printer))
        QDialog.open(dialog)  # its own open wants a slot

    def prepare(self, shown: Shown, choice: OutChoice, printer: QPrinter) -> None:
        """Print these rows on a printer that was chosen."""
        desk, spec = self._room.desk, self._spec

        def work(_progress: Progress) -> Sheet:
            return sheet_of(
                desk,
                spec.register,
                shown.ids,
                shown.columns,
                shown.about,
                notes=spec.notes,
                include_restricted=choice.restricted,
            )

        job = Job("Preparing to print", work)
        self._room.work.write(job, self, lambda sheet: self._print(sheet, printer), failed=self._failed)

    def _print(self, sheet: Sheet, printer: QPrinter) -> None:
        from socdesk.ui.records.list_print import print_sheet  # noqa: PLC0415  seldom needed

        rows, pages = len(sheet.rows), print_sheet(sheet, printer)
        words = f"Printed {rows:,} row{'' if rows == 1 else 's'} on {pages:,} page{'' if pages == 1 else 's'}."
        self._room.notices.tell(f"{words} {sheet.left_out}".strip())

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self._room.notices.tell(str(error))
        else:
            self._room.work.failed.emit(error)
