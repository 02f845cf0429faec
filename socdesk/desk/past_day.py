"""A register as it stood at the end of a past day, in words: rows for a list, and one record with what belonged to it.

What is restricted now or was then is masked until it is shown on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten
from typing import Any, cast

from socdesk.clock import day_in_text, london_day
from socdesk.desk.desk import Desk
from socdesk.desk.lists.details import Detail, facts_of
from socdesk.desk.lists.rows import ListRow, rows_of_records
from socdesk.desk.lists.timeline import Event, event_of_child, is_behind_a_door
from socdesk.desk.words import DeskWords
from socdesk.errors import UserFacingError
from socdesk.registers.day_entry import day_entered
from socdesk.registers.fields import FieldError
from socdesk.registers.register import AnyRegister, Record, State

_LONGEST = 1500
"""Longest answer, in characters, that a panel shows whole; the history has all of it."""


@dataclass(frozen=True)
class PastRegister:
    """The live records of one register as at a day, in order, and which of them are masked until shown."""

    register: AnyRegister
    day: date
    records: tuple[Record, ...]
    close: frozenset[str]

    def record(self, record_id: str) -> Record | None:
        """Return one of them, or nothing."""
        return next((each for each in self.records if each.id == record_id), None)

    def matching(self, text: str) -> tuple[str, ...]:
        """Return the ids of those whose words hold all that was typed; of masked ones, whose reference does."""
        parts = text.casefold().split()
        return tuple(each.id for each in self.records if all(part in self._sought(each) for part in parts))

    def _sought(self, record: Record) -> str:
        if record.id in self.close:
            return record.reference.casefold()
        return f"{self.register.search_text(record)}\n{self.register.title(record)}".casefold()


def past_day_entered(desk: Desk, text: str) -> date:
    """Return the day that a person typed.

    Raises:
        UserFacingError: it is no day, or one at which the desk holds nothing.

    """
    try:
        day = day_entered(text, london_day(desk.clock()))
    except FieldError as error:
        raise UserFacingError(f"{error}.", advice="Type a day such as 27/3/2026.") from error
    if day is None:
        raise UserFacingError("No day was typed.", advice="Type a day such as 27/3/2026.")
    check_past_day(desk, day)
    return day


def check_past_day(desk: Desk, day: date) -> None:
    """Refuse a day at which the desk holds nothing, in words.

    Raises:
        DayOutsideError: it began later, or the day has not come.

    """
    desk.snapshot(day)


def as_at_words(day: date) -> str:
    """Return what stands over everything that is shown as at a past day."""
    return f"As at {day_in_text(day)}. Nothing here can be changed."


def past_register(desk: Desk, register: AnyRegister, day: date) -> PastRegister:
    """Return a register as at the end of a day.

    Raises:
        DayOutsideError: the desk began later, or the day has not come.

    """
    everything = cast("tuple[Record, ...]", desk.records_at(register, day))
    records = tuple(each for each in everything if each.state is State.LIVE)
    records = _in_order(records, register.order or ("reference",))
    return PastRegister(register, day, records, frozenset(_close(desk, register, records)))


def _in_order(records: Iterable[Record], order: tuple[str, ...]) -> tuple[Record, ...]:
    """Order by the last name first: a sort keeps what stands in order already."""
    found = list(records)
    for name in reversed(order):
        field = name.removeprefix("-")
        found.sort(key=lambda each: _sortable(getattr(each, field)), reverse=name.startswith("-"))
    return tuple(found)


def _sortable(value: Any) -> tuple[bool, str]:
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return value is None, text


def _close(desk: Desk, register: AnyRegister, records: tuple[Record, ...]) -> set[str]:
    if is_behind_a_door(register):
        return {each.id for each in records}
    now = cast("tuple[Record, ...]", desk.read.block(register, [each.id for each in records]))
    found = {each.id for each in (*records, *now) if each.restricted}
    if register.parent:
        parents = desk.catalogue.get(register.parent)
        held = cast("tuple[Record, ...]", desk.read.block(parents, {each.parent for each in records}))
        above = {each.id for each in held if each.restricted}
        found |= {each.id for each in records if each.parent in above}
    return found


def past_rows(desk: Desk, past: PastRegister, ids: tuple[str, ...], shown: frozenset[str]) -> tuple[ListRow, ...]:
    """Return some of the records as the rows of a list."""
    by_id = {each.id: each for each in past.records}
    records = tuple(by_id[each] for each in ids if each in by_id)
    return rows_of_records(desk, past.register, records, masked=past.close - shown)


def past_detail(desk: Desk, past: PastRegister, record_id: str, shown: frozenset[str]) -> Detail | None:
    """Return one record in words as at the day, with what belonged to it."""
    record = past.record(record_id)
    if record is None:
        return None
    masked = record_id in past.close - shown
    title = f"Restricted {past.register.singular.lower()}" if masked else past.register.title(record)
    facts = tuple(
        replace(fact, words=shorten(fact.words, _LONGEST, placeholder=" …")) if len(fact.words) > _LONGEST else fact
        for fact in facts_of(desk, past.register, record, masked=masked)
    )
    events = () if masked else _events(desk, past, record)
    return Detail(record, title, masked, facts, (), events)


def _events(desk: Desk, past: PastRegister, record: Record) -> tuple[Event, ...]:
    words = DeskWords(desk)
    found: list[Event] = []
    for kind in desk.catalogue.children(past.register.key):
        if not is_behind_a_door(kind):
            children = cast("tuple[Record, ...]", desk.records_at(kind, past.day))
            mine = (each for each in children if each.parent == record.id and each.state is State.LIVE)
            found += [event_of_child(words, kind, child) for child in mine]
    return tuple(sorted(found, key=lambda event: event.at)[::-1])


def registers_to_look_at(desk: Desk) -> tuple[AnyRegister, ...]:
    """Return the registers that can be looked at as at a day, those that stand for themselves first."""
    found = [each for each in desk.catalogue if any(kind.in_list for kind in each.fields.values())]
    return (*(each for each in found if not each.parent), *(each for each in found if each.parent))
