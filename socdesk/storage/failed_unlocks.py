"""The times of tries to open a desk that failed: a side file, because a closed desk cannot be written to (store.md).

Nothing vouches for it: whoever can write to the folder can write to it. At the next unlock its lines enter the chain
of events as "unverified", and it is emptied.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socdesk.storage.side_file import SideFile, lines_of

FAILED_UNLOCKS_FILE = "failed-unlocks.log"
_MOST_BYTES = 1024 * 1024
_WAYS = frozenset({"passphrase", "recovery words", "device"})


@dataclass(frozen=True)
class FailedUnlock:
    """One try that failed: when, as the side file says, and by which way in."""

    at: datetime
    way: str


class FailedUnlocks:
    """The side file of one desk. What cannot be written or read is left out; nothing here fails."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FAILED_UNLOCKS_FILE

    def note(self, at: datetime, way: str) -> None:
        """Add a try by the ``passphrase``, the ``recovery words`` or the ``device``, and bring it to the disk."""
        with contextlib.suppress(OSError):
            if self._path.exists() and self._path.stat().st_size > _MOST_BYTES:
                return  # somebody fills the disk; what stands there says enough
        file = SideFile(self._path)
        file.append(f"{at.isoformat()} {way}\n".encode(), sync=True)
        file.close()

    def read(self) -> tuple[FailedUnlock, ...]:
        """Return the tries since the last unlock, in the order in which they were written."""
        with contextlib.suppress(OSError):
            if self._path.stat().st_size <= 2 * _MOST_BYTES:
                return tuple(_parsed(lines_of(self._path)))
        return ()

    def clear(self) -> None:
        """Forget them: they stand in the chain of events."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _parsed(lines: list[bytes]) -> Iterator[FailedUnlock]:
    """Yield what can be read. The file may hold anything, so only times and known ways are taken from it."""
    for line in lines:
        moment, _, way = line.decode("ascii", "replace").partition(" ")
        with contextlib.suppress(ValueError, OverflowError):
            at = datetime.fromisoformat(moment)
            if at.tzinfo is not None and way in _WAYS:
                yield FailedUnlock(at, way)
