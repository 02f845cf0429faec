"""The root key, and the keys derived from it: one for each use, none usable in another's place."""

from __future__ import annotations

import hmac
import secrets
from typing import Final, NoReturn

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32


class RootKey:
    """The 32 random bytes that everything on a desk hangs on; never shown and never stored bare."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a root key has 32 bytes")
        self._key = bytes(key)

    @classmethod
    def random(cls) -> RootKey:
        """Return a new root key from the system's generator."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def expose(self) -> bytes:
        """Return the bytes themselves: for wrapping and deriving only."""
        return self._key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RootKey) and hmac.compare_digest(self._key, other.expose())

    __hash__ = None  # pyright: ignore[reportAssignmentType]  # a key in a set would be compared in unequal time

    def __repr__(self) -> str:
        return "RootKey(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a root key is never pickled or copied")


def expand(secret: bytes, use: str, *, salt: bytes | None = None) -> bytes:
    """Return 32 bytes for one use: HKDF-SHA256 with the info ``socdesk/v1/<use>`` (store.md 6)."""
    info = f"socdesk/v1/{use}".encode()
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=salt, info=info).derive(secret)


def desk_key(root: RootKey) -> bytes:
    """Return the 32-byte raw key of the encrypted database."""
    return expand(root.expose(), "db-key")


def header_key(root: RootKey) -> bytes:
    """Return the key under which the key file is sealed."""
    return expand(root.expose(), "header-mac")


def witness_key(root: RootKey) -> bytes:
    """Return the key of the witness beside the database (architecture.md, bone 14)."""
    return expand(root.expose(), "witness")


def audit_key(root: RootKey) -> bytes:
    """Return the key of the checkpoint lines in the chains (architecture.md, bone 2)."""
    return expand(root.expose(), "audit-chain")
