"""A register as a table that leaves the desk (architecture.md, bone 8).

Restricted and source fields, and restricted records, stay behind unless they are asked for; how many is always told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from socdesk.desk.desk import Desk
from socdesk.errors import UserFacingError
from socdesk.exchange.file_hash import file_hash
from socdesk.exchange.table import Table, Value
from socdesk.exchange.write_csv import write_csv
from socdesk.exchange.write_json import write_json
from socdesk.exchange.write_xlsx import write_xlsx
from socdesk.registers.fields import Audience, Field
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.registers.text_fields import Link
from socdesk.registers.values import Occasion, Span, StoredFile
from socdesk.storage.record_store import Query


class UnknownRegisterError(UserFacingError):
    """No register is called that."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no register called “{key}”.", advice=f"Choose one of: {', '.join(known)}.")


class UnknownKindOfFileError(UserFacingError):
    """A file name ends in nothing that an export can be."""

    def __init__(self) -> None:
        super().__init__("The file’s name must end in .csv, .xlsx or .json.", advice="Nothing was written.")


@dataclass(frozen=True)
class Exported:
    """A finished export, and what stayed behind."""

    data: bytes
    records: int
    fields_left_out: tuple[str, ...]
    records_left_out: int

    def in_words(self) -> str:
        """Say what went out and what stayed behind."""
        words = f"{_counted(self.records, 'record')} exported."
        if self.fields_left_out:
            words += f" Left out: {_counted(len(self.fields_left_out), 'restricted or source field')} of each record."
        if self.records_left_out:
            words += f" Left out: {_counted(self.records_left_out, 'restricted record')}."
        return words


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx, ".json": write_json}


def export_register(
    desk: Desk, key: str, suffix: str, *, include_restricted: bool = False, only: tuple[str, ...] | None = None
) -> Exported:
    """Return a register's live records as the bytes of a file, and note it in the chain of events.

    ``only`` narrows it to these ids, in their order.

    ``suffix`` is ``.csv``, ``.xlsx`` or ``.json``. Raises UnknownRegisterError and UnknownKindOfFileError.
    """
    if key not in desk.catalogue.keys:
        raise UnknownRegisterError(key, desk.catalogue.keys)
    if suffix not in _WRITERS:
        raise UnknownKindOfFileError
    register, words = desk.catalogue.get(key), suffix != ".json"
    export = _Export(desk, register, include_restricted=include_restricted, words=words, only=only)
    data = _WRITERS[suffix](export.table())
    desk.record_event(
        "exported",
        register=key,
        records=len(export.records),
        with_restricted=int(include_restricted),
        sha256=file_hash(data),
    )
    return Exported(data, len(export.records), export.fields_left_out, export.records_left_out)


def suffix_of(path: Path) -> str:
    """Return the ending that decides the kind of file."""
    return path.suffix.lower()


class _Export:
    def __init__(
        self,
        desk: Desk,
        register: AnyRegister,
        *,
        include_restricted: bool,
        words: bool,
        only: tuple[str, ...] | None,
    ) -> None:
        self._desk = desk
        self._register = register
        self._words = words
        self._vocabularies = desk.vocabularies()
        kept_back = () if include_restricted else register.of_audience(Audience.RESTRICTED)
        self.fields_left_out = kept_back
        self._fields: Mapping[str, Field[Any]] = {
            name: kind for name, kind in register.fields.items() if name not in kept_back
        }
        self._kept_back = frozenset[str]() if include_restricted else self._restricted()
        standing: tuple[Record, ...] = desk.read.page(register) if only is None else desk.read.block(register, only)
        self.records = tuple(r for r in standing if not {r.id, r.parent} & self._kept_back)
        self.records_left_out = len(standing) - len(self.records)
        self._references = self._linked_references()

    def _parent(self) -> AnyRegister | None:
        return self._desk.catalogue.get(self._register.parent) if self._register.parent else None

    def _linked(self) -> tuple[AnyRegister, ...]:
        links = [kind for kind in self._fields.values() if isinstance(kind, Link)]
        if not all(kind.register for kind in links):
            return tuple(self._desk.catalogue)
        keys = {kind.register for kind in links} | {self._register.parent}
        return tuple(self._desk.catalogue.get(key) for key in sorted(keys) if key)

    def _restricted(self) -> frozenset[str]:
        near = (self._register, *filter(None, [self._parent()]), *self._linked())
        return frozenset(i for register in near for i in self._desk.store.records.restricted_ids(register))

    def _linked_references(self) -> dict[str, str]:
        """Return the references of what may be linked, binned records too; a link says no more than that."""
        states = tuple(state for state in State if state is not State.DESTROYED)
        pages = (self._desk.read.page(register, Query(states=states)) for register in self._linked())
        return {r.id: r.reference for page in pages for r in page if not {r.id, r.parent} & self._kept_back}

    def table(self) -> Table:
        """Return the table: reference, what it belongs to, the fields, and when it was made and changed."""
        belongs = ("parent",) if self._register.parent else ()
        labels = [kind.label for kind in self._fields.values()]
        parent = self._parent()
        return Table(
            title=self._register.plural,
            columns=("Reference", *([parent.singular] if parent else []), *labels, "Added", "Changed"),
            keys=("reference", *belongs, *self._fields, "created_at", "changed_at"),
            rows=tuple(self._row(record) for record in self.records),
            register=self._register.key,
        )

    def _row(self, record: Record) -> tuple[Value, ...]:
        belongs = (self._references.get(record.parent, ""),) if self._register.parent else ()
        values = (self._value(kind, getattr(record, name)) for name, kind in self._fields.items())
        return (record.reference, *belongs, *values, record.created_at, record.changed_at)

    def _value(self, kind: Field[Any], value: object) -> Value:
        if isinstance(kind, Link):
            return self._references.get(str(value), "")
        if isinstance(value, StoredFile):
            return value.name
        stored = kind.to_json(value)
        if self._words and (isinstance(value, str | tuple) or isinstance(stored, list)):
            return kind.typed(value) if isinstance(value, Span | Occasion) else kind.show(value, self)
        if isinstance(stored, list):
            return tuple(cast("list[Any]", stored))
        return cast("Value", stored if isinstance(value, str) else value)

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code: this is the fields' lookup."""
        return self._vocabularies.label(vocabulary, code)

    def title(self, record_id: str) -> str:
        """Return the reference of a linked record."""
        return self._references.get(record_id, "")
