"""JSON read without trust and written in one way only, so that what is sealed is what is read."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Collection, Mapping
from typing import Final, cast

from socdesk.keys.errors import DamagedKeyFileError

Fields = Mapping[str, object]
_LARGEST_NUMBER: Final = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exact."""


def canonical(value: object) -> bytes:
    """Return the one form that is sealed: keys sorted, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def base64_of(data: bytes) -> str:
    """Return bytes as base64 text."""
    return base64.b64encode(data).decode("ascii")


def parse(data: bytes) -> Fields:
    """Return the object that the bytes hold. Raises DamagedKeyFileError, also for a field given twice."""
    try:
        value: object = json.loads(data.decode("utf-8"), object_pairs_hook=_without_twins)
    except (ValueError, RecursionError):
        # Not chained: the parser's message shows the file's text.
        raise DamagedKeyFileError("it is not JSON") from None
    return as_fields(value, "the file")


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a field is given twice")
    return fields


def as_fields(value: object, name: str) -> Fields:
    """Return a value that must be an object."""
    if not isinstance(value, dict):
        raise DamagedKeyFileError(f"{name} is not an object")
    return cast("dict[str, object]", value)


def require_fields(fields: Fields, names: Collection[str], name: str) -> None:
    """Refuse an object with a field too few or too many: what is not understood is not sealed either."""
    if set(fields) != set(names):
        raise DamagedKeyFileError(f"{name} has missing or unknown fields")


def text(fields: Fields, name: str) -> str:
    """Return a field that must be text."""
    value = fields[name]
    if not isinstance(value, str):
        raise DamagedKeyFileError(f"{name} is not text")
    return value


def flag(fields: Fields, name: str) -> bool:
    """Return a field that must be true or false."""
    value = fields[name]
    if not isinstance(value, bool):
        raise DamagedKeyFileError(f"{name} is not true or false")
    return value


def number(fields: Fields, name: str) -> int:
    """Return a field that must be a whole number; true, false and 1.0 are none."""
    value = fields[name]
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST_NUMBER:
        raise DamagedKeyFileError(f"{name} is not a whole number")
    return value


def binary(fields: Fields, name: str, length: int) -> bytes:
    """Return a field that must be the base64, in its one proper form, of so many bytes."""
    written = text(fields, name)
    try:
        data = base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        raise DamagedKeyFileError(f"{name} is not base64") from None
    if len(data) != length or base64_of(data) != written:
        raise DamagedKeyFileError(f"{name} does not have {length} bytes")
    return data
