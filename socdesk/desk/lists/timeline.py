"""What happened to a record and on it, newest first: what belongs to it, and each change of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, cast

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk
from socdesk.desk.lists.rows import short_words
from socdesk.desk.words import DeskWords
from socdesk.registers.body import changed_fields
from socdesk.registers.fields import Audience, Field
from socdesk.registers.register import AnyRegister, Record
from socdesk.registers.text_fields import LongText

_PLACED_AT_NOON = time(12)


@dataclass(frozen=True)
class Event:
    """One thing that happened. ``register`` and ``record`` say what it is about; ``at`` is where it stands in time."""

    heading: str
    who: str
    note: str
    register: str
    record: str
    at: datetime

    @property
    def spoken(self) -> str:
        """All of it as a screen reader says it."""
        return ". ".join(part for part in (self.heading, self.who, self.note) if part)


def is_behind_a_door(register: AnyRegister) -> bool:
    """Tell whether a register's records are about a source, and so open only when asked for (domain.md 3.5)."""
    return any(kind.audience is Audience.SOURCE for kind in register.fields.values())


def timeline(desk: Desk, register: AnyRegister, record: Record) -> tuple[Event, ...]:
    """Return the events of one record, newest first; of a source only that there is one is never said here."""
    words = DeskWords(desk)
    found = [*_own(desk, words, register, record)]
    for kind in desk.catalogue.children(register.key):
        if not is_behind_a_door(kind):
            children = cast("tuple[Record, ...]", desk.read.children(kind, record.id))
            found += [event_of_child(words, kind, child) for child in children]
    return tuple(sorted(found, key=lambda event: event.at)[::-1])  # of one deed, what was added stands over the rest


def _own(desk: Desk, words: DeskWords, register: AnyRegister, record: Record) -> Iterator[Event]:
    before: Record | None = None
    for version in desk.read.history(record.id):
        after = version.record
        if after is None:
            continue
        heading = f"{register.singular} recorded" if before is None else _changes(register, before, after)
        who = f"{words.title(version.actor)}, {_moment(version.at)}"
        deed = desk.store.versions.deed(version.deed)
        if heading:
            yield Event(heading, who, deed.why if deed else "", register.key, record.id, version.at)
        before = after


def _changes(register: AnyRegister, before: Record, after: Record) -> str:
    names = changed_fields(register, before, after)
    labels = [register.fields[name].label if name in register.fields else name.capitalize() for name in names]
    return f"Changed: {', '.join(labels)}" if labels else ""


def event_of_child(words: DeskWords, register: AnyRegister, child: Record) -> Event:
    """Return what belongs to a record as an event of it."""
    at, dated = _when(register, child)
    first, *others = register.fields.items()
    name, kind = first
    value = getattr(child, name)
    if isinstance(value, str) and value:
        heading = f"{kind.label}: {short_words(kind, value, words)}"
    else:
        heading, others = register.singular, list(register.fields.items())
    said = [each for each in (_said(words, kind, getattr(child, name), name, dated) for name, kind in others) if each]
    return Event(heading, _who(words, child, at, dated), "\n".join(said), register.key, child.id, at)


def _said(words: DeskWords, kind: Field[Any], value: Any, name: str, dated: str) -> str:
    if name == dated or value == kind.empty:
        return ""
    text = short_words(kind, value, words)
    return text if isinstance(kind, LongText) else f"{kind.label}: {text}"


def _who(words: DeskWords, child: Record, at: datetime, dated: str) -> str:
    when = _moment(at) if at.time() != _PLACED_AT_NOON or not dated else day_in_table(at.date())
    return f"{child.reference}, {when}, by {words.title(child.created_by)}"


def _when(register: AnyRegister, child: Record) -> tuple[datetime, str]:
    """Return when a child counts, and the field that says so: its first day or moment, or when it was recorded."""
    for name in register.fields:
        value = getattr(child, name)
        if isinstance(value, datetime):
            return value, name
        if isinstance(value, date):
            return datetime.combine(value, _PLACED_AT_NOON, LONDON), name
    return child.created_at or datetime.min.replace(tzinfo=LONDON), ""


def _moment(at: datetime) -> str:
    local = at.astimezone(LONDON)
    return f"{day_in_table(local.date())}, {local:%H:%M}"
