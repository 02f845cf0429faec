"""Opens one page of a desk's file at a time, as SQLCipher 4 wrote it, where the file as a whole cannot be opened.

Each page ends with an initialisation vector and an HMAC over what is before it and the page's number (store.md 9.5).
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED = 4096, 80
"""Bytes of a page, and how many of them at its end are not content."""
_VECTOR, _SALT, _MAC_KEY = 16, 16, 32
_MASK, _ROUNDS = 0x3A, 2


class PageCipher:
    """Opens pages under a raw key and the salt with which the file begins."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        masked = bytes(byte ^ _MASK for byte in salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", key, masked, _ROUNDS, _MAC_KEY)

    def open(self, number: int, page: bytes) -> bytes | None:
        """Return the content of a page, or nothing if it is not the page that was written."""
        return self.decrypted(number, page) if self.is_authentic(number, page) else None

    def is_authentic(self, number: int, page: bytes) -> bool:
        """Tell whether a page is the one that was written under its number."""
        start = _SALT if number == 1 else 0
        vector_ends = PAGE - RESERVED + _VECTOR
        mac = hmac.digest(self._mac_key, page[start:vector_ends] + number.to_bytes(4, "little"), hashlib.sha512)
        return len(page) == PAGE and hmac.compare_digest(mac, page[vector_ends:])

    def decrypted(self, number: int, page: bytes) -> bytes:
        """Return what a page holds if it is right, and noise where it is not; the salt of page 1 is left out."""
        start, ends = (_SALT if number == 1 else 0), PAGE - RESERVED
        reader = Cipher(algorithms.AES(self._key), modes.CBC(page[ends : ends + _VECTOR])).decryptor()
        return bytes(start) + reader.update(page[start:ends]) + reader.finalize()
