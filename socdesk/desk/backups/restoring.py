"""Restores a backup: proven first, copied beside, and only then put in place. What was there is kept under a new name.

Two renames put a desk in the place of another. A program that is killed between them leaves both desks whole, and
``settle`` does the second one at the next opening.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from socdesk.desk.backups import places
from socdesk.desk.backups.comparing import Comparison, Standing, compare
from socdesk.desk.backups.log import RESTORED, forget_folder
from socdesk.desk.backups.manifest import Manifest, NoManifestError, read_manifest
from socdesk.desk.backups.proving import BackupNotGoodError, Proof, prove
from socdesk.desk.desk import Desk
from socdesk.desk.desk_folder import lies_in
from socdesk.desk.opening import FolderNotEmptyError, House, NewDesk, open_desk, open_with_recovery
from socdesk.desk.settling import waiting_for
from socdesk.files import copy_file, hash_file, make_private_folder, move_folder
from socdesk.jobs import Part, Progress
from socdesk.keys.kdf import KdfCost
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.passphrase import check_new_passphrase
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import unlock_with_passphrase, unlock_with_recovery
from socdesk.registers.register import new_id
from socdesk.storage.backup import opened_copy
from socdesk.storage.desk_lock import DeskLock
from socdesk.storage.store import Place

_COPYING = ".copying"


@dataclass(frozen=True, kw_only=True)
class Secret:
    """What opens a backup: its passphrase, or its recovery words."""

    passphrase: str = field(default="", repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class Opened:
    """A backup that a secret has opened, and under which keys."""

    backup: Path
    manifest: Manifest
    place: Place = field(repr=False)


@dataclass(frozen=True)
class Restored:
    """A desk that was put in place, open; ``kept`` is where the desk that was there is now.

    ``new_words`` are there when the old ones were used.
    """

    desk: Desk
    kept: Path | None
    new: NewDesk | None = None


def newest_in(folder: Path) -> Path:
    """Return a backup's folder, or the newest backup in a folder.

    Raises:
        NoManifestError: there is none.

    """
    found: list[tuple[datetime, Path]] = []
    for each in places.backup_folders(folder):
        with contextlib.suppress(NoManifestError):
            found.append((read_manifest(each).made, each))
    if not found:
        raise NoManifestError
    return max(found)[1]


def open_backup(backup: Path, secret: Secret, house: House) -> Opened:
    """Open a backup with a passphrase or recovery words that were valid when it was made.

    Raises:
        NoManifestError: the folder is no backup.
        WrongPassphraseError, WrongRecoveryWordsError: the secret does not open it.
        UserFacingError: its key file is damaged or too new.

    """
    manifest = read_manifest(backup)
    key_file = read_key_file(backup / KEY_FILE_NAME)
    if secret.words:
        unlocked = unlock_with_recovery(key_file, secret.words)
    else:
        unlocked = unlock_with_passphrase(key_file, secret.passphrase)
    return Opened(backup, manifest, house.place(backup, key_file, unlocked.root_key))


def prove_opened(opened: Opened, progress: Progress) -> Proof:
    """Check all of a backup under the keys that a secret gave."""
    return prove(opened.backup, opened.place, progress)


@dataclass(frozen=True)
class Look:
    """A backup that was opened, when it was made, and how it compares with the desk that is there."""

    backup: Path
    made: datetime
    found: Comparison


def look(folder: Path, secret: Secret, target: Path, house: House) -> Look:
    """Open a backup, or the newest in a folder, and compare it. Raises what the steps raise."""
    backup = newest_in(folder)
    opened = open_backup(backup, secret, house)
    return Look(backup, opened.manifest.made, compare_with(opened, target))


def compare_with(opened: Opened, folder: Path) -> Comparison:
    """Compare a backup with the desk in the folder where it would be restored.

    Raises:
        DeskInUseError: that desk is open in a program.

    """
    with opened_copy(opened.place) as reader:
        return compare(reader, opened.place, folder)


def put_in_place(opened: Opened, target: Path, now: datetime, progress: Progress, *, over: bool) -> Path | None:
    """Copy a backup to a folder, once it is proven. With ``over``, the desk that is there is kept beside.

    Returns where that desk is now.

    Raises:
        BackupNotGoodError: the backup did not stand its checks.
        FolderNotEmptyError: something lies there, and it is not to be replaced.
        DeskInUseError: the desk that is there is open in a program.
        UserFacingError: the disk is full or cannot be written to; nothing was replaced.

    """
    if not over:
        _check_free(target)
    if lies_in(target, opened.backup) or lies_in(opened.backup, target):
        raise FolderNotEmptyError
    proof = prove_opened(opened, Part(progress, 0, 70))
    if not proof.good:
        raise BackupNotGoodError(proof.findings)
    waiting = _copied(opened, target, Part(progress, 70, 100))
    try:
        kept = _set_aside(target, now) if target.exists() else None
    except BaseException:
        if target.exists():  # else what waits is to take its place
            shutil.rmtree(waiting, ignore_errors=True)
        raise
    move_folder(waiting, target)
    return kept


def _check_free(target: Path) -> None:
    try:
        if next(target.iterdir(), None) is not None:
            raise FolderNotEmptyError
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise FolderNotEmptyError from error


def _copied(opened: Opened, target: Path, progress: Progress) -> Path:
    """Copy the backup beside the target, compare what was written, and return the whole copy's folder."""
    copying, waiting = _beside(target, _COPYING), waiting_for(target)
    for left in (copying, waiting):  # a restore that was killed
        shutil.rmtree(left, ignore_errors=True)
    with _taken_away_if_they_fail(copying, waiting):
        make_private_folder(copying)
        size = max(opened.place.path.stat().st_size, 1)
        for name, digest in opened.manifest.files.items():
            read = copy_file(opened.backup / name, copying / name, lambda done: progress.report(done, size, "Copying"))
            if not read == digest == hash_file(copying / name):
                raise BackupNotGoodError((f"{name} is not the file that was backed up.",))
        copy_file(opened.backup / KEY_FILE_NAME, copying / KEY_FILE_NAME)
        move_folder(copying, waiting)
    return waiting


