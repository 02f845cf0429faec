"""Saves recovery words as a sheet to print: never inside the desk's folder, never beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.clock import london_day
from socdesk.desk.desk_folder import lies_in
from socdesk.desk.recovery_words import HOLDERS
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import Job, Progress

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk
    from socdesk.desk.opening import NewDesk
    from socdesk.desk.own_locks import NewWords
    from socdesk.desk.recovery_words import AskedBack
    from socdesk.desk.rekeying import Renewal


class SheetBesideDeskError(UserFacingError):
    """The sheet was to be saved where whoever takes the desk would find it."""

    def __init__(self) -> None:
        super().__init__(
            "The words must not lie in the desk’s own folder, nor beside it.",
            advice="Choose another place, best a removable drive.",
        )


def saving(made: NewDesk | NewWords | Renewal, desk_folder: Path, path: Path, *, sheet: int = 0) -> Job[None]:
    """Return the job that saves a sheet as a tagged PDF.

    It raises SheetBesideDeskError, and what ``write_atomically`` raises.
    """

    def work(_progress: Progress) -> None:
        if lies_in(desk_folder, path) or path.resolve().parent == desk_folder.resolve().parent:
            raise SheetBesideDeskError
        write_atomically(path, sheet_as_pdf(made, made.desk, sheet))

    return Job("Saving the recovery sheet", work)


def sheet_as_pdf(made: AskedBack, desk: Desk, sheet: int) -> bytes:
    """Return one sheet as a tagged PDF."""
    from socdesk.reports.recovery_sheet import compose_recovery_sheet  # noqa: PLC0415  loads the PDF library

    holder = HOLDERS[sheet] if made.is_split else ""
    return compose_recovery_sheet(made.sheets[sheet], london_day(desk.clock()), holder=holder, demo=desk.demo)
