"""Files inside the desk: chunks in the same encrypted database, so that no other cipher is needed."""

from __future__ import annotations

import hashlib

from sqlalchemy import Engine, select

from socdesk.registers.register import new_id
from socdesk.registers.values import StoredFile
from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.statements import insert_into
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection

CHUNK = 256 * 1024
"""Bytes in one chunk."""


def described(name: str, data: bytes) -> StoredFile:
    """Return what a record keeps of a file."""
    return StoredFile(new_id(), name, len(data), hashlib.sha256(data).hexdigest())


class Attachments:
    """Writes files inside a deed's transaction, and reads them back."""

    def __init__(self, tables: Tables, connection: WritingConnection, engine: Engine) -> None:
        self._chunks = tables.attachments
        self._insert = insert_into(tables.attachments)
        self._connection = connection
        self._engine = engine

    def write(self, file: StoredFile, data: bytes) -> None:
        """Write a file's chunks; to be called inside a deed."""
        for number, start in enumerate(range(0, len(data), CHUNK)):
            self._connection.run(self._insert, (file.id, number, data[start : start + CHUNK]))

    def read(self, file: StoredFile) -> bytes:
        """Return a file's bytes.

        Raises:
            DamagedDeskError: they are not the bytes that were stored.

        """
        c = self._chunks.c
        statement = select(c.content).where(c.file == file.id).order_by(c.number)
        with self._engine.connect() as connection:
            data = b"".join(connection.execute(statement).scalars())
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise DamagedDeskError
        return data
