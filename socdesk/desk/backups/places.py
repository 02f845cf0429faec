"""Where backups lie: the folder that was chosen, and in it one folder for each backup, itself a whole desk."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from socdesk.desk.backups.manifest import MANIFEST_FILE
from socdesk.desk.desk_folder import lies_in
from socdesk.desk.place_cautions import SERVICES
from socdesk.errors import UserFacingError
from socdesk.files import make_private_folder, write_atomically

MARK = "About these backups.txt"
PART = ".part"
_NAME = "socdesk-"
_STALE_SECONDS = 3600
_ABOUT = (
    "This folder holds backups of a Socdesk desk. Each folder in it is one backup, encrypted as the desk is.\n"
    "Socdesk makes, checks and removes them by itself. Do not rename or change them. Do not delete this file:\n"
    "Socdesk knows the drive by it.\n"
)


class BackupPlaceError(UserFacingError):
    """Backups cannot be kept where they should be."""


class NoPlaceError(BackupPlaceError):
    """Nobody has said yet where backups go."""

    def __init__(self) -> None:
        super().__init__(
            "Backups are not set up.", advice="Choose a folder for them, best on another drive than the desk."
        )


class PlaceMissingError(BackupPlaceError):
    """The folder is not there: most likely its drive is not plugged in."""

    def __init__(self) -> None:
        super().__init__(
            "The backup folder is not there, so no backup was made.",
            advice="If it is on a removable drive, plug it in. Socdesk tries again later.",
        )


class PlaceRefusedError(BackupPlaceError):
    """The folder cannot hold backups of this desk."""


def choose(desk_folder: Path, folder: Path) -> None:
    """Make a folder ready for the backups of a desk; it is made where its parent is there.

    Raises:
        PlaceRefusedError: it lies in the desk's own folder, or its path is not whole.
        UserFacingError: it cannot be made or written to.

    """
    if not folder.is_absolute():
        raise PlaceRefusedError("Enter the whole path of a folder.", advice="Or choose one with Browse.")
    if lies_in(desk_folder, folder):
        raise PlaceRefusedError(
            "Backups must not lie in the desk’s own folder: what takes the desk would take them too.",
            advice="Choose another folder, best on another drive.",
        )
    if not folder.is_dir():
        if not folder.parent.is_dir():
            raise PlaceRefusedError(
                "There is no such folder, and none above it.", advice="Check the path, or choose it with Browse."
            )
        make_private_folder(folder)
    write_atomically(folder / MARK, _ABOUT.encode())


def check(desk_folder: Path, folder: Path) -> None:
    """Refuse a folder that is not there just now. It is never made here: that could be on the wrong drive.

    Raises:
        PlaceMissingError: the folder, or the mark that was left in it, is not there.
        PlaceRefusedError: it lies in the desk's own folder.

    """
    if lies_in(desk_folder, folder):
        raise PlaceRefusedError(
            "The backup folder lies in the desk’s own folder.", advice="Choose another folder, best on another drive."
        )
    if not (folder / MARK).is_file():
        raise PlaceMissingError


def warnings(desk_folder: Path, folder: Path) -> tuple[str, ...]:
    """Return what speaks against a folder, in sentences; it can be used all the same."""
    found: list[str] = []
    lower = str(folder).lower()
    if any(sign in lower for sign in SERVICES):
        found.append("This folder seems to be synchronised with a service. The backups are encrypted, but leave here.")
    if _disk_of(folder) == _disk_of(desk_folder):
        found.append("This is the same disk as the desk’s. If it fails or is stolen, both are gone.")
    return tuple(found)


def _disk_of(folder: Path) -> int:
    """Return a number that is the same for folders on one disk."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    try:
        return there.stat().st_dev
    except OSError:
        return -1


def name_of(desk_id: str, made: datetime) -> str:
    """Return the name of a backup's folder; it tells the desk by eight signs, and when."""
    return f"{_prefix(desk_id)}{made:%Y%m%dT%H%M%SZ}"


def _prefix(desk_id: str) -> str:
    signs = "".join(sign for sign in desk_id if sign.isalnum())
    return f"{_NAME}{signs[:8].lower()}-"


def backup_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders of whole backups in a folder, newest first by name; or the folder itself if it is one."""
    if (folder / MANIFEST_FILE).is_file():
        return (folder,)
    try:
        found = [each for each in folder.iterdir() if _is_whole(each)]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda each: each.name[-16:], reverse=True))


def _is_whole(folder: Path) -> bool:
    return folder.name.startswith(_NAME) and folder.suffix != PART and (folder / MANIFEST_FILE).is_file()


def clear_left_overs(folder: Path, desk_id: str) -> None:
    """Take away what was left half done long ago: this desk's own, and never a whole backup."""
    for each in _left_overs(folder, desk_id):
        with contextlib.suppress(OSError):
            if time.time() - each.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(each)


def _left_overs(folder: Path, desk_id: str) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from folder.glob(f"{_prefix(desk_id)}*{PART}")


def remove(backup: Path) -> None:
    """Take a backup away, so that at every moment it is whole or gone. What cannot be removed stays."""
    going = backup.with_name(f"{backup.name}{PART}")
    with contextlib.suppress(OSError):
        backup.rename(going)
        shutil.rmtree(going)
