"""Records and those that belong to them: they go into the bin and come back together (architecture.md, bone 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from socdesk.errors import InvalidRecordError
from socdesk.registers.catalogue import Catalogue
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.deed_writer import DeedWriter


class Family:
    """Looks at parents and children inside the transaction of a deed."""

    def __init__(self, catalogue: Catalogue, writer: DeedWriter) -> None:
        self._catalogue = catalogue
        self._writer = writer

    def check(
        self, register: AnyRegister, record: Record, before: Record | None, written: Mapping[str, Record]
    ) -> Record | None:
        """Return the parent of a record that appears under it now; nothing for any other record.

        ``written`` holds the records that this deed has written, by id.

        Raises:
            InvalidRecordError: the parent does not exist or is not there any more, or it has its only child already.

        """
        if not register.parent or not _appears(record, before):
            return None
        parent = written.get(record.parent) or self._writer.current(self._catalogue.get(register.parent), record.parent)
        if parent is None:
            raise InvalidRecordError({"parent": f"{register.singular}: what this belongs to does not exist"})
        if record.state is State.LIVE:
            if parent.state is not State.LIVE:
                raise InvalidRecordError({"parent": f"{parent.reference} was taken away: bring it back first"})
            self._check_single(register, record)
        return parent

    def _check_single(self, register: AnyRegister, record: Record) -> None:
        if register.single and any(
            other.id != record.id for other in self._writer.children(register, record.parent, State.LIVE)
        ):
            raise InvalidRecordError({"parent": f"There is a {register.singular.lower()} already"})

    def followers(
        self, register: AnyRegister, record: Record, before: Record | None
    ) -> Iterator[tuple[AnyRegister, Record, Record]]:
        """Yield the children that go or come back with a record: their register, before and after.

        Those come back that went in the same deed as the record itself.
        """
        if before is None or State.LIVE not in (before.state, record.state) or before.state is record.state:
            return
        for kind in self._catalogue.children(register.key):
            if record.state is State.LIVE:
                found = self._writer.gone_with(kind, before)
            else:
                found = self._writer.children(kind, record.id, State.LIVE)
            for child in found:
                yield kind, child, replace(child, state=record.state)


def _appears(record: Record, before: Record | None) -> bool:
    """Tell whether a record is new under its parent: made, moved, or live again."""
    if before is None or before.parent != record.parent:
        return True
    return record.state is State.LIVE and before.state is not State.LIVE
