"""The ways into a desk as jobs, for a window that is shown before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.desk.desk_folder import KEY_FILE, holds_desk
from socdesk.jobs import Job, Progress
from socdesk.keys.errors import (
    AnotherSheetNeededError,
    CostOutOfPolicyError,
    DamagedKeyFileError,
    TamperedKeyFileError,
    WrongPassphraseError,
    WrongRecoveryWordsError,
)
from socdesk.keys.sheets import SHEET_BREAK
from socdesk.storage.faults import DamagedDeskError, MissingDeskFileError

if TYPE_CHECKING:
    from socdesk.desk.backups.newest_good import GoodBackup
    from socdesk.desk.backups.restoring import Look, Restore, Restored, Secret
    from socdesk.desk.desk import Desk
    from socdesk.desk.opening import House, NewDesk
    from socdesk.desk.rekeying import Renewal
    from socdesk.desk.salvaging import Salvaged
    from socdesk.keys.kdf import KdfCost

__all__ = [
    "KEY_FILE",
    "SAMPLE_PASSPHRASE",
    "SHEET_BREAK",
    "AnotherSheetNeededError",
    "WaysIn",
    "WrongPassphraseError",
    "WrongRecoveryWordsError",
    "holds_desk",
    "is_damage",
    "is_damaged_lock",
]

SAMPLE_PASSPHRASE = "fictitious sample desk"  # noqa: S105  shown to everybody: the sample holds nothing real


def is_damage(error: Exception) -> bool:
    """Tell whether a desk did not open because its file is damaged or missing, or its key file damaged."""
    return isinstance(error, DamagedDeskError | MissingDeskFileError) or is_damaged_lock(error)


def is_damaged_lock(error: Exception | None) -> bool:
    """Tell whether a desk did not open because its key file is damaged or was changed."""
    return isinstance(error, DamagedKeyFileError | TamperedKeyFileError | CostOutOfPolicyError)


class WaysIn:
    """Makes the jobs that open, make and recover a desk. Run them on the thread that will own the desk.

    ``cost`` is what stretching a passphrase costs; None measures this computer.
    """

    def __init__(self, house: Callable[[], House], cost: KdfCost | None = None) -> None:
        self._house = cache(house)  # one for all, which remembers how many tries failed
        self._cost = cost

    def unlock(self, folder: Path, passphrase: str) -> Job[Desk]:
        """Return the job that opens a desk; it raises what ``open_desk`` raises."""

        def work(_progress: Progress) -> Desk:
            from socdesk.desk.opening import open_desk  # noqa: PLC0415  first paint needs none of it

            return open_desk(folder, passphrase, self._house())

        return Job("Unlocking", work)

    def open_remembered(self, folder: Path) -> Job[Desk]:
        """Return the job that opens a desk with what this computer remembers; raises what that does."""

        def work(_progress: Progress) -> Desk:
            from socdesk.desk.remembering import open_remembered  # noqa: PLC0415

            return open_remembered(folder, self._house())

        return Job("Opening", work)

    def make(self, folder: Path, passphrase: str) -> Job[NewDesk]:
        """Return the job that makes a new desk; it raises what ``new_desk`` raises."""

        def work(_progress: Progress) -> NewDesk:
            from socdesk.desk.opening import new_desk  # noqa: PLC0415

            return new_desk(folder, passphrase, self._house(), cost=self._cost)

        return Job("Making the desk", work)

    def recover(self, folder: Path, words: str, passphrase: str) -> Job[NewDesk]:
        """Return the job that opens a desk with its recovery words and gives it new locks."""

        def work(_progress: Progress) -> NewDesk:
            from socdesk.desk.opening import open_with_recovery  # noqa: PLC0415

            return open_with_recovery(folder, words, passphrase, self._house(), cost=self._cost)

        return Job("Opening with the recovery words", work)

    def plan_renewal(self, folder: Path, passphrase: str) -> Job[Renewal]:
        """Return the job that opens a desk and makes the locks that it is to have under a new data key."""

        def work(_progress: Progress) -> Renewal:
            from socdesk.desk.opening import open_desk  # noqa: PLC0415
            from socdesk.desk.rekeying import plan_renewal  # noqa: PLC0415

            desk = open_desk(folder, passphrase, self._house())
            try:
                return plan_renewal(desk, passphrase)
            except BaseException:
                desk.lock()
                raise

        return Job("Making the new key", work)

    def renew(self, renewal: Renewal) -> Job[Desk]:
        """Return the job that renews the data key; it raises what ``renew_data_key`` raises."""

        def work(progress: Progress) -> Desk:
            from socdesk.desk.rekeying import renew_data_key  # noqa: PLC0415

            return renew_data_key(renewal.desk, renewal, self._house(), progress)

        return Job("Renewing the data key", work)

    def look_at_backup(self, backup: Path, secret: Secret, target: Path) -> Job[Look]:
        """Return the job that opens a backup and compares it with the desk where it would be restored."""

        def work(_progress: Progress) -> Look:
            from socdesk.desk.backups.restoring import look  # noqa: PLC0415

            return look(backup, secret, target, self._house())

        return Job("Opening the backup", work)

    def restore(self, backup: Path, chosen: Restore) -> Job[Restored]:
        """Return the job that restores a backup and opens the desk; it raises what ``restore`` raises."""

        def work(progress: Progress) -> Restored:
            from socdesk.desk.backups.restoring import restore  # noqa: PLC0415

            return restore(backup, chosen, self._house(), progress, cost=self._cost)

        return Job("Restoring the backup", work)

    def newest_good(self, where: Path, folder: Path, passphrase: str) -> Job[GoodBackup | None]:
        """Return the job that finds the newest good backup of a desk that does not open."""

        def work(progress: Progress) -> GoodBackup | None:
            from socdesk.desk.backups.newest_good import newest_good  # noqa: PLC0415

            return newest_good(where, folder, passphrase, self._house(), progress)

        return Job("Looking for a good backup", work)

    def put_back_key_file(self, folder: Path, backup: Path, passphrase: str) -> Job[Desk]:
        """Return the job that puts a backup's key file in the place of a damaged one and opens the desk."""

        def work(_progress: Progress) -> Desk:
            from socdesk.desk.putting_back import put_back_key_file  # noqa: PLC0415

            return put_back_key_file(folder, backup, passphrase, self._house())

        return Job("Putting back the key file", work)

    def salvage(self, folder: Path, passphrase: str, target: Path) -> Job[Salvaged]:
        """Return the job that salvages a damaged desk into a new one; it raises what ``salvage`` raises."""

        def work(progress: Progress) -> Salvaged:
            from socdesk.desk.salvaging import salvage  # noqa: PLC0415

            return salvage(folder, passphrase, target, self._house(), progress)

        return Job("Salvaging", work)

    def sample(self, folder: Path, *, concerns: int = 120, drivers: int = 240) -> Job[Desk]:
        """Return the job that opens the fictitious sample desk, and makes it first where it is not there."""

        def work(progress: Progress) -> Desk:
            from socdesk.desk.demo.write import write_demo  # noqa: PLC0415
            from socdesk.desk.opening import open_desk  # noqa: PLC0415

            house = self._house()
            if holds_desk(folder):
                return open_desk(folder, SAMPLE_PASSPHRASE, house)
            made = write_demo(
                folder,
                SAMPLE_PASSPHRASE,
                clock=house.clock,
                cost=self._cost,
                concerns=concerns,
                drivers=drivers,
                progress=progress,
            )
            return made.desk

        return Job("Making the sample desk", work)
