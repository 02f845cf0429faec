"""Takes away what a killed program left half done. Call it only while nobody else has the desk open."""

from __future__ import annotations

import contextlib
import re
import shutil
from pathlib import Path

from socdesk.storage.store import number_of_store

RENEWING = ".renewing"
_OURS = re.compile(r"(?:store-(\d+)\.db(?:-wal|-shm|-journal)?|witness(?:-(\d+))?\.log)")
_HALF_WRITTEN = re.compile(r"\.(?:desk\.json|witness(?:-\d+)?\.log)\.\w+\.tmp|before-upgrade-\w+\.db\.part")


def clear_left_overs(folder: Path, db_file: str) -> None:
    """Remove what was half written; older copies than the one in force; and a newer one that never came into force.

    The folder of a renewal tells that one did not. What cannot be removed stays until the next opening.
    """
    part, current = folder / RENEWING, number_of_store(db_file)
    never_in_force = part.is_dir()
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            number = _number(path.name)
            superseded = number is not None and (number < current or (number > current and never_in_force))
            if superseded or _HALF_WRITTEN.fullmatch(path.name):
                path.unlink(missing_ok=True)
        if never_in_force:
            shutil.rmtree(part)


def _number(name: str) -> int | None:
    """Return the number of the copy that a file belongs to, or None for any other file."""
    found = _OURS.fullmatch(name)
    return int(found[1] or found[2] or 1) if found else None
