"""A deed: changes over any registers, one transaction, one undo step (architecture.md, bone 1)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from socdesk.clock import london_day
from socdesk.errors import InvalidRecordError, UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.catalogue import Catalogue
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.registers.values import StoredFile
from socdesk.storage.deed_writer import DeedWriter, OpenDeed


class StaleRecordError(UserFacingError):
    """A record was changed after it was read."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference or 'This record'} was changed meanwhile.",
            advice="Nothing was saved. Open it again, and make your change to the newest version.",
        )


class SealedError(UserFacingError):
    """A sealed field or record was to be changed."""

    def __init__(self, words: str) -> None:
        super().__init__(f"{words} is sealed and cannot be changed.", advice="Add a correction instead.")


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What a person does: each record as it shall stand afterwards. ``words`` hold no record text.

    A record of version 0 is new; any other must be of the version that stands. ``files`` are the bytes of attachments
    that the records name, by their id.
    """

    words: str
    puts: tuple[Record, ...]
    why: str = ""
    kind: str = "edit"
    undoes: int | None = None
    files: tuple[tuple[StoredFile, bytes], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Done:
    """A deed as it was done: its number, and the records as they now stand."""

    number: int
    records: tuple[Record, ...]


_FREE_OF_SEALS = frozenset({"undo", "start"})
"""Deeds that put earlier values back, or that lay the desk out, may write sealed fields."""


class DeedRules:
    """Turns what a person wants into what is written, and refuses what the registers forbid."""

    def __init__(self, catalogue: Catalogue, writer: DeedWriter) -> None:
        self._catalogue = catalogue
        self._writer = writer

    def put(self, opened: OpenDeed, record: Record, references: dict[str, str]) -> Record | None:
        """Write one record and return it as it stands; nothing where it already stands so.

        ``references`` holds the references of the records this deed has written, by id.
        """
        register = self._catalogue.of(record)
        before = self._writer.current(register, record.id)
        self._check_version(record, before)
        if before is not None and not changed_fields(register, before, record):
            return None
        if opened.line.kind not in _FREE_OF_SEALS:
            _check_seals(register, record, before)
        if record.state is State.LIVE:
            register.check(record)
        after = self._stamped(opened, register, record, before, references)
        self._writer.write(opened, register, after, before)
        references[after.id] = after.reference
        return after

    def _check_version(self, record: Record, before: Record | None) -> None:
        if record.version != (before.version if before else 0):
            raise StaleRecordError(record.reference)

    def _stamped(
        self,
        opened: OpenDeed,
        register: AnyRegister,
        record: Record,
        before: Record | None,
        references: dict[str, str],
    ) -> Record:
        actor, at = opened.line.actor, opened.line.at
        if before is None:
            reference = record.reference or self._new_reference(opened, register, record, references)
            record = replace(record, reference=reference, created_by=actor, created_at=at)
        else:
            record = replace(
                record, reference=before.reference, created_by=before.created_by, created_at=before.created_at
            )
        return replace(record, version=record.version + 1, changed_by=actor, changed_at=at)

    def _new_reference(
        self, opened: OpenDeed, register: AnyRegister, record: Record, references: dict[str, str]
    ) -> str:
        numbering = register.numbering
        year = _year_of(getattr(record, numbering.year_of, None), opened.line.at)
        parent = references.get(record.parent) or self._reference_of(register.parent, record.parent)
        counter = f"{register.key}:{numbering.template.format(n=0, year=year, parent=parent)}"
        return numbering.template.format(n=self._writer.next_number(opened, counter), year=year, parent=parent)

    def _reference_of(self, key: str, record_id: str) -> str:
        if not key:
            return ""
        parent = self._writer.current(self._catalogue.get(key), record_id)
        if parent is None:
            raise InvalidRecordError({"parent": "What this belongs to does not exist"})
        return parent.reference


def _year_of(value: object, now: datetime) -> int:
    if isinstance(value, datetime):
        return london_day(value).year
    return getattr(value, "year", london_day(now).year)


def _check_seals(register: AnyRegister, record: Record, before: Record | None) -> None:
    if before is None:
        return
    changed = changed_fields(register, before, record)
    if register.append_only and set(changed) - {"state", "restricted"}:
        raise SealedError(register.singular)
    for name in changed:
        kind = register.fields.get(name)
        if kind is not None and kind.sealed and getattr(before, name) != kind.empty:
            raise SealedError(kind.label)
