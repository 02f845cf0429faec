"""What the log says of unlocking: each unlock, each lock, and the tries that failed before."""

from __future__ import annotations

import contextlib
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.clock import Clock
from socdesk.keys.errors import WrongDeviceError, WrongPassphraseError, WrongRecoveryWordsError
from socdesk.storage.failed_unlocks import FailedUnlocks

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk

FAILED, FAILED_BEFORE = "failed unlock", "failed unlocks before"
FAILED_UNREADABLE = "failed unlocks unreadable"
_MOST_ENTERED = 100


@contextlib.contextmanager
def noting_failure(folder: Path, clock: Clock, way: str) -> Generator[None]:
    """Note beside the desk that its passphrase or its recovery words were wrong; the log cannot be written to yet."""
    try:
        yield
    except (WrongPassphraseError, WrongRecoveryWordsError, WrongDeviceError):
        FailedUnlocks(folder).note(clock(), way)
        raise


def enter_failures(desk: Desk) -> None:
    """Enter the tries that failed since the last unlock into the log, as unverified, and forget the side file.

    A program that is killed meanwhile enters none of them twice. Lines that cannot be read are counted.
    """
    tries = FailedUnlocks(desk.store.place.folder)
    known = {(event.detail.get("said"), event.detail.get("way")) for event in desk.store.events.of_kinds(FAILED)}
    fresh = [each for each in tries.read() if (each.at.isoformat(), each.way) not in known]
    if unreadable := tries.unreadable():
        desk.record_event(FAILED_UNREADABLE, tries=unreadable)
    if (more := len(fresh) - _MOST_ENTERED) > 0:
        desk.record_event(FAILED_BEFORE, tries=more)
    for each in fresh[-_MOST_ENTERED:]:
        desk.record_event(FAILED, said=each.at.isoformat(), way=each.way)
    tries.clear()
