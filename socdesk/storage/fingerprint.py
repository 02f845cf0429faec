"""A cheap fingerprint of the encrypted file: the authentication tags of all its pages.

SQLCipher ends each page with a fresh initialisation vector and a MAC, so a page that was put back to an older self
carries other tags, though each page alone is valid (store.md 3).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

PAGE = 4096
_TAG = 80
_PAGES_A_READ = 256


@dataclass(frozen=True)
class Fingerprint:
    """Size in bytes, and SHA-256 over the tags in order, in hexadecimal."""

    size: int
    tags: str


def fingerprint(path: Path) -> Fingerprint:
    """Return the fingerprint of a file as it stands on disk; the write-ahead log is not part of it."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while block := file.read(PAGE * _PAGES_A_READ):
            size += len(block)
            for end in range(PAGE, len(block) + 1, PAGE):
                digest.update(block[end - _TAG : end])
    return Fingerprint(size, digest.hexdigest())


def has_log(path: Path) -> bool:
    """Tell whether a write-ahead log with content lies beside the file: it was not closed properly."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
