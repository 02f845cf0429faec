"""An open desk: read it, do deeds, undo them, look at it as at a past day, lock it."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from socdesk.clock import Clock, end_of_day
from socdesk.desk.deed_rules import DeedRules
from socdesk.desk.deeds import Deed, Done
from socdesk.desk.drafts import Drafts
from socdesk.desk.lock_reasons import LockReason
from socdesk.desk.noted_deeds import notes_of
from socdesk.desk.reading import Reading
from socdesk.desk.snapshot import Snapshot, check_day, take_snapshot
from socdesk.desk.undoing import (
    Kept,
    UndoPlan,
    plan_newest,
    plan_redo,
    plan_undo,
)
from socdesk.desk.vocabularies import vocabularies_of
from socdesk.errors import UserFacingError
from socdesk.jobs import Progress, SilentProgress
from socdesk.registers.catalogue import Catalogue
from socdesk.registers.declared.desk_records import LIST_ENTRIES, SETTINGS
from socdesk.registers.register import AnyRegister, RecordT, Register
from socdesk.registers.vocabulary import Vocabularies
from socdesk.settings import DeskSetting
from socdesk.storage.deed_writer import DeedLine
from socdesk.storage.record_store import Query
from socdesk.storage.store import Store


@dataclass(frozen=True)
class Changed:
    """What a deed changed: the ids of the records, by the key of their register."""

    ids: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Undone:
    """An undo as it was done, and what it left alone."""

    done: Done
    plan: UndoPlan

    @property
    def kept(self) -> tuple[Kept, ...]:
        """What was changed again since and so left alone."""
        return self.plan.kept


Listener = Callable[[Changed], None]


class Desk:
    """One officer's open desk. ``notices`` are the reasons not to trust its file; there should be none."""

    def __init__(
        self, store: Store, *, actor: str, clock: Clock, demo: bool = False, notices: tuple[str, ...] = ()
    ) -> None:
        self.store = store
        self.actor = actor
        self.clock = clock
        self.demo = demo
        self.notices = notices
        self.read = Reading(store, actor, clock)
        self.drafts = Drafts(store.drafts, self.read, actor, clock)
        self._rules = DeedRules(store.tables.catalogue, store.writer)
        self._listeners: list[Listener] = []

    @property
    def catalogue(self) -> Catalogue:
        """The desk's registers."""
        return self.store.tables.catalogue

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each deed; return what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def do(self, deed: Deed, progress: Progress | None = None) -> Done:
        """Do a deed: all of it, or nothing. ``progress`` is told how many of its records are written.

        Raises:
            InvalidRecordError: a record breaks a rule of its register.
            StaleRecordError: a record was changed since it was read.
            SealedError: a sealed field was to be changed.
            UserFacingError: the disk is full or the file damaged.
            CancelledError: the person cancelled it, through ``progress``.

        """
        line = DeedLine(
            kind=deed.kind, words=deed.words, why=deed.why, actor=self.actor, at=self._now(), undoes=deed.undoes
        )
        with self.store.writer.deed(line) as opened:
            records = self._rules.write(opened, deed, progress or SilentProgress())
            for file, data in deed.files if records else ():
                self.store.attachments.write(file, data)
            if deed.draft:
                self.store.drafts.remove_within(self.actor, deed.draft)
        if not records:
            return Done(0, ())
        done = Done(opened.number, records)
        self.store.testify()
        self._note(deed, done)
        self._tell(done)
        return done

    def _note(self, deed: Deed, done: Done) -> None:
        """Let the log speak of the deed too, where it should; the deed itself is saved already."""
        with contextlib.suppress(UserFacingError):
            for kind, detail in notes_of(deed.kind, done.number, done.records):
                self.record_event(kind, **detail)

    def _now(self) -> datetime:
        return self.clock().astimezone(UTC)

    def _tell(self, done: Done) -> None:
        if not self._listeners:
            return
        ids: defaultdict[str, set[str]] = defaultdict(set)
        for record in done.records:
            ids[self.catalogue.of(record).key].add(record.id)
        changed = Changed({key: frozenset(found) for key, found in ids.items()})
        for listener in tuple(self._listeners):
            listener(changed)

    def undo(self, number: int | None = None) -> Undone:
        """Undo one deed, or the newest that still stands. To undo an undo is to do the deed again.

        Raises:
            NothingToUndoError: there is none, or nothing of it still stands.
            InvalidRecordError: what it would bring back has no place any more.

        """
        return self._undo(plan_newest(self.store) if number is None else plan_undo(self.store, number))

    def redo(self) -> Undone:
        """Do again what was undone last.

        Raises:
            NothingToUndoError: nothing was undone since the last deed, or nothing of the undo still stands.

        """
        return self._undo(plan_redo(self.store))

    def _undo(self, plan: UndoPlan) -> Undone:
        deed = Deed(words=plan.words, puts=plan.puts, kind=plan.kind, undoes=plan.deed.number)
        return Undone(self.do(deed), plan)

    def record_event(self, kind: str, **detail: str | int) -> None:
        """Add a line to the chain of events; ``detail`` holds no record text."""
        self.store.events.add(kind, detail, actor=self.actor, at=self._now())
        self.store.testify()

    def snapshot(self, day: date, *, seq: int | None = None) -> Snapshot:
        """Return the desk as at a day, as known now or after a line of the chain of changes.

        Raises:
            DayOutsideError: the desk began later, or the day has not come.

        """
        check_day(self.store.versions, day, self.clock)
        head = self.store.writer.head if seq is None else self.store.versions.head_at(seq)
        return take_snapshot(self.store.versions, day, head)

    def records_at(self, register: Register[RecordT], day: date) -> tuple[RecordT, ...]:
        """Return every record of a register, in whatever state, as it stood at the end of a day."""
        check_day(self.store.versions, day, self.clock)
        seq = self.store.versions.head_before(end_of_day(day)).seq
        hidden = self.read.hidden(register)
        found = cast("tuple[RecordT, ...]", tuple(self.store.versions.as_of(register, seq)))
        return tuple(record for record in found if not {record.id, record.parent} & hidden)

    def began(self) -> datetime | None:
        """Return the moment of the desk's first change."""
        return self.store.versions.began()

    def setting(self, setting: DeskSetting) -> str:
        """Return a setting's value on this desk, or its default."""
        found = self.read.page(SETTINGS, Query(equal={"name": setting.key}))
        return found[0].value if found else setting.default

    def vocabularies(self) -> Vocabularies:
        """Return the vocabularies with the Council's own entries laid over them."""
        return vocabularies_of(self.read.page(LIST_ENTRIES))

    def title_of(self, register: AnyRegister, record_id: str) -> str:
        """Return what a record of a register is called, or nothing."""
        record = self.read.get(register, record_id)
        return register.title(record) if record else ""

    def lock(self, why: LockReason | None = None) -> None:
        """Close the desk, and say so and why in the log.

        The file is brought up to date, the witness told, the keys dropped.
        """
        if self.store.is_ours:
            with contextlib.suppress(UserFacingError):  # locking cannot fail
                self.record_event("locked", **({"reason": why.value} if why else {}))
        self.store.close()
