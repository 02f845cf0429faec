"""Files that are taken into the desk from the computer."""

from __future__ import annotations

from pathlib import Path

from socdesk.errors import UserFacingError
from socdesk.registers.values import StoredFile
from socdesk.storage.attachments import described

MOST_BYTES = 50 * 1024 * 1024
"""The largest file that the desk takes in: it is held in memory until its deed is done."""


class FileTooLargeError(UserFacingError):
    """A file is larger than the desk takes in."""

    def __init__(self) -> None:
        super().__init__(
            f"The file is larger than {MOST_BYTES // 1024 // 1024} MB, so it was not taken in.",
            advice="Keep it where it is, and write down under “Where it is kept” where that is.",
        )


class FileNotReadError(UserFacingError):
    """A file could not be read."""

    def __init__(self) -> None:
        super().__init__("The file could not be read.", advice="Check that it is still there, and choose it again.")


def read_file(path: Path) -> tuple[StoredFile, bytes]:
    """Return a file's description and bytes, for a deed to keep.

    Raises:
        FileTooLargeError: it is larger than ``MOST_BYTES``.
        FileNotReadError: the system does not give it.

    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileTooLargeError
        data = path.read_bytes()
    except OSError as error:
        raise FileNotReadError from error
    return described(path.name, data), data
