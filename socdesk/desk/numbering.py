"""References: from a counter in the deed's own transaction, never given twice (architecture.md, bone 5)."""

from __future__ import annotations

import re
from datetime import datetime

from socdesk.clock import london_day
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.deed_writer import DeedWriter, OpenDeed

_NUMBER = re.compile(r"\{n(?::[0-9]+)?\}")


def new_reference(
    writer: DeedWriter, opened: OpenDeed, register: AnyRegister, record: Record, parent: Record | None
) -> str:
    """Return the next reference of a register, for a record under a parent or under none."""
    year = _year_of(getattr(record, register.numbering.year_of, None), opened.line.at)
    above = parent.reference if parent else ""
    number = writer.next_number(opened, _counter(register, year, above))
    return register.numbering.template.format(n=number, year=year, parent=above)


def counter_of(register: AnyRegister, record: Record, parent: Record | None) -> tuple[str, re.Pattern[str]]:
    """Return the counter from which a record that is kept had its reference, and what finds the number ``n`` in it."""
    if record.created_at is None:
        raise ValueError("a record that is kept has a time")
    year = _year_of(getattr(record, register.numbering.year_of, None), record.created_at)
    above = parent.reference if parent else ""
    parts = _NUMBER.split(register.numbering.template)
    before, after = (re.escape(part.format(year=year, parent=above)) for part in parts)
    return _counter(register, year, above), re.compile(f"{before}(?P<n>[0-9]+){after}")


def _counter(register: AnyRegister, year: int, above: str) -> str:
    return f"{register.key}:{register.numbering.template.format(n=0, year=year, parent=above)}"


def _year_of(value: object, now: datetime) -> int:
    if isinstance(value, datetime):
        return london_day(value).year
    return getattr(value, "year", london_day(now).year)
