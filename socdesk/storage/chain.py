"""The two chains' lines: plain SHA-256 over canonical JSON, so that a one-file verifier can check them (bone 2)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

START = "0" * 64
"""What stands before the first line."""

_DUMP = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def body_hash(salt: str, body: str) -> str:
    """Return SHA-256(salt + body) in hexadecimal; the salt is hexadecimal text."""
    return hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


@dataclass(frozen=True)
class ChangeLine:
    """What one line of the chain of changes binds together."""

    seq: int
    deed: int
    actor: str
    copy: str
    at: str
    register: str
    record: str
    version: int
    schema: int
    body_hash: str
    previous: str

    @property
    def hash(self) -> str:
        """The line's own hash."""
        return hashlib.sha256(
            _DUMP(
                [
                    self.seq, self.deed, self.actor, self.copy, self.at, self.register, self.record, self.version,
                    self.schema, self.body_hash, self.previous,
                ]
            ).encode()
        ).hexdigest()  # fmt: skip


@dataclass(frozen=True)
class EventLine:
    """What one line of the chain of events binds together."""

    seq: int
    at: str
    actor: str
    copy: str
    kind: str
    detail: str
    previous: str

    @property
    def hash(self) -> str:
        """The line's own hash."""
        parts = [self.seq, self.at, self.actor, self.copy, self.kind, self.detail, self.previous]
        return hashlib.sha256(_DUMP(parts).encode()).hexdigest()
