"""The witness: a side file that tells when the file on disk is older than what was committed (bone 14, store.md 3).

Each line is JSON with an HMAC. A ``commit`` line names the heads of both chains; a ``closed`` line adds the
fingerprint of the file as the program left it; a ``drafts`` line counts what was typed and kept, which no chain holds.
A line that is lost or cannot be written only makes the desk newer than
its witness, which is harmless.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from socdesk.files import write_atomically
from socdesk.storage.fingerprint import Fingerprint
from socdesk.storage.side_file import SideFile, lines_of

WITNESS_FILE = "witness.log"
_DUMP = json.JSONEncoder(sort_keys=True).encode


@dataclass(frozen=True)
class Heads:
    """The newest lines of both chains."""

    changes: int = 0
    change_line: str = ""
    events: int = 0
    event_line: str = ""


@dataclass(frozen=True)
class Testimony:
    """What the witness file says. ``altered`` means that a line was not written by this desk's program.

    ``drafts`` is how often drafts were written by then, 0 where the file does not say.
    """

    newest: Heads | None = None
    closed: Fingerprint | None = None
    altered: bool = False
    missing: bool = False
    drafts: int = 0


class Witness:
    """Writes and reads the side file of one desk."""

    def __init__(self, folder: Path, key: bytes, name: str = WITNESS_FILE) -> None:
        self._path = folder / name
        self._key = hmac.new(key, digestmod=hashlib.sha256)
        self._file = SideFile(self._path)

    def _line(self, kind: str, values: dict[str, Any]) -> bytes:
        text = _DUMP([kind, values])
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
        whole = lines_of(self._path)
        parsed = [self._parsed(line) for line in whole]
        lines = [line for line in parsed if line is not None]
        newest, closed, drafts = Heads(), None, 0
        for kind, values in lines:
            if kind == "drafts":
                drafts = max(drafts, values["written"])
                continue
            heads = Heads(**{name: values[name] for name in vars(newest)})
            newest = max(newest, heads, key=lambda h: (h.changes, h.events))
            closed = Fingerprint(values["size"], values["tags"]) if kind == "closed" else None
        return Testimony(newest, closed, altered=len(lines) < len(whole), drafts=drafts)

    def accept(self, heads: Heads) -> None:
        """Forget all other lines: from here on the desk is taken as it stands."""
        self._replace(self._line("commit", vars(heads)))

    def opened(self, heads: Heads) -> None:
        """Say, before anything is written to a closed desk, that it is closed no longer. Brought to the disk at once.

        Otherwise a crash while opening would look like a file that was changed while it was closed.
        """
        self._file.append(self._line("commit", vars(heads)), sync=True)

    def commit(self, heads: Heads) -> None:
        """Append the heads after a commit."""
        self._file.append(self._line("commit", vars(heads)))

    def drafts(self, written: int) -> None:
        """Append how often drafts were written."""
        self._file.append(self._line("drafts", {"written": written}))

    def close(self, heads: Heads, left: Fingerprint) -> None:
        """Replace the file by one line: the heads, and how the desk's file was left."""
        self._replace(self._line("closed", {**vars(heads), **vars(left)}))

    def let_go(self) -> None:
        """Close the file without a word."""
        self._file.close()

    def _replace(self, line: bytes) -> None:
        self._file.close()
        write_atomically(self._path, line)
