"""Finds the newest good backup of a desk that does not open: each is opened and checked, the newest first."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socdesk.clock import day_in_text, london_day, time_in_text
from socdesk.desk.backups import places
from socdesk.desk.backups.keeping import age_of
from socdesk.desk.backups.manifest import Manifest, read_manifest
from socdesk.desk.backups.restoring import Secret, open_backup, prove_opened
from socdesk.desk.opening import House
from socdesk.errors import UserFacingError
from socdesk.jobs import Progress
from socdesk.keys.json_form import base64_of
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file


@dataclass(frozen=True)
class GoodBackup:
    """A backup that was opened and checked just now."""

    folder: Path
    made: datetime

    @property
    def words(self) -> str:
        """When it was made."""
        return f"A good backup was made on {day_in_text(london_day(self.made))} at {time_in_text(self.made)}."


def newest_good(where: Path, desk: Path, passphrase: str, house: House, progress: Progress) -> GoodBackup | None:
    """Return the newest backup of a desk, in a folder of backups, that opens and stands all checks; or nothing.

    Raises:
        CancelledError: the person has cancelled it.

    """
    for backup, manifest in _newest_first(where, _desk_id(desk)):
        with contextlib.suppress(UserFacingError):
            opened = open_backup(backup, Secret(passphrase=passphrase), house)
            if prove_opened(opened, progress).good:
                return GoodBackup(backup, manifest.made)
    return None


def _desk_id(desk: Path) -> str:
    """Return the damaged desk's own name for itself, or nothing where its key file cannot be read either."""
    with contextlib.suppress(UserFacingError):
        return base64_of(read_key_file(desk / KEY_FILE_NAME).desk_id)
    return ""


def _newest_first(where: Path, desk_id: str) -> list[tuple[Path, Manifest]]:
    found: list[tuple[Path, Manifest]] = []
    for folder in places.backup_folders(where):
        with contextlib.suppress(UserFacingError):
            manifest = read_manifest(folder)
            if desk_id in {"", manifest.desk_id}:
                found.append((folder, manifest))
    return sorted(found, key=lambda each: age_of(each[1], desk_id or each[1].desk_id), reverse=True)
