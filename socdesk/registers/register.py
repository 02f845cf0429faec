"""A register: a named kind of record, and everything that follows from its class."""

from __future__ import annotations

import enum
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from socdesk.errors import InvalidRecordError
from socdesk.registers.fields import Audience, Field


class State(enum.StrEnum):
    """Where a record stands (architecture.md, bone 5)."""

    LIVE = "live"
    BINNED = "binned"
    VOID = "void"
    MERGED = "merged"
    DESTROYED = "destroyed"


@dataclass(frozen=True, kw_only=True)
class Record:
    """The part that all records share. Records never change; edits make new ones.

    ``version`` is 0 for a record that was never saved. ``parent`` is the id of the record a child belongs to.
    """

    id: str = ""
    reference: str = ""
    version: int = 0
    state: State = State.LIVE
    restricted: bool = False
    parent: str = ""
    created_by: str = ""
    created_at: datetime | None = None
    changed_by: str = ""
    changed_at: datetime | None = None


RecordT = TypeVar("RecordT", bound=Record)
Rule = Callable[[RecordT], Mapping[str, str]]
Upcast = Callable[[dict[str, object]], dict[str, object]]


@dataclass(frozen=True, kw_only=True)
class Numbering:
    """How references are made: ``{n}`` counts, ``{year}`` is the year of ``year_of``, ``{parent}`` its reference."""

    template: str
    year_of: str = ""
    audience: Audience = Audience.INTERNAL


@dataclass(frozen=True, kw_only=True)
class Register(Generic[RecordT]):
    """One register and how people call it.

    ``parent`` names the register whose records own these. ``append_only`` records are never edited, only added,
    binned or voided. ``dated`` records are facts that count by their own dates, so that a snapshot takes them as
    known at its head (architecture.md, bone 4). ``single`` allows one live child for each parent. ``divided_by`` names
    the field by whose values a list is divided into views, which are counted at each look. What stands in
    ``corrected_with_reason`` is put right with a reason alone; ``when_void`` is what a voided record says.
    ``schema`` counts the shapes the record class has had; ``upcasts[n]`` takes a body from shape n to n + 1.
    """

    key: str
    singular: str
    plural: str
    record_type: type[RecordT]
    numbering: Numbering
    title: Callable[[RecordT], str]
    parent: str = ""
    append_only: bool = False
    single: bool = False
    dated: bool = False
    order: tuple[str, ...] = ("reference",)
    divided_by: str = ""
    rules: tuple[Rule[RecordT], ...] = ()
    corrected_with_reason: tuple[str, ...] = ()
    when_void: tuple[tuple[str, str], ...] = ()
    schema: int = 1
    upcasts: Mapping[int, Upcast] = field(default_factory=dict[int, Upcast])

    @cached_property
    def fields(self) -> dict[str, Field[Any]]:
        """The declared fields, by attribute name, in the order they were declared."""
        hints = get_type_hints(self.record_type, include_extras=True)
        return {
            attribute.name: get_args(hints[attribute.name])[1]
            for attribute in fields(self.record_type)
            if get_origin(hints[attribute.name]) is Annotated
        }

    def of_audience(self, least: Audience) -> tuple[str, ...]:
        """Return the names of the fields that are at least so closely kept."""
        return tuple(name for name, kind in self.fields.items() if kind.audience >= least)

    def problems(self, record: RecordT) -> dict[str, str]:
        """Return what is wrong with a record, by field name."""
        found = {name: kind.problem(getattr(record, name)) for name, kind in self.fields.items()}
        found = {name: words for name, words in found.items() if words}
        for rule in self.rules:
            found |= {name: words for name, words in rule(record).items() if name not in found}
        return found

    def check(self, record: RecordT) -> None:
        """Raise InvalidRecordError if the record breaks a rule."""
        if problems := self.problems(record):
            raise InvalidRecordError(problems)

    def search_text(self, record: RecordT) -> str:
        """Return the words by which a record is found: its reference and its searchable fields."""
        parts = [
            record.reference,
            *(getattr(record, n) for n, kind in self.fields.items() if kind.searchable),
        ]
        return "\n".join(str(part) for part in parts if part)

    def search_short(self, record: RecordT) -> str:
        """Return the short searchable texts alone, for finding parts of words (store.md 2)."""
        short = [n for n, kind in self.fields.items() if kind.searchable and getattr(kind, "most", 0) <= SHORT_TEXT]
        return "\n".join(str(part) for part in (record.reference, *(getattr(record, n) for n in short)) if part)

    @cached_property
    def is_searchable(self) -> bool:
        """Whether any field can be searched."""
        return any(kind.searchable for kind in self.fields.values())


AnyRegister = Register[Any]

SHORT_TEXT = 300
"""Longest text, in characters, that the index of word parts takes."""


def new_id() -> str:
    """Return an identifier that no other record has: 128 random bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)
