"""Finishes a restore that was killed just before its last step: both desks are whole then, and one lacks its name."""

from __future__ import annotations

import contextlib
from pathlib import Path

from socdesk.desk.desk_folder import KEY_FILE
from socdesk.errors import UserFacingError
from socdesk.files import move_folder

_WAITING = ".restored"


def waiting_for(folder: Path) -> Path:
    """Return where a whole restored desk waits for a desk's own folder to be moved out of its way."""
    whole = folder.absolute()  # a folder may be named by a dot alone
    return whole.with_name(f"{whole.name}{_WAITING}")


def settle(folder: Path) -> None:
    """Let a restored desk that waits take its place, where nothing stands there; the old one is kept already."""
    waiting = waiting_for(folder)
    if not folder.exists() and (waiting / KEY_FILE).is_file():
        with contextlib.suppress(UserFacingError):
            move_folder(waiting, folder)
