"""The witness: a side file that tells when the file on disk is older than what was committed (bone 14, store.md 3).

Each line is JSON with an HMAC. A ``commit`` line names the heads of both chains; a ``closed`` line adds the
fingerprint of the file as the program left it. The witness is not synced at each commit: a lost line of it only makes
the desk newer than its witness, which is harmless.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from socdesk.files import write_atomically
from socdesk.storage.fingerprint import Fingerprint

WITNESS_FILE = "witness.log"


@dataclass(frozen=True)
class Heads:
    """The newest lines of both chains."""

    changes: int = 0
    change_line: str = ""
    events: int = 0
    event_line: str = ""


@dataclass(frozen=True)
class Testimony:
    """What the witness file says. ``altered`` means that a line was not written by this desk's program."""

    newest: Heads | None = None
    closed: Fingerprint | None = None
    altered: bool = False
    missing: bool = False


class Witness:
    """Writes and reads the side file of one desk."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path = folder / WITNESS_FILE
        self._key = hmac.new(key, digestmod=hashlib.sha256)
        self._file: int | None = None
        self._floor = Heads()

    def _line(self, kind: str, values: dict[str, Any]) -> bytes:
        text = json.dumps([kind, values], sort_keys=True)
        mac = self._key.copy()
        mac.update(text.encode())
        return f"{mac.hexdigest()} {text}\n".encode()

    def _parsed(self, line: bytes) -> tuple[str, dict[str, Any]] | None:
        mac, _, text = line.partition(b" ")
        right = self._key.copy()
        right.update(text)
        if not hmac.compare_digest(right.hexdigest().encode(), mac):
            return None
        return cast("tuple[str, dict[str, Any]]", tuple(json.loads(text)))

    def read(self) -> Testimony:
        """Return what the file says; a last line cut short by a crash is passed over."""
        if not self._path.exists():
            return Testimony(missing=True)
        *whole, _cut = self._path.read_bytes().split(b"\n")
        parsed = [self._parsed(line) for line in whole]
        lines = [line for line in parsed if line is not None]
        newest, closed = Heads(), None
        for kind, values in lines:
            heads = Heads(**{name: values[name] for name in asdict(newest)})
            newest = max(newest, heads, key=lambda h: (h.changes, h.events))
            closed = Fingerprint(values["size"], values["tags"]) if kind == "closed" else None
        return Testimony(newest, closed, altered=len(lines) < len(whole))

    def keep(self, newest: Heads) -> None:
        """Remember the highest heads ever seen, so that closing does not forget them."""
        self._floor = newest

    def accept(self, heads: Heads) -> None:
        """Forget all higher heads: the desk is taken as it stands."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._floor = heads
        write_atomically(self._path, self._line("commit", asdict(heads)))

    def commit(self, heads: Heads) -> None:
        """Append the heads after a commit."""
        if self._file is None:
            self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(self._file, self._line("commit", asdict(heads)))

    def close(self, heads: Heads, left: Fingerprint) -> None:
        """Replace the file by two lines: the highest heads, and how the desk's file was left."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        highest = max(self._floor, heads, key=lambda h: (h.changes, h.events))
        lines = self._line("commit", asdict(highest)), self._line("closed", {**asdict(heads), **asdict(left)})
        write_atomically(self._path, b"".join(lines))
