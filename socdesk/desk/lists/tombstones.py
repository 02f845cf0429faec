"""What stands on records that were voided: that they are, and why."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.registers.text_fields import Text


def tombstone(desk: Desk, record: Record) -> str:
    """Return "Void: " and the reason of the deed that voided a record; nothing for any other record."""
    if record.state is not State.VOID:
        return ""
    voided = ""
    for version in reversed(desk.read.history(record.id)):
        if version.record is not None and version.record.state is not State.VOID:
            break
        deed = desk.store.versions.deed(version.deed)
        voided = deed.why if deed and deed.why else voided
    return f"Void: {voided or 'entered in error'}"


def tombstone_column(register: AnyRegister) -> str:
    """Return the column of a list that bears the tombstone: the first that holds text."""
    listed = (name for name, kind in register.fields.items() if kind.in_list and isinstance(kind, Text))
    return next(listed, "")
