"""Sees to it that an open desk is backed up: looks now and then, and makes the backup that is due."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from socdesk.desk.backups import tasks
from socdesk.errors import UserFacingError
from socdesk.jobs import CancellableProgress
from socdesk.ui.desk_changes import DeskChanges
from socdesk.ui.work import Failed, Watched, Work

if TYPE_CHECKING:
    from socdesk.desk.backups.log import BackupState
    from socdesk.desk.backups.making import Made
    from socdesk.desk.desk import Desk

LOOKS_EVERY_MS = 10 * 60 * 1000


class BackupKeeper(QObject):
    """``told`` is sent with the state each time that it is looked at; ``failed`` when a backup of its own failed.

    The fictitious sample is never backed up.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, work: Work, changes: DeskChanges) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._progress: CancellableProgress | None = None
        self.state: BackupState | None = None
        self.trouble: UserFacingError | None = None
        changes.changed.connect(self._desk_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @property
    def words(self) -> str:
        """What the line at the bottom of the window says."""
        if self.state is None or self._desk.demo:
            return ""
        if self.trouble is not None:
            return "Last backup failed"
        return tasks.as_of_now(self.state, self._desk).words

    @property
    def is_running(self) -> bool:
        """Whether a backup is being made just now."""
        return self._progress is not None

    @property
    def is_due_at_the_end(self) -> bool:
        """Whether one should be made before the desk is closed."""
        if self.state is None or self._desk.demo:
            return False
        return tasks.as_of_now(self.state, self._desk).is_due_at_the_end

    def start(self) -> None:
        """Begin to look, now and every few minutes."""
        self._timer.start(LOOKS_EVERY_MS)
        self.look()

    def look(self) -> None:
        """Look how the desk stands, and make the backup that is due."""
        self._work.read(tasks.state_of(self._desk), self, self._looked, last=True)

    def _looked(self, state: BackupState) -> None:
        self._tell(state)
        if state.is_due_by_age and not self._desk.demo and not self.is_running:
            self.back_up(self, _nothing, failed=self._own_failed)

    def refresh(self) -> None:
        """Tell how the desk stands, and make nothing."""
        self._work.read(tasks.state_of(self._desk), self, self._tell)

    def _tell(self, state: BackupState) -> None:
        self.state = state
        self.told.emit(state)

    def back_up(
        self,
        owner: QObject,
        then: Callable[[Made], object],
        *,
        failed: Failed | None = None,
        watched: Watched | None = None,
    ) -> CancellableProgress:
        """Make a backup, prove it and note it; others go on working meanwhile."""

        def made(backup: Made) -> None:
            self._work.write(tasks.noting(self._desk, backup), self, lambda _none: done(backup), failed=fail)

        def done(backup: Made) -> None:
            self._progress, self.trouble = None, None
            self.refresh()
            then(backup)

        def fail(error: Exception) -> None:
            self._progress = None
            if isinstance(error, UserFacingError):
                self.trouble = error
            self.refresh()
            if failed is not None:
                failed(error)

        self._progress = self._work.read(tasks.making(self._desk), owner, made, failed=fail, watched=watched)
        return self._progress

    def _own_failed(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.failed.emit(error)

    def cancel(self) -> None:
        """Give up what is being made: the desk is being locked."""
        self._timer.stop()
        if self._progress is not None:
            self._progress.cancel()

    def _desk_changed(self) -> None:
        if self.state is not None:
            self.state = tasks.changed_since(self.state, self._desk)


def _nothing(_made: object) -> None:
    """Want nothing more."""
