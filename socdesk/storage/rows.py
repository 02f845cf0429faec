"""From a row of the database to a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from socdesk.registers.body import record_from
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.faults import DamagedDeskError, DeskTooNewError

ROW_COLUMNS = ("id", "version", "created_by", "created_at", "changed_by", "changed_at", "schema", "body")
"""What a record is read from, in this order."""


def record_of(register: AnyRegister, row: tuple[Any, ...]) -> Record:
    """Return the record that a row of ``ROW_COLUMNS`` holds.

    Raises:
        DeskTooNewError: a newer program wrote it; what it holds and this program does not know would be lost.
        DamagedDeskError: it is no record. SQLCipher empties a page that is not the one that was written, and where that
            continues a long text, the database goes on without a word.

    """
    record_id, version, created_by, created_at, changed_by, changed_at, schema, body = row
    if schema > register.schema:
        raise DeskTooNewError
    try:
        record = cast("Record", record_from(register, schema, body))
    except ValueError:
        raise DamagedDeskError from None  # the reader's own words would show the record's text
    return replace(
        record,
        id=record_id,
        version=version,
        created_by=created_by,
        created_at=datetime.fromisoformat(created_at),
        changed_by=changed_by,
        changed_at=datetime.fromisoformat(changed_at),
    )
