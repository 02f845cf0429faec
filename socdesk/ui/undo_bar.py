"""Undo and redo: done on the desk's thread, then said in the bar and aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.ui.room import Room

if TYPE_CHECKING:
    from socdesk.desk.desk import Undone


class UndoBar:
    """Takes deeds back and does them again."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def undo(self) -> None:
        """Take back the newest deed that stands."""
        desk = self._room.desk
        self._run(Job("Undoing", lambda _progress: desk.undo()))

    def redo(self) -> None:
        """Do again what was taken back last."""
        desk = self._room.desk
        self._run(Job("Doing again", lambda _progress: desk.redo()))

    def _run(self, job: Job[Undone]) -> None:
        self._room.work.write(job, self._room.notices, self._done, failed=self._failed)

    def _done(self, undone: Undone) -> None:
        from socdesk.desk.deeds_done import undone_in_words  # noqa: PLC0415  first paint needs none of it

        words = undone_in_words(undone)
        offer, do = ("Undo", self.undo) if undone.plan.kind == "redo" else ("Redo", self.redo)
        self._room.notices.tell(words, offer=f"{offer} Ctrl+{'Z' if offer == 'Undo' else 'Y'}", do=do)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self._room.notices.tell(str(error))
        else:
            self._room.work.failed.emit(error)
