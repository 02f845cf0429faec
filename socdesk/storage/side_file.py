"""A file of lines beside the desk's own, cheap to add to after every commit.

Room is made ahead, in blocks of zeros: a line that lengthened the file would make the next commit wait longer for the
disk. The file is not brought to the disk at each line, so that a power cut may lose some.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

_ROOM = 64 * 1024
_MODE = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)


class SideFile:
    """Adds lines to one file. A line that cannot be written is left out; nothing here fails."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._end = 0
        self._size = 0

    def append(self, line: bytes, *, sync: bool = False) -> None:
        """Add one line, which ends with a line feed; with ``sync``, bring it to the disk."""
        with contextlib.suppress(OSError):
            file = self._opened()
            if self._end + len(line) > self._size:
                self._make_room(file)
            if os.write(file, line) == len(line):
                self._end += len(line)
            else:
                os.lseek(file, self._end, os.SEEK_SET)  # the disk is full; the next line goes where this one began
            if sync:
                os.fsync(file)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _opened(self) -> int:
        if self._file is None:
            self._file = os.open(self._path, _MODE, 0o600)
            content = self._path.read_bytes()
            self._end, self._size = content.rfind(b"\n") + 1, len(content)
            self._make_room(self._file)
        return self._file

    def _make_room(self, file: int) -> None:
        """Fill what follows the last whole line with zeros, and so take away a line that a crash cut short."""
        os.lseek(file, self._end, os.SEEK_SET)
        room = max(self._size - self._end, _ROOM)
        self._size = self._end + os.write(file, bytes(room))
        os.lseek(file, self._end, os.SEEK_SET)


def lines_of(path: Path) -> list[bytes]:
    """Return the whole lines of a file, without those that a power cut left half on the disk."""
    *whole, _rest = path.read_bytes().split(b"\n")
    return [line for line in whole if not _is_torn(line)]


def _is_torn(line: bytes) -> bool:
    """Tell whether a part of a line never came to the disk: whole blocks of it, so never one byte in its midst."""
    return b"\0\0" in line or line != line.strip(b"\0")
