"""Keeps what is typed into a form as a draft: two seconds after typing began, on leaving a question, and when asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from socdesk.clock import LONDON
from socdesk.desk.drafts import Draft, Drafts
from socdesk.jobs import Job
from socdesk.ui.room import Room

AFTER_MS = 2000
"""How much typing can be lost at most: the draft is kept so long after the first key that is not yet in it."""


class DraftKeeper(QTimer):
    """``take`` returns the draft as it stands, or nothing where nothing was changed. ``told`` carries words to show."""

    told = Signal(str)

    def __init__(self, room: Room, owner: QWidget, record: str, take: Callable[[], Draft | None]) -> None:
        super().__init__(owner)
        self._room, self._owner, self._record, self._take = room, owner, record, take
        self._is_kept = False
        self._is_over = False
        self.setSingleShot(True)
        self.setInterval(AFTER_MS)
        self.timeout.connect(self._keep)

    def took_up(self, draft: Draft) -> None:
        """Say that a draft stands already, and when it was kept."""
        self._is_kept = True
        self._tell(draft)

    def typed(self) -> None:
        """Keep a draft soon. Further typing does not put that off."""
        if not self.isActive() and not self._is_over:
            self.start()

    def keep_now(self) -> None:
        """Keep what was typed since the draft was last kept, if anything was."""
        if self.isActive():
            self.stop()
            self._keep()

    def end(self) -> None:
        """Keep nothing any more: it is being saved or was thrown away."""
        self._is_over = True
        self.stop()

    def go_on(self) -> None:
        """Keep drafts again, this one at once: it was not saved after all."""
        self._is_over = False
        self._keep()

    def _keep(self) -> None:
        drafts, draft = self._room.desk.drafts, self._take()
        if draft is not None:
            self._is_kept = True
            job = Job("Keeping a draft", lambda _progress: drafts.keep(draft))
            self._room.work.write(job, self._owner, self._tell)
        elif self._is_kept:
            self._is_kept = False
            job = Job("Dropping a draft", partial(_drop, drafts, self._record))
            self._room.work.write(job, self._owner, self._tell)

    def _tell(self, draft: Draft | None) -> None:
        at = draft.at if draft else None
        self.told.emit(f"Draft saved {at.astimezone(LONDON):%H:%M}" if at else "")


def _drop(drafts: Drafts, record: str, _progress: object) -> None:
    drafts.drop(record)
