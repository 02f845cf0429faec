"""Compares a backup with the desk that lies where it would be restored: which is newer, or where they parted.

Two copies of one desk that have parted are never merged: a person chooses one, and the other is kept.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from socdesk.clock import day_in_text, london_day, time_in_text
from socdesk.desk.desk_folder import holds_desk
from socdesk.errors import UserFacingError
from socdesk.keys.json_form import base64_of
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.storage.backup import CopyReader, opened_copy
from socdesk.storage.desk_lock import DeskLock
from socdesk.storage.faults import DamagedDeskError, DeskInUseError
from socdesk.storage.store import Place


class Standing(enum.Enum):
    """How the desk that is there stands to a backup."""

    NOTHING_THERE = "nothing there"
    SAME = "same"
    DESK_NEWER = "desk newer"
    BACKUP_NEWER = "backup newer"
    PARTED = "parted"
    OTHER_DESK = "other desk"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Side:
    """One of the two: how many changes it holds, and when the last was made (an ISO moment, or empty)."""

    changes: int = 0
    last_change: str = ""

    @property
    def words(self) -> str:
        """It in words."""
        if not self.last_change:
            return "no changes"
        return f"{self.changes:,} changes, the last on {_moment(self.last_change)}"


@dataclass(frozen=True)
class Comparison:
    """Both sides. ``parted_after`` is the moment of the last change that both share, where they have parted."""

    standing: Standing
    backup: Side
    desk: Side = Side()
    parted_after: str = ""

    @property
    def words(self) -> str:
        """What a person needs to know before they choose, in one sentence."""
        fewer = abs(self.backup.changes - self.desk.changes)
        counted = "1 change" if fewer == 1 else f"{fewer:,} changes"
        sentences = {
            Standing.NOTHING_THERE: "There is no desk where the backup is to go.",
            Standing.SAME: "The desk that is there and the backup hold the same changes.",
            Standing.DESK_NEWER: f"The desk that is there is newer: the backup lacks {counted}.",
            Standing.BACKUP_NEWER: f"The backup is newer: the desk that is there lacks {counted}.",
            Standing.PARTED: (
                f"The desk that is there and the backup went different ways after {_moment(self.parted_after)}. "
                "Each holds changes that the other lacks, and they cannot be put together."
            ),
            Standing.OTHER_DESK: "The desk that is there is another one, not the desk of this backup.",
            Standing.UNREADABLE: "The desk that is there cannot be read, so it cannot be compared.",
        }
        return sentences[self.standing]


def _moment(iso: str) -> str:
    if not iso:
        return "their beginning"
    moment = datetime.fromisoformat(iso)
    return f"{day_in_text(london_day(moment))} at {time_in_text(moment)}"


def compare(backup: CopyReader, inside: Place, folder: Path) -> Comparison:
    """Compare an opened backup with the desk in a folder. ``inside`` is the backup's place, whose keys both share.

    Raises:
        DeskInUseError: that desk is open in a program.

    """
    mine = Side(backup.heads.changes, backup.last_change)
    if not holds_desk(folder):
        return Comparison(Standing.NOTHING_THERE, mine)
    try:
        there = read_key_file(folder / KEY_FILE_NAME)
        if base64_of(there.desk_id) != backup.meta("desk_id"):
            return Comparison(Standing.OTHER_DESK, mine)
        return _compared(backup, replace(inside, folder=folder, file=there.db_file), mine)
    except DeskInUseError:
        raise
    except UserFacingError:
        return Comparison(Standing.UNREADABLE, mine)


def _compared(backup: CopyReader, place: Place, mine: Side) -> Comparison:
    lock = DeskLock(place.folder)
    try:
        with opened_copy(place) as desk:
            theirs = Side(desk.heads.changes, desk.last_change)
            shared = _shared(backup, desk, min(mine.changes, theirs.changes))
            if shared < min(mine.changes, theirs.changes):
                return Comparison(Standing.PARTED, mine, theirs, desk.line_at(shared)[1])
    finally:
        lock.release()
    standing = Standing.SAME if mine.changes == theirs.changes else Standing.BACKUP_NEWER
    if theirs.changes > mine.changes:
        standing = Standing.DESK_NEWER
    return Comparison(standing, mine, theirs)


def _shared(one: CopyReader, other: CopyReader, most: int) -> int:
    """Return the number of the last line of the chain of changes that both files share, up to a number."""

    def same(seq: int) -> bool:
        return one.line_at(seq)[0] == other.line_at(seq)[0]

    if same(most):
        return most
    return _last_true(same, most)


def _last_true(holds: Callable[[int], bool], most: int) -> int:
    """Return the largest number below ``most`` for which something holds that holds up to it and not after it."""
    least = 0
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if holds(middle) else (least, middle)
    if least == 0:
        raise DamagedDeskError  # two copies of one desk share at least its beginning
    return least
