"""The history of one record in words: old, new, who, when and why."""

from __future__ import annotations

from collections.abc import Iterator

from socdesk.clock import LONDON, day_in_text
from socdesk.desk.desk import Desk
from socdesk.desk.words import DeskWords
from socdesk.errors import UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.version_store import Version

_LABELS = {"state": "State", "restricted": "Restricted", "parent": "Belongs to"}


class NoSuchRecordError(UserFacingError):
    """No record has that reference, or the officer may not see it."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"There is no record {reference} on this desk.", advice="Check the reference.")


def history_of(desk: Desk, reference: str) -> Iterator[str]:
    """Yield one line for each version, and one for each field that it changed; note the view of a restricted record.

    Raises:
        NoSuchRecordError: no record has that reference.

    """
    found = desk.read.by_reference(reference)
    if found is None:
        raise NoSuchRecordError(reference)
    register, record = found
    if record.restricted or _has_restricted_parent(desk, register, record):
        desk.record_event("viewed a restricted record", record=record.id)
    return _lines(desk, register, desk.read.history(record.id))


def _has_restricted_parent(desk: Desk, register: AnyRegister, record: Record) -> bool:
    parent = desk.read.get(desk.catalogue.get(register.parent), record.parent) if register.parent else None
    return parent is not None and parent.restricted


def _lines(desk: Desk, register: AnyRegister, versions: tuple[Version, ...]) -> Iterator[str]:
    words = DeskWords(desk)
    before: Record | None = None
    for version in versions:
        deed = desk.store.versions.deed(version.deed)
        local = version.at.astimezone(LONDON)
        why = f" Because: {deed.why}" if deed and deed.why else ""
        said = deed.words if deed else ""
        when = f"{day_in_text(local.date())}, {local:%H:%M}"
        yield f"Version {version.number}. {when}. {words.title(version.actor)}. Deed {version.deed}: {said}.{why}"
        if version.record is None:
            yield "  The text of this version was destroyed."
        else:
            yield from _changes(words, register, before, version.record)
        before = version.record


def _changes(words: DeskWords, register: AnyRegister, before: Record | None, after: Record) -> Iterator[str]:
    old = before or register.record_type(state=after.state)
    for name in changed_fields(register, old, after):
        was, now = (_shown(words, register, record, name) for record in (old, after))
        label = register.fields[name].label if name in register.fields else _LABELS[name]
        yield f"  {label}: {was} -> {now}" if before else f"  {label}: {now}"


def _shown(words: DeskWords, register: AnyRegister, record: Record, name: str) -> str:
    value = getattr(record, name)
    if name in register.fields:
        return register.fields[name].show(value, words) or "empty"
    if name == "parent":
        return words.reference(value) if value else "nothing"
    return ("Yes" if value else "No") if isinstance(value, bool) else str(value)
