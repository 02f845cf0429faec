"""Rows out of the leaf pages of an SQLite file: the file format's own numbers, and nothing of any table."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

Value = None | int | float | str | bytes
Row = tuple[int, tuple[Value, ...]]
"""The number of a row, and its columns as they stand in it."""
PageOf = Callable[[int], bytes | None]
"""Returns the content of a page, or nothing."""

_LEAF = 0x0D
_FIRST_HEADER = 100
_SIGNED_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_MOST_BYTES = 64 * 1024 * 1024


class _UnreadableError(Exception):
    """A cell is not what a cell can be."""


def rows_of_page(number: int, page: bytes, page_of: PageOf) -> Iterator[Row | None]:
    """Yield the rows of a leaf of a table, and nothing for each that cannot be read; none for any other page."""
    header = _FIRST_HEADER if number == 1 else 0
    if page[header] != _LEAF:
        return
    count = int.from_bytes(page[header + 3 : header + 5])
    for place in range(header + 8, min(header + 8 + 2 * count, len(page) - 1), 2):
        start = int.from_bytes(page[place : place + 2])
        try:
            yield _row(page, start, page_of)
        except (_UnreadableError, IndexError, UnicodeDecodeError):
            yield None


def _row(page: bytes, start: int, page_of: PageOf) -> Row:
    size, place = _varint(page, start)
    number, place = _varint(page, place)
    if size > _MOST_BYTES:
        raise _UnreadableError
    return number, _columns(_payload(page, place, size, page_of))


def _payload(page: bytes, place: int, size: int, page_of: PageOf) -> bytes:
    """Return the whole content of a cell; what does not fit into its page stands in a chain of others."""
    usable = len(page)
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if size <= most:
        return _whole(page[place : place + size], size)
    fitting = least + (size - least) % (usable - 4)
    local = fitting if fitting <= most else least
    found = bytearray(page[place : place + local])
    following = int.from_bytes(page[place + local : place + local + 4])
    while len(found) < size:
        overflow = page_of(following) if following else None
        if overflow is None:
            raise _UnreadableError
        following = int.from_bytes(overflow[:4])
        found += overflow[4:usable][: size - len(found)]
    return bytes(found)


def _whole(content: bytes, size: int) -> bytes:
    if len(content) != size:
        raise _UnreadableError
    return content


def _columns(payload: bytes) -> tuple[Value, ...]:
    length, place = _varint(payload, 0)
    kinds: list[int] = []
    while place < length:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    found: list[Value] = []
    place = length
    for kind in kinds:
        value, place = _value(payload, place, kind)
        found.append(value)
    if place != len(payload):
        raise _UnreadableError
    return tuple(found)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in {0, _ZERO, _ONE}:
        return (None if kind == 0 else kind - _ZERO), place
    if kind in _SIGNED_BYTES:
        ends = place + _SIGNED_BYTES[kind]
        return int.from_bytes(_whole(payload[place:ends], ends - place), signed=True), ends
    if kind == _REAL:
        return float(struct.unpack(">d", _whole(payload[place : place + 8], 8))[0]), place + 8
    if kind < _FIRST_BLOB:
        raise _UnreadableError
    ends = place + (kind - _FIRST_BLOB) // 2
    content = _whole(payload[place:ends], ends - place)
    return (content.decode() if kind % 2 else content), ends


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    value = 0
    for n in range(8):
        byte = content[place + n]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004  the format's mark that more follow
            return value, place + n + 1
    return value << 8 | content[place + 8], place + 9
