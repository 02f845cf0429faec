"""What one officer may read (architecture.md, bone 11): by program, not by cipher.

A restricted record is read by whoever made it and by officers with a grant in force; to others neither it nor its
children exist, in lists, counts and searches alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from socdesk.clock import Clock, london_day
from socdesk.registers.catalogue import Catalogue
from socdesk.registers.declared.desk_records import GRANTS, Grant
from socdesk.registers.fields import Scalar
from socdesk.registers.register import AnyRegister, Record, RecordT, Register
from socdesk.storage.record_store import Query
from socdesk.storage.search_index import Hit
from socdesk.storage.store import Store
from socdesk.storage.version_store import Version

_ALL = Query()


class Reading:
    """Reads a desk as one officer may."""

    def __init__(self, store: Store, actor: str, clock: Clock) -> None:
        self._store = store
        self._actor = actor
        self._clock = clock

    @property
    def catalogue(self) -> Catalogue:
        """The desk's registers."""
        return self._store.tables.catalogue

    def hidden(self, register: AnyRegister) -> frozenset[str]:
        """Return the ids of what the officer may not see: of a register, and of the one it belongs to."""
        restricted = self._store.records.restricted_ids(register, besides=self._actor)
        if register.parent:
            parent = self.catalogue.get(register.parent)
            restricted |= self._store.records.restricted_ids(parent, besides=self._actor)
        return restricted - self._granted() if restricted else restricted

    def _granted(self) -> frozenset[str]:
        today = london_day(self._clock())
        grants = self._store.records.page(GRANTS, Query(equal={"officer": self._actor}))
        return frozenset(grant.record for grant in cast("tuple[Grant, ...]", grants) if grant.in_force.covers(today))

    def _within(self, register: AnyRegister, query: Query) -> Query:
        return replace(query, without=query.without | self.hidden(register))

    def page(self, register: Register[RecordT], query: Query = _ALL) -> tuple[RecordT, ...]:
        """Return the records that a query asks for, as far as the officer may see them."""
        return cast("tuple[RecordT, ...]", self._store.records.page(register, self._within(register, query)))

    def ids(self, register: AnyRegister, query: Query = _ALL) -> tuple[str, ...]:
        """Return their ids alone, in order."""
        return self._store.records.ids(register, self._within(register, query))

    def block(self, register: Register[RecordT], ids: Iterable[str]) -> tuple[RecordT, ...]:
        """Return the records with these ids, in their order."""
        hidden = self.hidden(register)
        found = self._store.records.block(register, (i for i in ids if i not in hidden))
        return cast("tuple[RecordT, ...]", tuple(record for record in found if record.parent not in hidden))

    def counts(self, register: AnyRegister, name: str, query: Query = _ALL) -> Mapping[Scalar, int]:
        """Return how many of them have each value of a field."""
        return self._store.records.counts(register, name, self._within(register, query))

    def count(self, register: AnyRegister, query: Query = _ALL) -> int:
        """Return how many there are."""
        return self._store.records.count(register, self._within(register, query))

    def get(self, register: Register[RecordT], record_id: str) -> RecordT | None:
        """Return one record, or nothing."""
        return next(iter(self.block(register, (record_id,))), None)

    def children(self, register: Register[RecordT], parent_id: str) -> tuple[RecordT, ...]:
        """Return the live children of one record."""
        return self.page(register, Query(parents=(parent_id,)))

    def by_reference(self, reference: str) -> tuple[AnyRegister, Record] | None:
        """Return the record with a reference, or nothing."""
        found = self._store.records.by_reference(reference)
        if found is None or {found[1].id, found[1].parent} & self.hidden(found[0]):
            return None
        return found

    def search(self, text: str, *, registers: tuple[str, ...] = (), limit: int = 200) -> tuple[Hit, ...]:
        """Return what a text finds, best first, as far as the officer may see it; in some registers, or in all."""
        hits = self._store.search.find(text, registers=registers, limit=limit)
        hidden = {key: self.hidden(self.catalogue.get(key)) for key in {hit.register for hit in hits}}
        return tuple(hit for hit in hits if not {hit.record, hit.parent} & hidden[hit.register])

    def history(self, record_id: str) -> tuple[Version, ...]:
        """Return all versions of one record, oldest first; none of a record the officer may not see."""
        found = self._store.records.find(record_id)
        if found is None or {found[1].id, found[1].parent} & self.hidden(found[0]):
            return ()
        return self._store.versions.history(record_id)
