"""Makes a backup of an open desk: copied, opened and checked under another name, and only then called one."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from socdesk.desk.backups import places
from socdesk.desk.backups.keeping import remove_surplus
from socdesk.desk.backups.log import MADE, note_made
from socdesk.desk.backups.manifest import Manifest
from socdesk.desk.backups.proving import BackupNotGoodError, prove
from socdesk.desk.desk import Desk
from socdesk.errors import UserFacingError
from socdesk.files import DiskFullError as DriveFullError
from socdesk.files import copy_file as copy_whole
from socdesk.files import hash_file, make_private_folder, move_folder, sync_file
from socdesk.jobs import Part, Progress
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.storage.backup import copy_file, opened_copy
from socdesk.storage.faults import DiskFaultError, DiskFullError, FullOrFaultyDiskError
from socdesk.storage.fingerprint import fingerprint
from socdesk.storage.store import Place
from socdesk.storage.witness import Witness

__all__ = ["MADE", "Made", "back_up", "make", "note"]

_COPYING = 60
"""How much of the work is copying, in per cent."""


class BackupFailedError(UserFacingError):
    """No backup was made. What was there before is untouched."""


@dataclass(frozen=True)
class Made:
    """A new backup that has been opened and checked."""

    folder: Path
    manifest: Manifest


def back_up(desk: Desk, folder: Path, progress: Progress) -> Made:
    """Make a backup, note it in the chain of events, and remove what is no longer kept. On the desk's own thread.

    Raises what ``make`` raises.
    """
    made = make(desk, folder, progress)
    note(desk, made)
    return made


def make(desk: Desk, folder: Path, progress: Progress) -> Made:
    """Make a backup and prove it, on any thread; others go on working, and locking the desk stops it.

    Raises:
        PlaceMissingError: the folder is not there; try again when its drive is.
        BackupFailedError: the drive is full or does not answer; earlier backups are untouched.
        BackupNotGoodError: the copy did not stand its checks, and was thrown away.
        CancelledError: the person has cancelled it.
        UserFacingError: the desk was locked meanwhile, or its own file is damaged.

    """
    place = desk.store.place
    places.check(place.folder, folder)
    desk_id = desk.store.meta.get("desk_id")
    places.clear_left_overs(folder, desk_id)
    made = desk.clock().replace(microsecond=0)
    while (whole := folder / places.name_of(desk_id, made)).exists() or _part_of(whole).exists():
        made += timedelta(seconds=1)  # a program that was killed may have begun one in the same second
    with _in_words(), _parted(whole) as part:
        copying = Part(progress, 0, _COPYING)
        copy_file(desk.store, part / place.file, lambda done, total: copying.report(done, total, "Copying"))
        sync_file(part / place.file)
        copy_whole(place.folder / KEY_FILE_NAME, part / KEY_FILE_NAME)
        inside = replace(place, folder=part)
        manifest = described(desk, inside, made).sealed(place.witness_key)
        manifest.write(part)
        proof = prove(part, inside, Part(progress, _COPYING, 100))
        if not proof.good:
            raise BackupNotGoodError(proof.findings)
        move_folder(part, whole)
    return Made(whole, manifest)


def note(desk: Desk, made: Made) -> None:
    """Note a new backup in the chain of events, and remove what is no longer kept. On the desk's own thread."""
    note_made(desk, made.folder.name, made.manifest)
    remove_surplus(desk, made.folder.parent)


def _part_of(whole: Path) -> Path:
    return whole.with_name(f"{whole.name}{places.PART}")


@contextlib.contextmanager
def _parted(whole: Path) -> Generator[Path]:
    """Make a folder under a name that is no backup's, and take it away if anything fails."""
    part = _part_of(whole)
    try:
        make_private_folder(part)
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


@contextlib.contextmanager
def _in_words() -> Generator[None]:
    """Say of a full or failing drive what it means for backups."""
    try:
        yield
    except (DiskFullError, DriveFullError) as error:
        raise BackupFailedError(
            "The backup drive is full, so no backup was made.",
            advice="Nothing was lost, and earlier backups are untouched. Free some space, then back up again.",
        ) from error
    except FullOrFaultyDiskError as error:
        raise BackupFailedError(
            "The backup drive is full or did not answer, so no backup was made.",
            advice="Nothing was lost, and earlier backups are untouched. Free some space, and check that it is there.",
        ) from error
    except (DiskFaultError, OSError) as error:
        raise BackupFailedError(
            "The backup drive could not be written to, so no backup was made.",
            advice="Nothing was lost. Check that the drive is still there and that you may write to it.",
        ) from error


def described(desk: Desk, inside: Place, made: datetime) -> Manifest:
    """Write a closed copy's witness, and return what is said of the copy: all of it read from the copy itself."""
    with opened_copy(inside) as reader:
        heads, last_change, counts = reader.heads, reader.last_change, reader.counts()
    Witness(inside.folder, inside.witness_key, inside.witness_file).close(heads, fingerprint(inside.path))
    files = {name: hash_file(inside.folder / name) for name in (inside.file, inside.witness_file)}
    return Manifest(
        made=made,
        desk_id=desk.store.meta.get("desk_id"),
        demo=desk.demo,
        heads=heads,
        last_change=last_change,
        counts=counts,
        files=files,
        key_files=(hash_file(inside.folder / KEY_FILE_NAME),),
    )
