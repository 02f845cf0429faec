"""The pages of a damaged file and of the log beside it, each opened on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from socdesk.storage.fingerprint import PAGE

SALT = 16
"""The first bytes of the file, which nothing encrypts."""
_LOG_HEADER, _FRAME_HEADER = 32, 24


class Opener(Protocol):
    """Opens single pages."""

    def open(self, number: int, page: bytes) -> bytes | None:
        """Return the content of a page, or nothing if it is not the page that was written."""
        ...

    def decrypted(self, number: int, page: bytes) -> bytes:
        """Return what a page holds if it is right, and noise where it is not."""
        ...


@dataclass(frozen=True)
class Pages:
    """What the file lies in. ``vouched`` is whether pages were told right from wrong by their own seals.

    ``unreadable`` holds the numbers of pages that are not what was written, where nothing newer stands in the log.
    """

    contents: dict[int, bytes]
    unreadable: tuple[int, ...]
    vouched: bool


def read_pages(path: Path, opener: Opener, step: Callable[[int, int], object]) -> Pages:
    """Read every page that can be read, the newest that was committed of each.

    Where no page's seal is right, the salt itself is damaged; then all are taken as they are, and only rows that vouch
    for themselves count.
    """
    raw, log = _bytes(path), _bytes(path.with_name(path.name + "-wal"))
    contents, unreadable = dict[int, bytes](), list[int]()
    total = -(-len(raw) // PAGE)
    for number, page in _main_pages(raw):
        step(number, total)
        content = opener.open(number, page)
        if content is None:
            unreadable.append(number)
        else:
            contents[number] = content
    contents |= _from_log(log, opener)
    if contents:
        return Pages(contents, tuple(number for number in unreadable if number not in contents), vouched=True)
    whole = {number: opener.decrypted(number, page) for number, page in _main_pages(raw) if len(page) == PAGE}
    return Pages(whole, (), vouched=False)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _main_pages(raw: bytes) -> Iterator[tuple[int, bytes]]:
    for start in range(0, len(raw), PAGE):
        yield start // PAGE + 1, raw[start : start + PAGE]


def _from_log(log: bytes, opener: Opener) -> dict[int, bytes]:
    """Return the pages of whole transactions in the log; a frame that cannot be read is passed over."""
    found, pending = dict[int, bytes](), dict[int, bytes]()
    salts = log[16:24]
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        header = log[start : start + _FRAME_HEADER]
        if header[8:16] != salts:
            break  # what follows was left by an earlier log
        number = int.from_bytes(header[:4])
        content = opener.open(number, log[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE])
        if content is not None:
            pending[number] = content
        if int.from_bytes(header[4:8]):  # the last frame of a transaction
            found |= pending
            pending = {}
    return found
