"""What a backup says of itself, beside its encrypted files: when, of which desk, both heads, counts and hashes.

It holds no record text, and can be read without a key. Its seal, which needs the desk's witness key, tells whether it
was changed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.storage.witness import Heads

MANIFEST_FILE = "manifest.json"
_FORMAT = 1
_MOST_BYTES = 64 * 1024


class NoManifestError(UserFacingError):
    """A folder says nothing of being a backup, or what it says cannot be read."""

    def __init__(self) -> None:
        super().__init__(
            "There is no backup in this folder, or its manifest.json cannot be read.",
            advice="Choose a folder whose name begins with “socdesk-”, or the folder that holds such folders.",
        )


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """The manifest. ``last_change`` is the moment of the newest change, or empty.

    ``files`` holds SHA-256 by name of file; ``key_files`` those that the key file may have: two while it is renewed.
    """

    made: datetime
    desk_id: str
    demo: bool
    heads: Heads
    last_change: str
    counts: Mapping[str, int]
    files: Mapping[str, str]
    key_files: tuple[str, ...]
    mac: str = ""

    def sealed(self, key: bytes) -> Manifest:
        """Return the same manifest with a valid seal."""
        return replace(self, mac=self._mac(key))

    def is_sealed_by(self, key: bytes) -> bool:
        """Tell whether nothing was changed since it was sealed."""
        return hmac.compare_digest(self._mac(key), self.mac)

    def _mac(self, key: bytes) -> str:
        return hmac.digest(key, json.dumps(self._fields(), sort_keys=True).encode(), hashlib.sha256).hex()

    def _fields(self) -> dict[str, Any]:
        return {
            "format": _FORMAT,
            "made": self.made.isoformat(),
            "desk_id": self.desk_id,
            "demo": self.demo,
            "heads": vars(self.heads),
            "last_change": self.last_change,
            "counts": dict(self.counts),
            "files": dict(self.files),
            "key_files": list(self.key_files),
        }

    def write(self, folder: Path) -> None:
        """Write it into a backup's folder."""
        text = json.dumps({**self._fields(), "mac": self.mac}, indent=1, sort_keys=True)
        write_atomically(folder / MANIFEST_FILE, f"{text}\n".encode())


def read_manifest(folder: Path) -> Manifest:
    """Return what a backup says of itself, not yet known to be true.

    Raises:
        NoManifestError: there is none, or it is not one.

    """
    try:
        with (folder / MANIFEST_FILE).open("rb") as file:
            found: dict[str, Any] = json.loads(file.read(_MOST_BYTES))
        return _manifest(found)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NoManifestError from None  # the reader's own words would show the file's text


def _manifest(found: dict[str, Any]) -> Manifest:
    if found["format"] != _FORMAT:
        raise NoManifestError
    made = datetime.fromisoformat(found["made"])
    if made.tzinfo is None:
        raise NoManifestError
    heads = found["heads"]
    return Manifest(
        made=made,
        desk_id=str(found["desk_id"]),
        demo=bool(found["demo"]),
        heads=Heads(int(heads["changes"]), str(heads["change_line"]), int(heads["events"]), str(heads["event_line"])),
        last_change=str(found["last_change"]),
        counts={str(key): int(number) for key, number in found["counts"].items()},
        files={str(name): str(digest) for name, digest in found["files"].items()},
        key_files=tuple(str(digest) for digest in found["key_files"]),
        mac=str(found["mac"]),
    )
