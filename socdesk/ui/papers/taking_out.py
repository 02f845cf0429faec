"""Takes a checked paper out of the desk: as PDF, as a web page, or on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from socdesk.desk.outside import outside
from socdesk.desk.papers.making import seal_of
from socdesk.desk.papers.studio import Preview, Studio
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import Job, Progress
from socdesk.ui.papers.printing import print_pages
from socdesk.ui.room import Room
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.save_dialog import ask_where


class TakingOut:
    """Asks where, writes whole files or none, and notes each in the desk's chain of events.

    Suggested names are neutral: the system's dialogs keep recent names.
    """

    def __init__(self, room: Room, owner: QWidget, studio: Studio, line: JobLine) -> None:
        self._room, self._owner, self._studio, self._line = room, owner, studio, line

    def ask_pdf(self, paper_id: str, composer: str, preview: Preview) -> None:
        """Ask where the PDF goes."""
        ask_where(
            self._owner,
            "Save paper as PDF",
            f"{composer}.pdf",
            "PDF (*.pdf)",
            partial(self.save_pdf, paper_id, preview),
        )

    def ask_web_page(self, paper_id: str, composer: str, preview: Preview) -> None:
        """Ask where the web page goes."""
        ask_where(
            self._owner,
            "Save paper as web page",
            f"{composer}.html",
            "Web page (*.html)",
            partial(self.save_web, paper_id, preview),
        )

    def save_pdf(self, paper_id: str, preview: Preview, path: str) -> None:
        """Write the PDF."""
        self._write(paper_id, preview.pdf, path, "Saved the paper as PDF.")

    def save_web(self, paper_id: str, preview: Preview, path: str) -> None:
        """Write the web page."""
        words = (
            "Saved the paper as a web page. The PDF is the paper to publish; put the web page beside it, for reading"
            " aloud and on phones."
        )
        self._write(paper_id, preview.web_page, path, words)

    def _write(self, paper_id: str, data: bytes, path: str, words: str) -> None:
        desk, studio = self._room.desk, self._studio

        def work(progress: Progress) -> None:
            progress.report(0, 0, "Saving the paper")
            write_atomically(outside(desk.store.place.folder, Path(path), "A paper"), data)
            studio.note(paper_id, "paper saved", seal_of(data))

        self._run(Job("Saving the paper", work), words)

    def _run(self, job: Job[None], words: str) -> None:
        def done(_none: None) -> None:
            self._line.end()
            self._room.notices.tell(words)

        progress = self._room.work.write(job, self._owner, done, failed=self._failed, watched=self._line.watch)
        self._line.follow(job.title, progress, can_cancel=False)

    def _failed(self, error: Exception) -> None:
        self._line.end()
        if isinstance(error, UserFacingError):
            self._room.notices.tell(f"{error} {error.advice}".strip())
        else:
            self._room.work.failed.emit(error)

    def ask_printer(self, paper_id: str, preview: Preview) -> None:
        """Ask for a printer. Each page has its marking at its foot already."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Print paper")
        dialog.accepted.connect(lambda: self.print_on(printer, paper_id, preview))
        QDialog.open(dialog)  # its own needs a receiver

    def print_on(self, printer: QPrinter, paper_id: str, preview: Preview) -> None:
        """Print; the note is made when all pages are with the printer."""
        studio = self._studio

        def printed(_none: None) -> None:
            self._line.end()
            self._run(
                Job("Noting it", lambda _p: studio.note(paper_id, "paper printed", preview.seal)), "Printed the paper."
            )

        job = Job("Printing the paper", partial(print_pages, preview.pdf, printer))
        progress = self._room.work.read(job, self._owner, printed, failed=self._failed, watched=self._line.watch)
        self._line.follow(job.title, progress)
