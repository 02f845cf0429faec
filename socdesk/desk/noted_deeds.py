"""Deeds that the log speaks of too: settings, officers, and who may read what is restricted.

Each is a change like any other and stands in the chain of changes; whoever reads the log looks for it there.
"""

from __future__ import annotations

from collections.abc import Iterator

from socdesk.registers.declared.desk_records import Grant, Officer, Setting
from socdesk.registers.register import Record

Note = tuple[str, dict[str, str | int]]

SETTING_CHANGED, OFFICER_CHANGED, GRANT_CHANGED = "setting changed", "officer changed", "grant changed"
_UNNOTED = frozenset({"start", "keys"})
"""What lays a desk out, and what the log says in words of its own."""


def notes_of(kind: str, number: int, records: tuple[Record, ...]) -> Iterator[Note]:
    """Yield what the log says of a deed that was done. It holds no value of a setting, and no name."""
    for record in () if kind in _UNNOTED else records:
        match record:
            case Setting():
                yield SETTING_CHANGED, {"setting": record.name, "deed": number}
            case Officer():
                yield OFFICER_CHANGED, {"record": record.id, "deed": number}
            case Grant():
                yield GRANT_CHANGED, {"record": record.id, "deed": number}
            case _:
                pass
