"""Whether the file on disk is the one that was left: asked at each opening, and by verify (bone 14)."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from socdesk.storage.faults import DiskFaultError, MissingDeskFileError
from socdesk.storage.fingerprint import Fingerprint, fingerprint, has_log
from socdesk.storage.store import Place, Store
from socdesk.storage.verify import check_rows, check_search
from socdesk.storage.witness import Heads, Testimony, Witness

_TROUBLE = "trouble"
_ANOTHER_HISTORY = "This desk’s file holds another history than the one that was saved here."


@dataclass(frozen=True)
class FileState:
    """How the file lay on disk before it was opened."""

    left: Fingerprint
    had_log: bool


@dataclass(frozen=True)
class Seen:
    """How the file lay on disk before it was opened, and what the witness said of it."""

    state: FileState
    testimony: Testimony

    @property
    def is_as_left(self) -> bool:
        """Whether the file was closed properly and is byte for byte what was left."""
        return not self.state.had_log and self.state.left == self.testimony.closed


def look_at(path: Path) -> FileState:
    """Return how a desk's file lies on disk.

    Raises:
        MissingDeskFileError: there is no file.
        DiskFaultError: it cannot be read.

    """
    try:
        return FileState(fingerprint(path), has_log(path))
    except FileNotFoundError as error:
        raise MissingDeskFileError from error
    except OSError as error:
        raise DiskFaultError from error


def ask_witness(place: Place, state: FileState) -> Seen:
    """Return what the witness says, before anything is written; and tell it that the desk is being opened."""
    witness = Witness(place.folder, place.witness_key, place.witness_file)
    seen = Seen(state, witness.read())
    if seen.is_as_left:
        witness.opened(seen.testimony.newest or Heads())
        witness.let_go()
    return seen


class EarlyLook:
    """Looks at the file while the passphrase is being stretched; ``also`` is done in the same spare time."""

    def __init__(self, path: Path, also: Callable[[], object] = bool) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._state: Future[FileState] = self._pool.submit(look_at, path)
        self._pool.submit(also)
        self._pool.shutdown(wait=False)

    def result(self) -> FileState:
        """Return what was seen."""
        return self._state.result()


def troubles(store: Store, seen: Seen) -> tuple[str, ...]:
    """Return, in sentences, why the file is not to be trusted; and remember it until a person acknowledges it.

    What is remembered stands inside the desk, so that the witness can go on from here.
    """
    found = [*_from_witness(store, seen.testimony), *_from_file(store, seen)]
    known: list[str] = json.loads(store.meta.get(_TROUBLE, "[]"))
    fresh = [words for words in dict.fromkeys(found) if words not in known]
    if fresh:
        store.meta.set(**{_TROUBLE: json.dumps([*known, *fresh])})
    if found:
        store.witness.accept(store.heads)
    return (*known, *fresh)


def acknowledge(store: Store) -> None:
    """Take the desk as it stands from now on."""
    store.meta.set(**{_TROUBLE: "[]"})


def _from_witness(store: Store, testimony: Testimony) -> list[str]:
    if testimony.missing:
        return ["The witness file, which tells whether this desk is complete, is missing."]
    found = ["The witness file was changed by another program."] if testimony.altered else []
    if testimony.drafts > store.drafts.written:
        found.append("This desk’s file lacks what was typed last and not yet saved.")
    newest, heads = testimony.newest or Heads(), store.heads
    if newest.changes > heads.changes:
        lost = _counted(newest.changes - heads.changes, "change")
        found.append(f"This desk’s file lacks what was saved last: {lost}.")
    elif newest.changes and store.versions.head_at(newest.changes).line != newest.change_line:
        found.append(_ANOTHER_HISTORY)
    if newest.events > heads.events:
        lost = _counted(newest.events - heads.events, "event")
        found.append(f"This desk’s log lacks what was noted last: {lost}.")
    elif newest.events and store.events.line_at(newest.events) != newest.event_line:
        found.append(_ANOTHER_HISTORY)
    return found


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _from_file(store: Store, seen: Seen) -> list[str]:
    if seen.is_as_left:
        return []
    closed = seen.testimony.closed is not None
    return ["This desk’s file was changed while it was closed."] * closed + [*check_rows(store), *check_search(store)]
