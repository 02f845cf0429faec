"""A record's body: the canonical typed JSON that versions keep (architecture.md, bone 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from socdesk.registers.register import Record, RecordT, Register, State

_DUMP = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def body_of(register: Register[RecordT], record: RecordT) -> str:
    """Return the whole record as canonical JSON; equal records have equal bodies."""
    return _DUMP(
        {
            "fields": {name: kind.to_json(getattr(record, name)) for name, kind in register.fields.items()},
            "parent": record.parent,
            "reference": record.reference,
            "restricted": record.restricted,
            "state": record.state.value,
        }
    )


def _raised(register: Register[RecordT], schema: int, stored: dict[str, object]) -> dict[str, object]:
    for step in range(schema, register.schema):
        stored = register.upcasts[step](stored)
    return stored


def _value_of(name: str, formerly: tuple[str, ...], stored: Mapping[str, object]) -> object:
    return next((stored[n] for n in (name, *formerly) if n in stored), None)


def record_from(register: Register[RecordT], schema: int, body: str) -> RecordT:
    """Return the record that a body holds, without its id, version, authors and times.

    Bodies of earlier shapes are raised step by step; a field that a body lacks is empty.
    """
    whole = cast("dict[str, object]", json.loads(body))
    stored = _raised(register, schema, cast("dict[str, object]", whole["fields"]))
    values = {
        name: kind.from_json(found) if (found := _value_of(name, kind.formerly, stored)) is not None else kind.empty
        for name, kind in register.fields.items()
    }
    return register.record_type(
        **values,
        reference=str(whole["reference"]),
        restricted=whole["restricted"] is True,
        state=State(str(whole["state"])),
        parent=str(whole["parent"]),
    )


def changed_fields(register: Register[RecordT], before: Record, after: Record) -> tuple[str, ...]:
    """Return the names of what differs: declared fields, and ``state`` and ``restricted``."""
    names = (*register.fields, "state", "restricted", "parent")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
