"""One program at a time: a lock of the operating system, which it frees by itself when a program dies."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from socdesk.storage.faults import DeskInUseError, ReadOnlyDeskError

LOCK_FILE = "desk.lock"


class DeskLock:
    """Holds a desk's folder until it is released."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK_FILE, timeout=0, mode=0o600, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise DeskInUseError from error
        except OSError as error:
            raise ReadOnlyDeskError from error

    def release(self) -> None:
        """Let others open the desk."""
        self._lock.release()
