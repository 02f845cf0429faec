"""One record as the panel beside a list shows it: what it is called, its facts in words, and what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from socdesk.desk.desk import Desk
from socdesk.desk.lists.rows import Cell, Notes, no_notes
from socdesk.desk.lists.timeline import Event, timeline
from socdesk.desk.lists.tombstones import tombstone
from socdesk.desk.words import DeskWords
from socdesk.registers.fields import Audience, Field
from socdesk.registers.register import AnyRegister, Record
from socdesk.registers.text_fields import Choice


@dataclass(frozen=True)
class Fact:
    """One answer: the field, its label, and the value in words; ``vocabulary`` and ``code`` say how it may look."""

    name: str
    label: str
    words: str
    vocabulary: str = ""
    code: str = ""


@dataclass(frozen=True)
class Progressed:
    """How far a record has come: so many of so many, in words."""

    done: int
    total: int
    words: str


Progresses = Callable[[Desk, Any], Progressed | None]
"""Says how far a record has come, where that can be said."""


def no_progress(desk: Desk, record: Record) -> Progressed | None:
    """Say nothing."""
    del desk, record
    return None


@dataclass(frozen=True)
class Detail:
    """``record`` as it stands; ``masked`` where its restricted answers and its events are left out."""

    record: Record
    title: str
    masked: bool
    facts: tuple[Fact, ...]
    notes: tuple[Cell, ...]
    events: tuple[Event, ...]
    progress: Progressed | None = None

    def fact(self, name: str) -> Fact | None:
        """Return one answer, or nothing where there is none."""
        return next((fact for fact in self.facts if fact.name == name), None)


def detail_of(
    desk: Desk,
    register: AnyRegister,
    record_id: str,
    *,
    shown: frozenset[str] = frozenset(),
    notes: Notes = no_notes,
    progress: Progresses = no_progress,
) -> Detail | None:
    """Return one record in words, or nothing if it is gone; masked if it is restricted and not among ``shown``."""
    record: Record | None = desk.read.get(register, record_id)
    if record is None:
        return None
    masked = record.restricted and record_id not in shown
    title = f"Restricted {register.singular.lower()}" if masked else register.title(record)
    noted = tuple(cell for cell in notes(desk, (record,)).values() if cell.below)
    if not masked and (words := tombstone(desk, record)):
        noted = (Cell("", below=words, pressing=True), *noted)
    events = () if masked else timeline(desk, register, record)
    facts = facts_of(desk, register, record, masked=masked)
    return Detail(record, title, masked, facts, noted, events, None if masked else progress(desk, record))


def facts_of(desk: Desk, register: AnyRegister, record: Record, *, masked: bool) -> tuple[Fact, ...]:
    """Return the answers of a record in words, without those that are kept close where it is masked."""
    words = DeskWords(desk)
    most = Audience.RESTRICTED if masked else Audience.SOURCE
    return tuple(
        _fact(name, kind, getattr(record, name), words)
        for name, kind in register.fields.items()
        if kind.audience < most and getattr(record, name) != kind.empty
    )


def _fact(name: str, kind: Field[Any], value: Any, words: DeskWords) -> Fact:
    vocabulary, code = (kind.vocabulary, str(value)) if isinstance(kind, Choice) else ("", "")
    return Fact(name, kind.label, kind.show(value, words), vocabulary, code)
