"""Saves the recovery words as a sheet to print: never inside the desk's folder, never beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.clock import london_day
from socdesk.desk.ways_in import lies_inside
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import Job, Progress

if TYPE_CHECKING:
    from socdesk.desk.opening import NewDesk
    from socdesk.desk.own_locks import NewWords
    from socdesk.desk.rekeying import Renewal


class SheetBesideDeskError(UserFacingError):
    """The sheet was to be saved where whoever takes the desk would find it."""

    def __init__(self) -> None:
        super().__init__(
            "The words must not lie in the desk’s own folder, nor beside it.",
            advice="Choose another place, best a removable drive.",
        )


def saving(made: NewDesk | NewWords | Renewal, desk_folder: Path, path: Path) -> Job[None]:
    """Return the job that saves the sheet as a tagged PDF.

    It raises SheetBesideDeskError, and what ``write_atomically`` raises.
    """

    def work(_progress: Progress) -> None:
        from socdesk.reports.recovery_sheet import compose_recovery_sheet  # noqa: PLC0415  loads the PDF library

        if lies_inside(desk_folder, path) or path.resolve().parent == desk_folder.resolve().parent:
            raise SheetBesideDeskError
        desk = made.desk
        write_atomically(path, compose_recovery_sheet(made.recovery_words, london_day(desk.clock()), demo=desk.demo))

    return Job("Saving the recovery sheet", work)
