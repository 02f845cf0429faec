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
from socdesk.registers.register import AnyRegister, Record
from socdesk.registers.text_fields import Link
from socdesk.registers.values import StoredFile


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
        words = f"{self.records:,} {'record' if self.records == 1 else 'records'} exported."
        if self.fields_left_out:
            words += f" Left out: {len(self.fields_left_out)} restricted or source fields of each record."
        if self.records_left_out:
            words += f" Left out: {self.records_left_out:,} restricted records."
        return words


_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx, ".json": write_json}


def export_register(desk: Desk, key: str, suffix: str, *, include_restricted: bool = False) -> Exported:
    """Return a register's live records as the bytes of a file, and note it in the chain of events.

    ``suffix`` is ``.csv``, ``.xlsx`` or ``.json``. Raises UnknownRegisterError and UnknownKindOfFileError.
    """
    if key not in desk.catalogue.keys:
        raise UnknownRegisterError(key, desk.catalogue.keys)
    if suffix not in _WRITERS:
        raise UnknownKindOfFileError
    export = _Export(desk, desk.catalogue.get(key), include_restricted=include_restricted, words=suffix != ".json")
    data = _WRITERS[suffix](export.table())
    desk.record_event("exported", register=key, records=len(export.records), sha256=file_hash(data))
    return Exported(data, len(export.records), export.fields_left_out, export.records_left_out)


def suffix_of(path: Path) -> str:
    """Return the ending that decides the kind of file."""
    return path.suffix.lower()


class _Export:
    def __init__(self, desk: Desk, register: AnyRegister, *, include_restricted: bool, words: bool) -> None:
        self._desk = desk
        self._register = register
        self._words = words
        self._vocabularies = desk.vocabularies()
        kept_back = () if include_restricted else register.of_audience(Audience.RESTRICTED)
        self.fields_left_out = kept_back
        self._fields: Mapping[str, Field[Any]] = {
            name: kind for name, kind in register.fields.items() if name not in kept_back
        }
        standing = desk.read.page(register)
        restricted = frozenset[str]() if include_restricted else self._restricted()
        self.records = tuple(r for r in standing if not {r.id, r.parent} & restricted)
        self.records_left_out = len(standing) - len(self.records)
        self._references = self._linked_references()

    def _parent(self) -> AnyRegister | None:
        return self._desk.catalogue.get(self._register.parent) if self._register.parent else None

    def _restricted(self) -> frozenset[str]:
        found = self._desk.store.records.restricted_ids(self._register)
        parent = self._parent()
        return found | self._desk.store.records.restricted_ids(parent) if parent else found

    def _linked_references(self) -> dict[str, str]:
        keys = {kind.register for kind in self._fields.values() if isinstance(kind, Link) and kind.register}
        parent = self._parent()
        linked = [self._desk.catalogue.get(key) for key in keys] + ([parent] if parent else [])
        return {record.id: record.reference for register in linked for record in self._desk.read.page(register)}

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
            return kind.show(value, self)
        if isinstance(stored, list):
            return tuple(cast("list[Any]", stored))
        return cast("Value", stored if isinstance(value, str) else value)

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code: this is the fields' lookup."""
        return self._vocabularies.label(vocabulary, code)

    def title(self, record_id: str) -> str:
        """Return the reference of a linked record."""
        return self._references.get(record_id, "")
