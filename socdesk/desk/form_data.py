"""Any register as a form: what to ask, what stands there, what may be chosen; and back from texts to a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.desk.words import DeskWords
from socdesk.registers.fields import Audience, Field, FieldError
from socdesk.registers.register import AnyRegister, Record
from socdesk.registers.text_fields import Choice, Choices, Link
from socdesk.storage.record_store import Query


@dataclass(frozen=True)
class Option:
    """One thing that may be chosen: its code or id, and its words."""

    value: str
    words: str


@dataclass(frozen=True)
class FormField:
    """One question of a form. ``kind`` is the name of the field's kind; ``spoken`` is what a screen reader says."""

    name: str
    label: str
    hint: str
    kind: str
    required: bool
    sealed: bool
    audience: Audience
    value: object
    typed: str
    shown: str
    spoken: str
    problem: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class FormData:
    """A whole form: the record's questions, and the registers of its children."""

    register: str
    fields: tuple[FormField, ...]
    children: tuple[str, ...]


def form_data(desk: Desk, register: AnyRegister, record: Record) -> FormData:
    """Return a record as a form. Sealed fields that hold something can be read, not changed.

    The register may be one of which nothing is stored: what is asked there is saved as other records.
    """
    words = DeskWords(desk)
    problems = register.problems(record)
    fields = (
        _form_field(desk, words, (name, kind), getattr(record, name), record.version, problem=problems.get(name, ""))
        for name, kind in register.fields.items()
    )
    stored = register.key in desk.catalogue.keys
    children = desk.catalogue.children(register.key) if stored else ()
    return FormData(register.key, tuple(fields), tuple(child.key for child in children))


def _form_field(
    desk: Desk, words: DeskWords, named: tuple[str, Field[Any]], value: Any, version: int, *, problem: str
) -> FormField:
    name, kind = named
    return FormField(
        name=name,
        label=kind.label,
        hint=kind.hint,
        kind=type(kind).__name__,
        required=kind.required,
        sealed=kind.sealed and version > 0 and value != kind.empty,
        audience=kind.audience,
        value=value,
        typed=kind.typed(value),
        shown=kind.show(value, words),
        spoken=kind.spoken(value, words),
        problem=problem,
        options=options_of(desk, kind),
    )


def options_of(desk: Desk, kind: Field[Any]) -> tuple[Option, ...]:
    """Return what may be chosen today for a choice or a link; nothing for other kinds."""
    if isinstance(kind, Choice | Choices):
        codes = desk.vocabularies().choices(kind.vocabulary, london_day(desk.clock()))
        return tuple(Option(code.code, code.label) for code in codes)
    if isinstance(kind, Link) and kind.register:
        register = desk.catalogue.get(kind.register)
        records = cast("tuple[Record, ...]", desk.read.page(register, Query()))
        return tuple(Option(each.id, f"{each.reference} {register.title(each)}") for each in records)
    return ()


def filled_in(register: AnyRegister, record: Record, texts: Mapping[str, str]) -> tuple[Record, dict[str, str]]:
    """Return the record with typed texts taken in, and the problems by field.

    A text that cannot be read changes nothing.
    """
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for name, text in texts.items():
        try:
            values[name] = register.fields[name].parse(text)
        except FieldError as error:
            problems[name] = str(error)
    filled = replace(record, **values)
    return filled, {**register.problems(filled), **problems}
