"""Files are written whole or not at all, and for their owner's eyes only.

A reader, also one after a power cut, finds either the old bytes or the new ones (architecture.md, rule 7).
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from socdesk.errors import UserFacingError

Pause = Callable[[float], None]
"""Waits for a number of seconds."""

_BLOCK = 1024 * 1024
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ATTEMPTS = 21
_SECONDS_BETWEEN_ATTEMPTS = 0.1
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
_CANNOT_SYNC_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}


class NotWrittenError(UserFacingError):
    """A file or folder could not be written; what was there before is still there."""


class DiskFullError(NotWrittenError):
    """The disk, or the person's share of it, is full."""


class ReadOnlyPlaceError(NotWrittenError):
    """The folder, the file or the whole disk may only be read."""


class NotConfirmedError(UserFacingError):
    """The file is written, but the system did not confirm that it would survive a power cut."""


def write_atomically(path: Path, data: bytes, *, pause: Pause = time.sleep) -> None:
    """Replace the file at ``path`` by ``data``, or leave it exactly as it was.

    Only the owner can read the file (0600 before the first byte is written; on Windows the folder decides).
    Raises DiskFullError, ReadOnlyPlaceError or NotWrittenError when nothing was changed, and
    NotConfirmedError when the file was replaced but its folder could not be brought to disk.
    """
    try:
        temporary = _write_beside(path, data)
        try:
            _replace(temporary, path, pause)
        except BaseException:
            _remove(temporary)
            raise
    except OSError as error:
        raise _in_words(error, path) from error
    _sync_folder(path.parent)


def copy_file(source: Path, target: Path, step: Callable[[int], object] = bool) -> str:
    """Copy a file to a new one, bring it to disk, and return the SHA-256 of what was read, in hexadecimal.

    ``step`` is told how many bytes are copied; what it raises ends the copy. Only the owner can read the new file.
    Raises DiskFullError, ReadOnlyPlaceError or NotWrittenError; what is left of the new file is then taken away.
    """
    import hashlib  # noqa: PLC0415  the first paint needs none of it

    digest, done = hashlib.sha256(), 0
    try:
        with source.open("rb") as read, _new_private(target) as written:
            while block := read.read(_BLOCK):
                written.write(block)
                digest.update(block)
                step(done := done + len(block))
            written.flush()
            os.fsync(written.fileno())
    except BaseException as error:
        if not isinstance(error, FileExistsError):
            _remove(target)
        if isinstance(error, OSError):
            raise _in_words(error, target) from error
        raise
    return digest.hexdigest()


def hash_file(path: Path, step: Callable[[int], object] = bool) -> str:
    """Return the SHA-256 of a file, in hexadecimal; ``step`` is told how many bytes are read."""
    import hashlib  # noqa: PLC0415  the first paint needs none of it

    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            step(done := done + len(block))
    return digest.hexdigest()


def sync_file(path: Path) -> None:
    """Bring a file that another writer made to disk. Raises the same errors as copy_file."""
    try:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise _in_words(error, path) from error


def move_folder(folder: Path, target: Path, *, pause: Pause = time.sleep) -> None:
    """Give a folder another name on the same disk. There must be nothing of that name.

    Raises the same errors as write_atomically.
    """
    try:
        if target.exists():
            raise FileExistsError(errno.EEXIST, "there is something of that name")
        _sync_folder(folder)
        _replace(folder, target, pause)
    except OSError as error:
        raise _in_words(error, target) from error
    _sync_folder(target.parent)


def move_file(path: Path, target: Path, *, pause: Pause = time.sleep) -> None:
    """Give a whole file another name on the same disk, in the place of any that has it. Raises as write_atomically."""
    try:
        _replace(path, target, pause)
    except OSError as error:
        raise _in_words(error, target) from error
    _sync_folder(target.parent)


def make_private_folder(path: Path) -> None:
    """Make a folder, and any above it that are missing; only its owner can look into it (0700).

    A folder that is already there is kept and made private. Raises the same errors as write_atomically.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
    except OSError as error:
        raise _in_words(error, path) from error
    _sync_folder(path.parent)


def _new_private(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, _NEW, 0o600), "wb")


def _write_beside(path: Path, data: bytes) -> Path:
    """Return a finished temporary file in the same folder, so that a rename within one disk remains."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _remove(Path(name))
        raise
    return Path(name)


def _replace(temporary: Path, path: Path, pause: Pause) -> None:
    """Rename; for about two seconds wait for a virus scanner that holds the file (Windows)."""
    for _ in range(_ATTEMPTS - 1):
        try:
            temporary.replace(path)
        except PermissionError:
            pause(_SECONDS_BETWEEN_ATTEMPTS)
        else:
            return
    temporary.replace(path)


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Bring the folder's list of names to disk; Windows has no such call and does not need it."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _CANNOT_SYNC_FOLDERS:
            return
        full = error.errno in _FULL
        raise NotConfirmedError(
            f"The file was saved, but the disk {'is full and ' * full}did not confirm it.",
            advice="Nothing was lost. Free some space, then try again."
            if full
            else "Check the disk for faults, and make a backup elsewhere.",
        ) from error


def _in_words(error: OSError, path: Path) -> NotWrittenError:
    if error.errno in _FULL:
        return DiskFullError(
            f"The disk is full, so {path.name} could not be saved. Nothing was changed.",
            advice="Free some space, then try again.",
        )
    if error.errno in _FORBIDDEN:
        return ReadOnlyPlaceError(
            f"{path.name} could not be saved, because its folder may only be read. Nothing was changed.",
            advice="Choose a folder that you may write to, or ask ICT for access.",
        )
    return NotWrittenError(
        f"{path.name} could not be saved. Nothing was changed.",
        advice="Check that the folder and its disk are still there, then try again.",
    )
