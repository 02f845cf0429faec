"""The times of tries to open a desk that failed: a side file, because a closed desk cannot be written to (store.md).

Nothing vouches for it: whoever can write to the folder can write to it. Each line ends with a checksum, which tells a
line that a failing disk changed. At the next unlock its lines enter the chain of events as "unverified", and it is
emptied.
"""

from __future__ import annotations

import contextlib
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socdesk.storage.side_file import SideFile

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
        file.append(_line(f"{at.isoformat()} {way}"), sync=True)
        file.close()

    def read(self) -> tuple[FailedUnlock, ...]:
        """Return the tries since the last unlock, in the order in which they were written."""
        return tuple(filter(None, self._parsed()))

    def unreadable(self) -> int:
        """Return how many lines are not what was written: the disk or somebody changed them."""
        return self._parsed().count(None)

    def _parsed(self) -> list[FailedUnlock | None]:
        with contextlib.suppress(OSError):
            if self._path.stat().st_size <= 2 * _MOST_BYTES:
                lines = (line.strip(b"\0") for line in self._path.read_bytes().split(b"\n"))
                return [_parsed(line) for line in lines if line]
        return []

    def clear(self) -> None:
        """Forget them: they stand in the chain of events."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _line(words: str) -> bytes:
    """Return a line with its checksum."""
    return f"{words} {zlib.crc32(words.encode()):08x}\n".encode()


def _parsed(line: bytes) -> FailedUnlock | None:
    """Return the try that a line tells of, or nothing. The file may hold anything; only times and known ways count."""
    words = line.decode("ascii", "replace").rpartition(" ")[0]
    moment, _, way = words.partition(" ")
    with contextlib.suppress(ValueError, OverflowError):
        at = datetime.fromisoformat(moment)
        if at.tzinfo is not None and way in _WAYS and _line(words) == line + b"\n":
            return FailedUnlock(at, way)
    return None
