"""Any register comes back in from a file that an export wrote, as one deed.

A row whose reference stands on the desk changes that record; any other row is a new one. Links and parents are found
by their references; an empty link leaves what stands, because an export leaves out links to what is restricted.
Columns that the register does not have are refused by name, so that nothing is silently lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from socdesk.desk.deeds import Deed, Done
from socdesk.desk.desk import Desk
from socdesk.desk.imports.bringing_in import NothingToBringInError
from socdesk.errors import UserFacingError
from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.read_sheets import read_sheets
from socdesk.exchange.sheet import Cell, tidy
from socdesk.registers.body import changed_fields
from socdesk.registers.fields import Field, FieldError
from socdesk.registers.other_fields import Attachment
from socdesk.registers.register import AnyRegister, Record, new_id
from socdesk.registers.text_fields import Choice, Choices, Link
from socdesk.registers.vocabulary import Vocabularies

_BESIDES = frozenset({"reference", "parent", "created_at", "changed_at", "added", "changed"})
"""Columns of an export that are no fields."""

UNKNOWN = " (unknown)"
"""What stands behind a code that no vocabulary has (``Vocabularies.label``)."""


class ForeignColumnsError(UserFacingError):
    """A file has columns that the register does not have."""

    def __init__(self, columns: Iterable[str]) -> None:
        super().__init__(
            f"This register has no field called {', '.join(columns)}.",
            advice="Nothing was saved. Use a file that this program exported.",
        )


@dataclass
class RegisterPreview:
    """What bringing a file in would write, and why rows were refused."""

    register: str
    puts: list[Record] = field(default_factory=list[Record], repr=False)
    new: int = 0
    changed: int = 0
    same: int = 0
    problems: list[str] = field(default_factory=list[str])

    def in_words(self) -> str:
        """Say what would happen."""
        refused = f", {len(self.problems):,} rows refused" if self.problems else ""
        return f"Records: {self.new:,} new, {self.changed:,} changed, {self.same:,} as they were{refused}."


def preview_register(desk: Desk, key: str, data: bytes, suffix: str) -> RegisterPreview:
    """Read a file for a register and compare it with the desk; write nothing.

    Raises:
        ForeignColumnsError: the file has columns of another register.
        FileNotReadableError: it is no file that an export could have written.

    """
    register = desk.catalogue.get(key)
    is_json = suffix == ".json" or (not suffix and data.lstrip().startswith(b"{"))
    rows = _json_rows(key, data) if is_json else _sheet_rows(desk, register, data, suffix)
    seen = RegisterPreview(key)
    reader = _RowReader(desk, register)
    for number, row in enumerate(rows, start=1):
        _take(seen, reader, number, row)
    return seen


def bring_register_in(desk: Desk, seen: RegisterPreview) -> Done:
    """Write what a preview showed, as one deed.

    Raises:
        NothingToBringInError: no row may come in.

    """
    if not seen.puts:
        raise NothingToBringInError(len(seen.problems))
    plural = desk.catalogue.get(seen.register).plural
    return desk.do(Deed(words=f"Brought in {plural}", puts=tuple(seen.puts), kind="import"))


def _take(seen: RegisterPreview, reader: _RowReader, number: int, row: Mapping[str, object]) -> None:
    try:
        before, record = reader.record(row)
    except FieldError as error:
        seen.problems.append(f"Row {number}: {error}")
        return
    if any(put.id == record.id for put in seen.puts):
        seen.problems.append(f"Row {number}: {record.reference} stands in the file twice.")
    elif problems := reader.register.problems(record):
        seen.problems.append(f"Row {number}: {'; '.join(problems.values())}")
    elif before is None:
        seen.new += 1
        seen.puts.append(record)
    elif changed_fields(reader.register, before, record):
        seen.changed += 1
        seen.puts.append(record)
    else:
        seen.same += 1


def _json_rows(key: str, data: bytes) -> list[Mapping[str, object]]:
    try:
        whole = json.loads(data)
        rows, register = list(whole["records"]), whole.get("register", key)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _not_exported("This is not a file that Socdesk exported.") from error
    if register != key or not all(isinstance(row, dict) for row in rows):
        raise _not_exported(f"This is not an export of {key}.")
    return cast("list[Mapping[str, object]]", rows)


def _not_exported(words: str) -> FileNotReadableError:
    return FileNotReadableError(words, advice="Choose another file.")


def _sheet_rows(desk: Desk, register: AnyRegister, data: bytes, suffix: str) -> list[Mapping[str, object]]:
    header, *body = read_sheets(data, suffix)[0].rows
    names = {kind.label.casefold(): name for name, kind in register.fields.items()}
    names["reference"] = "reference"
    if register.parent:
        names[desk.catalogue.get(register.parent).singular.casefold()] = "parent"
    headings = [tidy(cell) for cell in header]
    keys = [names.get(heading.casefold(), heading.casefold()) for heading in headings]
    return [dict(zip(keys, map(_text, row), strict=True)) for row in body]


def _text(cell: Cell) -> str:
    """Return a cell as text; the lines of a long text stay lines."""
    return cell if isinstance(cell, str) else tidy(cell)


def _leaves(kind: Field[Any], stored: object) -> bool:
    """Tell whether a cell leaves what stands: a file cannot come in as a name, and an empty link says nothing."""
    return isinstance(kind, Attachment) or (isinstance(kind, Link) and not stored)


def _plain_value(kind: Field[Any], stored: object) -> Any:
    """Return what a cell holds, as JSON or as typed text; raise FieldError rather than take it for nothing."""
    value = kind.from_json(stored)
    if value != kind.empty or stored in (None, "", kind.to_json(kind.empty)):
        return value
    if isinstance(stored, str):
        return kind.parse(stored)
    raise FieldError(f"{kind.label} cannot be read.")


class _RowReader:
    """Turns one row into a record, on top of what stands under its reference."""

    def __init__(self, desk: Desk, register: AnyRegister) -> None:
        self.register = register
        self._desk = desk
        self._vocabularies: Vocabularies = desk.vocabularies()

    def record(self, row: Mapping[str, object]) -> tuple[Record | None, Record]:
        """Return the record as it stands and as it shall stand; raise FieldError for what cannot be read."""
        foreign = row.keys() - self.register.fields.keys() - _BESIDES
        if foreign:
            raise ForeignColumnsError(sorted(foreign))
        before = self._standing(str(row.get("reference") or ""))
        base = before or self.register.record_type(id=new_id(), parent=self._id_of(row.get("parent")))
        fields = ((name, kind) for name, kind in self.register.fields.items() if name in row)
        values = {name: self._value(kind, row[name]) for name, kind in fields if not _leaves(kind, row[name])}
        return before, replace(base, **values)

    def _standing(self, reference: str) -> Record | None:
        found = self._desk.read.by_reference(reference) if reference else None
        return found[1] if found and found[0] is self.register else None

    def _id_of(self, reference: object) -> str:
        if not reference:
            return ""
        found = self._desk.read.by_reference(str(reference))
        if found is None:
            raise FieldError(f"there is no record {reference} on this desk.")
        return found[1].id

    def _value(self, kind: Field[Any], stored: object) -> Any:
        if isinstance(kind, Link):
            return self._id_of(stored)
        if isinstance(kind, Choice) and isinstance(stored, str):
            return self._code(kind.vocabulary, stored)
        if isinstance(kind, Choices) and isinstance(stored, str):
            return tuple(self._code(kind.vocabulary, part) for part in kind.parse(stored))
        return _plain_value(kind, stored)

    def _code(self, vocabulary: str, text: str) -> str:
        known = self._vocabularies.code_for(vocabulary, text) if text and vocabulary in self._vocabularies else None
        return known or text.removesuffix(UNKNOWN)
