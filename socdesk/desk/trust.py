"""Whether the file on disk is the one that was left: asked at each opening, and by verify (bone 14)."""

from __future__ import annotations

import json
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from socdesk.storage.fingerprint import Fingerprint, fingerprint, has_log
from socdesk.storage.store import Store
from socdesk.storage.verify import check_rows, check_search
from socdesk.storage.witness import Heads, Testimony

_TROUBLE = "trouble"


@dataclass(frozen=True)
class FileState:
    """How the file lay on disk before it was opened."""

    left: Fingerprint
    had_log: bool


def look_at(path: Path) -> FileState:
    """Return how a desk's file lies on disk."""
    return FileState(fingerprint(path), has_log(path))


class EarlyLook:
    """Looks at the file while the passphrase is being stretched."""

    def __init__(self, path: Path) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._state: Future[FileState] = self._pool.submit(look_at, path)
        self._pool.shutdown(wait=False)

    def result(self) -> FileState:
        """Return what was seen."""
        return self._state.result()


def troubles(store: Store, state: FileState) -> tuple[str, ...]:
    """Return, in sentences, why the file is not to be trusted; and remember it until a person acknowledges it."""
    testimony = store.witness.read()
    found = [*_from_witness(store, testimony), *_from_file(store, state, testimony)]
    _keep_highest(store, testimony)
    known: list[str] = json.loads(store.meta.get(_TROUBLE, "[]"))
    fresh = [words for words in found if words not in known]
    if fresh:
        store.meta.set(**{_TROUBLE: json.dumps([*known, *fresh])})
    return (*known, *fresh)


def acknowledge(store: Store) -> None:
    """Take the desk as it stands from now on."""
    store.meta.set(**{_TROUBLE: "[]"})
    store.witness.accept(store.heads)


def _keep_highest(store: Store, testimony: Testimony) -> None:
    newest = testimony.newest or Heads()
    store.witness.keep(max(newest, store.heads, key=lambda heads: (heads.changes, heads.events)))


def _from_witness(store: Store, testimony: Testimony) -> list[str]:
    if testimony.missing:
        return (
            ["The witness file, which tells whether this desk is complete, is missing."] if store.heads.changes else []
        )
    found = ["The witness file was changed by another program."] if testimony.altered else []
    newest = testimony.newest or Heads()
    lost = newest.changes - store.heads.changes
    if lost > 0:
        found.append(f"The newest {_counted(lost, 'change')} that were saved are missing from this desk’s file.")
    elif newest.changes and store.versions.head_at(newest.changes).line != newest.change_line:
        found.append("This desk’s file holds another history than the one that was saved here.")
    if newest.events > store.heads.events:
        found.append(f"The newest {_counted(newest.events - store.heads.events, 'event')} are missing from the log.")
    return found


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _from_file(store: Store, state: FileState, testimony: Testimony) -> list[str]:
    closed = testimony.closed
    if closed is not None and not state.had_log:
        if state.left == closed:
            return []
        return ["This desk’s file was changed while it was closed.", *_from_rows(store)]
    return _from_rows(store) if store.heads.changes else []


def _from_rows(store: Store) -> list[str]:
    return [*check_rows(store), *check_search(store)]
