"""The use cases of backups as jobs, for a window that loads nothing heavy before it must."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.desk.lock_reasons import LockReason
from socdesk.errors import CancelledError, UserFacingError
from socdesk.jobs import Job, Progress
from socdesk.settings import BACKUP_SETTINGS, DeskSetting

if TYPE_CHECKING:
    from socdesk.desk.backups.keeping import Backup
    from socdesk.desk.backups.log import BackupState
    from socdesk.desk.backups.making import Made
    from socdesk.desk.backups.proving import Proof
    from socdesk.desk.desk import Desk

PATIENCE = 0.5
"""How many seconds a backup, or other work, may take while the desk is being locked; what takes longer is given up."""


@dataclass(frozen=True)
class Shown:
    """What the settings show: how the desk stands, what speaks against the folder, the backups, how many are kept."""

    state: BackupState
    warnings: tuple[str, ...]
    is_there: bool
    backups: tuple[Backup, ...]
    kept: tuple[int, ...]


def state_of(desk: Desk) -> Job[BackupState]:
    """Return the job that tells how a desk stands with its backups."""

    def work(_progress: Progress) -> BackupState:
        from socdesk.desk.backups.log import backup_state  # noqa: PLC0415  first paint needs none of it

        return backup_state(desk)

    return Job("Looking at backups", work)


def shown(desk: Desk) -> Job[Shown]:
    """Return the job that gathers what the settings show."""

    def work(_progress: Progress) -> Shown:
        from socdesk.desk.backups import places  # noqa: PLC0415
        from socdesk.desk.backups.keeping import list_backups  # noqa: PLC0415
        from socdesk.desk.backups.log import backup_state  # noqa: PLC0415

        state = backup_state(desk)
        kept = tuple(int(desk.setting(each)) for each in BACKUP_SETTINGS)
        if state.folder is None:
            return Shown(state, (), is_there=False, backups=(), kept=kept)
        return Shown(
            state,
            places.warnings(desk.store.place.folder, state.folder),
            is_there=(state.folder / places.MARK).is_file(),
            backups=list_backups(desk, state.folder),
            kept=kept,
        )

    return Job("Looking at backups", work)


def choosing(desk: Desk, folder: Path) -> Job[None]:
    """Return the job that lets backups go to a folder. On the desk's own thread."""

    def work(_progress: Progress) -> None:
        from socdesk.desk.backups.log import choose_folder  # noqa: PLC0415

        choose_folder(desk, folder)

    return Job("Choosing the backup folder", work)


def making(desk: Desk) -> Job[Made]:
    """Return the job that makes and proves a backup, on any thread; ``noting`` must follow."""

    def work(progress: Progress) -> Made:
        from socdesk.desk.backups.log import required_folder  # noqa: PLC0415
        from socdesk.desk.backups.making import make  # noqa: PLC0415

        return make(desk, required_folder(desk), progress)

    return Job("Backing up", work)


def noting(desk: Desk, made: Made) -> Job[None]:
    """Return the job that notes a new backup and removes what is no longer kept. On the desk's own thread."""

    def work(_progress: Progress) -> None:
        from socdesk.desk.backups.making import note  # noqa: PLC0415

        note(desk, made)

    return Job("Noting the backup", work)


def proving(desk: Desk, backup: Path) -> Job[Proof]:
    """Return the job that checks a backup again, on any thread; ``noting_proof`` must follow."""

    def work(progress: Progress) -> Proof:
        from socdesk.desk.backups.keeping import prove_backup  # noqa: PLC0415

        return prove_backup(desk, backup, progress)

    return Job("Checking the backup", work)


def noting_proof(desk: Desk, proof: Proof) -> Job[None]:
    """Return the job that notes what a check found. On the desk's own thread."""

    def work(_progress: Progress) -> None:
        from socdesk.desk.backups.keeping import note_proof  # noqa: PLC0415

        note_proof(desk, proof)

    return Job("Noting the check", work)


def renewing(desk: Desk, backup: Path) -> Job[None]:
    """Return the job that lets the present passphrase and words open a backup."""

    def work(_progress: Progress) -> None:
        from socdesk.desk.backups.keeping import renew  # noqa: PLC0415

        renew(desk, backup)

    return Job("Renewing the backup", work)


def keeping_so_many(desk: Desk, setting: DeskSetting, value: str) -> Job[None]:
    """Return the job that sets how many backups are kept. On the desk's own thread."""

    def work(_progress: Progress) -> None:
        from socdesk.desk.backups.keeping import keep_so_many  # noqa: PLC0415

        keep_so_many(desk, setting, value)

    return Job("Setting how many are kept", work)


def ending(desk: Desk, why: LockReason, *, patience: float | None = None) -> Job[UserFacingError | None]:
    """Return the job that makes the backup that is due, and locks the desk whatever comes of it.

    With ``patience`` a backup that is not whole so many seconds from now is given up. What kept it from being made is
    returned, not raised: locking cannot fail. ``why`` is what the log says of the lock.
    """
    began = time.monotonic()

    def work(progress: Progress) -> UserFacingError | None:
        from socdesk.desk.backups.log import backup_state  # noqa: PLC0415
        from socdesk.desk.backups.making import back_up  # noqa: PLC0415

        try:
            state = backup_state(desk)
            if state.is_due_at_the_end and state.folder is not None and not desk.demo:
                back_up(desk, state.folder, progress if patience is None else _Hurried(progress, began + patience))
        except UserFacingError as error:
            return error
        except CancelledError:
            return None
        finally:
            desk.lock(why)
        return None

    return Job("Locking", work)


@dataclass(frozen=True)
class _Hurried:
    """Progress that cancels what is not done by a moment of the steady clock."""

    progress: Progress
    until: float

    def report(self, done: int, total: int, message: str = "") -> None:
        """Pass it on, unless time is up."""
        if time.monotonic() > self.until:
            raise CancelledError
        self.progress.report(done, total, message)


def changed_since(state: BackupState, desk: Desk) -> BackupState:
    """Return the state after a deed, without asking the desk's file."""
    return replace(state, changed=True, now=desk.clock())


def as_of_now(state: BackupState, desk: Desk) -> BackupState:
    """Return the state as time goes by."""
    return replace(state, now=desk.clock())


def warnings_of(desk_folder: Path, folder: Path) -> tuple[str, ...]:
    """Return what speaks against a folder for backups, in sentences. It only looks at paths."""
    from socdesk.desk.backups.places import warnings  # noqa: PLC0415

    with contextlib.suppress(OSError, ValueError):
        return warnings(desk_folder, folder)
    return ()
