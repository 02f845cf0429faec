"""The history of one record as a page shows it, and how the record goes back to one of its versions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, cast

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.histories import (
    NoSuchRecordError,
    VersionWords,
    has_restricted_parent,
    lines_of,
    versions_in_words,
)
from socdesk.desk.lists.timeline import is_behind_a_door
from socdesk.desk.undoing import standing_deeds
from socdesk.errors import UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.register import AnyRegister, Record, State


class NothingToRestoreError(UserFacingError):
    """A record is as that version has it already, or that version's text was destroyed."""


@dataclass(frozen=True)
class History:
    """All versions of one record, newest first; none where it is ``masked``. ``standing`` deeds can be undone."""

    register: AnyRegister
    record: Record
    title: str
    masked: bool
    versions: tuple[VersionWords, ...]
    standing: frozenset[int]

    @property
    def text(self) -> str:
        """All of it as plain text, newest first."""
        lines = (line for each in self.versions for line in lines_of(iter((each,))))
        return "\n".join((f"History of {self.record.reference}: {self.title}", "", *lines))


@dataclass(frozen=True)
class Restoring:
    """A deed that takes a record back to a version; ``left`` are the sealed answers that stay as they are."""

    deed: Deed
    left: tuple[str, ...]


def record_history(desk: Desk, register: AnyRegister, record_id: str, *, shown: bool) -> History:
    """Return the history of a record; masked if it is restricted, or about a source, and not ``shown``.

    Raises:
        NoSuchRecordError: it is not there, or the officer may not see it.

    """
    record = _found(desk, register, record_id)
    kept_close = record.restricted or is_behind_a_door(register) or has_restricted_parent(desk, register, record)
    if kept_close and not shown:
        masked_title = f"Restricted {register.singular.lower()}"
        return History(register, record, masked_title, masked=True, versions=(), standing=frozenset())
    versions = tuple(versions_in_words(desk, register, desk.read.history(record_id)))[::-1]
    standing = standing_deeds(desk.store) & {version.deed for version in versions}
    return History(register, record, register.title(record), masked=False, versions=versions, standing=standing)


def note_the_view(desk: Desk, register: AnyRegister, record_id: str) -> None:
    """Note that a restricted history is looked at."""
    kind = "viewed a source" if is_behind_a_door(register) else "viewed a restricted record"
    desk.record_event(kind, record=record_id)


def _found(desk: Desk, register: AnyRegister, record_id: str) -> Record:
    record = cast("Record | None", desk.read.get(register, record_id))
    if record is None:
        raise NoSuchRecordError("like that")
    return record


def restoring(desk: Desk, register: AnyRegister, record_id: str, number: int) -> Restoring:
    """Return the deed that gives a record the values of one of its versions. Sealed answers stay.

    Raises:
        NoSuchRecordError: the record is not there.
        NothingToRestoreError: the version's text was destroyed, or nothing of it can be brought back.

    """
    record = _found(desk, register, record_id)
    version = next((each.record for each in desk.read.history(record_id) if each.number == number), None)
    if version is None:
        raise NothingToRestoreError(
            f"The text of version {number} is not there any more.", advice="Nothing was changed. Choose another one."
        )
    differ = [name for name in changed_fields(register, record, version) if name in register.fields]
    left = [name for name in differ if _is_sealed(register, record, name)]
    values: dict[str, Any] = {name: getattr(version, name) for name in differ if name not in left}
    state = version.state if version.state is State.LIVE else record.state
    restored = replace(record, **values, restricted=version.restricted, state=state)
    if restored == record:
        raise NothingToRestoreError(
            f"{record.reference} holds all that version {number} held, as far as it can be changed.",
            advice="Nothing was changed.",
        )
    deed = Deed(words=f"Restored {record.reference} to version {number}", puts=(restored,))
    return Restoring(deed, tuple(register.fields[name].label for name in left))


def revert(desk: Desk, reference: str, number: int) -> Restoring:
    """Give the record with a reference the values of one of its versions, as a deed; return what was done.

    Raises what ``restoring`` raises.
    """
    found = desk.read.by_reference(reference)
    if found is None:
        raise NoSuchRecordError(reference)
    register, record = found
    planned = restoring(desk, register, record.id, number)
    desk.do(planned.deed)
    return planned


def _is_sealed(register: AnyRegister, record: Record, name: str) -> bool:
    kind = register.fields[name]
    return register.append_only or (kind.sealed and getattr(record, name) != kind.empty)
