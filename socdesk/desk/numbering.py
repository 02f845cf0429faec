"""References: from a counter in the deed's own transaction, never given twice (architecture.md, bone 5)."""

from __future__ import annotations

from datetime import datetime

from socdesk.clock import london_day
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.deed_writer import DeedWriter, OpenDeed


def new_reference(
    writer: DeedWriter, opened: OpenDeed, register: AnyRegister, record: Record, parent: Record | None
) -> str:
    """Return the next reference of a register, for a record under a parent or under none."""
    numbering = register.numbering
    year = _year_of(getattr(record, numbering.year_of, None), opened.line.at)
    above = parent.reference if parent else ""
    counter = f"{register.key}:{numbering.template.format(n=0, year=year, parent=above)}"
    return numbering.template.format(n=writer.next_number(opened, counter), year=year, parent=above)


def _year_of(value: object, now: datetime) -> int:
    if isinstance(value, datetime):
        return london_day(value).year
    return getattr(value, "year", london_day(now).year)
