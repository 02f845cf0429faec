"""Recognising the same file."""

from __future__ import annotations

import hashlib


def file_hash(data: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal, kept with an import so that the same file is known again."""
    return hashlib.sha256(data).hexdigest()