@contextlib.contextmanager
def _taken_away_if_they_fail(*folders: Path) -> Generator[None]:
    try:
        yield
    except BaseException:
        for each in folders:
            shutil.rmtree(each, ignore_errors=True)
        raise


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f"{target.name}{suffix}")


def _set_aside(target: Path, now: datetime) -> Path | None:
    """Give what is there another name, and return it; an empty folder just goes."""
    if next(target.iterdir(), None) is None:
        target.rmdir()
        return None
    if (target / KEY_FILE_NAME).is_file():
        DeskLock(target).release()  # another program may have it open
    while (kept := _beside(target, f"-before-restore-{now:%Y%m%dT%H%M%SZ}")).exists():
        now += timedelta(seconds=1)
    move_folder(target, kept)
    return kept


@dataclass(frozen=True, kw_only=True)
class Restore:
    """What a person chose: where the backup goes, whether over the desk there, and what opens it.

    ``new_passphrase`` is needed with recovery words, which open a desk once.
    """

    target: Path
    over: bool = False
    secret: Secret
    new_passphrase: str = field(default="", repr=False)


def restore(
    backup: Path, chosen: Restore, house: House, progress: Progress, *, cost: KdfCost | None = None
) -> Restored:
    """Restore a backup and open the desk. From here on it is a copy of its own, and its log says so.

    Raises what ``open_backup``, ``put_in_place`` and ``open_desk`` raise.
    """
    if chosen.secret.words:
        check_new_passphrase(chosen.new_passphrase)
    opened = open_backup(backup, chosen.secret, house)
    before = compare_with(opened, chosen.target)
    kept = put_in_place(opened, chosen.target, house.clock(), progress, over=chosen.over)
    if chosen.secret.words:
        new = open_with_recovery(chosen.target, chosen.secret.words, chosen.new_passphrase, house, cost=cost)
        restored = Restored(new.desk, kept, new)
    else:
        restored = Restored(open_desk(chosen.target, chosen.secret.passphrase, house), kept)
    _note(restored.desk, opened, before)
    return restored


def _note(desk: Desk, opened: Opened, before: Comparison) -> None:
    """Begin a copy of its own: lines written from here on bear another copy id (architecture.md, bone 2)."""
    desk.store.meta.set(copy_id=new_id())
    forget_folder(desk)
    replaced = before.desk.changes if before.standing is not Standing.NOTHING_THERE else 0
    heads = opened.manifest.heads
    desk.record_event(
        RESTORED,
        backup=opened.backup.name,
        changes=heads.changes,
        head=heads.change_line,
        instead_of=before.standing.value,
        changes_there=replaced,
    )
