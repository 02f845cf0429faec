"""From what a person wants to what is written: the rules that stand between."""

from __future__ import annotations

from dataclasses import replace

from socdesk.desk.deeds import Deed, SealedError, StaleRecordError
from socdesk.desk.family import Family
from socdesk.desk.numbering import new_reference
from socdesk.errors import InvalidRecordError
from socdesk.jobs import Progress
from socdesk.registers.body import changed_fields
from socdesk.registers.catalogue import Catalogue
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.deed_writer import DeedWriter, OpenDeed

_PUTS_BACK = frozenset({"undo", "redo"})
"""Deeds that put earlier values back: into sealed fields too, and also where a rule has changed since."""

_STATE = frozenset({"state", "restricted"})
"""What changes even on records that are never edited."""

_AT_ONCE = 20
"""How many records are written between two reports of progress."""


class DeedRules:
    """Writes deeds, and refuses what the registers forbid."""

    def __init__(self, catalogue: Catalogue, writer: DeedWriter) -> None:
        self._catalogue = catalogue
        self._writer = writer
        self._family = Family(catalogue, writer)

    def write(self, opened: OpenDeed, deed: Deed, progress: Progress) -> tuple[Record, ...]:
        """Write a deed's records and return those that changed, as they now stand."""
        written: dict[str, Record] = {}
        named = {record.id for record in deed.puts}
        for done, record in enumerate(deed.puts):
            if done % _AT_ONCE == 0:
                progress.report(done, len(deed.puts))
            self._put(opened, record, written, named)
        return tuple(written.values())

    def _put(self, opened: OpenDeed, record: Record, written: dict[str, Record], named: set[str]) -> None:
        register = self._catalogue.of(record)
        before = self._writer.current(register, record.id)
        if record.version != (before.version if before else 0):
            raise StaleRecordError(record.reference)
        changed = changed_fields(register, before, record) if before else ()
        if before and not changed:
            return
        if opened.line.kind not in _PUTS_BACK:
            _check(register, record, before, changed)
        parent = self._family.check(register, record, before, written)
        after = self._stamped(opened, register, record, before, parent)
        self._write(opened, register, after, before, written)
        for kind, was, child in self._family.followers(register, after, before):
            if child.id not in named:
                self._write(opened, kind, _next(opened, child), was, written)

    def _write(
        self,
        opened: OpenDeed,
        register: AnyRegister,
        record: Record,
        before: Record | None,
        written: dict[str, Record],
    ) -> None:
        self._writer.write(opened, register, record, before)
        written[record.id] = record

    def _stamped(
        self, opened: OpenDeed, register: AnyRegister, record: Record, before: Record | None, parent: Record | None
    ) -> Record:
        line = opened.line
        if before:
            kept, by, at = before.reference, before.created_by, before.created_at
        else:
            kept, by, at = self._first_reference(opened, register, record, parent), line.actor, line.at
        return replace(
            record,
            reference=kept,
            created_by=by,
            created_at=at,
            version=record.version + 1,
            changed_by=line.actor,
            changed_at=line.at,
        )

    def _first_reference(self, opened: OpenDeed, register: AnyRegister, record: Record, parent: Record | None) -> str:
        """Only what lays the desk out brings its own references; all others would collide with a counter's."""
        if record.reference and opened.line.kind == "start":
            return record.reference
        return new_reference(self._writer, opened, register, record, parent)


def _next(opened: OpenDeed, record: Record) -> Record:
    line = opened.line
    return replace(record, version=record.version + 1, changed_by=line.actor, changed_at=line.at)


def _check(register: AnyRegister, record: Record, before: Record | None, changed: tuple[str, ...]) -> None:
    if not record.id:
        raise InvalidRecordError({"id": f"{register.singular} has no id"})
    if record.parent and not register.parent:
        raise InvalidRecordError({"parent": f"{register.singular} belongs to no other record"})
    if before:
        _check_seals(register, before, changed)
    if record.state is State.LIVE:
        register.check(record)


def _check_seals(register: AnyRegister, before: Record, changed: tuple[str, ...]) -> None:
    if register.append_only and not _STATE.issuperset(changed):
        raise SealedError(register.singular)
    for name in changed:
        kind = register.fields.get(name)
        if kind is not None and kind.sealed and getattr(before, name) != kind.empty:
            raise SealedError(kind.label)
