"""Checkpoint lines: an HMAC under the audit key over the head of the chain of changes (architecture.md, bone 2)."""

from __future__ import annotations

import hmac
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from socdesk.storage.deed_writer import Head
from socdesk.storage.engine import connect, told
from socdesk.storage.statements import built, insert_into
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection

_SEALED = "SELECT p.seq, c.line, p.mac FROM checkpoints p LEFT JOIN changes c ON c.seq = p.seq"


class Checkpoints:
    """Seals the head of the chain of changes whenever a desk is locked."""

    def __init__(self, tables: Tables, connection: WritingConnection, key: bytes) -> None:
        self._connection = connection
        self._key = key
        self._insert = insert_into(tables.checkpoints)
        self._newest: int = connection.rows(built(select(func.max(tables.checkpoints.c.seq))))[0][0] or 0

    def seal(self, head: Head) -> None:
        """Add a line for a head, in a transaction of its own, unless it has one."""
        if head.seq > self._newest:
            with self._connection.transaction():
                self._connection.run(self._insert, (head.seq, head.effective, self.mac(head.seq, head.line)))
            self._newest = head.seq

    def mac(self, seq: int, line: str) -> str:
        """Return what seals one line of the chain, in hexadecimal."""
        return seal_of(self._key, seq, line)

    def forget(self) -> None:
        """Drop the key."""
        self._key = b""


def seal_anew(path: Path, key: bytes, *, old: bytes, new: bytes) -> bool:
    """Seal the lines of a closed file under a new audit key; False if one was not sealed under the old one."""
    file: Any = connect(path, key, writing=True)
    try:
        with told():
            rows: list[tuple[int, str | None, str]] = file.execute(_SEALED).fetchall()
            if any(line is None or seal_of(old, seq, line) != mac for seq, line, mac in rows):
                return False
            fresh = [(seal_of(new, seq, line or ""), seq) for seq, line, _mac in rows]
            file.execute("BEGIN IMMEDIATE")
            file.executemany("UPDATE checkpoints SET mac = ? WHERE seq = ?", fresh)
            file.execute("COMMIT")
    finally:
        file.close()
    return True


def seal_of(key: bytes, seq: int, line: str) -> str:
    """Return what seals one line of the chain of changes under an audit key, in hexadecimal."""
    return hmac.digest(key, f"{seq} {line}".encode(), "sha256").hex()
