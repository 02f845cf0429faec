"""Undo: a new, compensating deed that reverts what still holds the deed's value, and lists the rest (bone 1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from socdesk.errors import UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.store import Store
from socdesk.storage.version_store import DeedRow, Version


class NothingToUndoError(UserFacingError):
    """There is no deed to undo, or nothing of it still stands."""

    def __init__(self, words: str = "There is nothing to undo.") -> None:
        super().__init__(words, advice="Nothing was changed.")


@dataclass(frozen=True)
class Kept:
    """What an undo left alone, because it was changed again since: a record's reference and the field's label."""

    reference: str
    label: str


@dataclass(frozen=True)
class UndoPlan:
    """What an undo would write, and what it would leave."""

    deed: DeedRow
    puts: tuple[Record, ...]
    kept: tuple[Kept, ...]


def newest_undoable(deeds: tuple[DeedRow, ...]) -> DeedRow:
    """Return the newest deed that still stands; undone deeds and undos are passed over."""
    undone = _undone(deeds)
    for deed in reversed(deeds):
        if deed.undoes is None and deed.kind != "start" and deed.number not in undone:
            return deed
    raise NothingToUndoError


def newest_redoable(deeds: tuple[DeedRow, ...]) -> DeedRow:
    """Return the newest undo that nothing but undos and redos has followed."""
    undone = _undone(deeds)
    for deed in reversed(deeds):
        if deed.undoes is None:
            break
        if deed.kind == "undo" and deed.number not in undone:
            return deed
    raise NothingToUndoError("There is nothing to redo.")


def _undone(deeds: tuple[DeedRow, ...]) -> set[int]:
    undone: set[int] = set()
    for deed in reversed(deeds):
        if deed.undoes is not None and deed.number not in undone:
            undone.add(deed.undoes)
    return undone


def plan_undo(store: Store, deed: DeedRow) -> UndoPlan:
    """Return what undoing a deed means as the desk stands now.

    Raises:
        NothingToUndoError: the deed laid the desk out, or all it wrote was changed again since.

    """
    if deed.kind == "start":
        raise NothingToUndoError("The beginning of the desk cannot be undone.")
    puts: list[Record] = []
    kept: list[Kept] = []
    for version in store.versions.of_deed(deed.number):
        put = _reverted(store, version, kept)
        if put is not None:
            puts.append(put)
    if not puts:
        raise NothingToUndoError("All of this was changed again since, or is undone already.")
    return UndoPlan(deed, tuple(puts), tuple(kept))


def _reverted(store: Store, version: Version, kept: list[Kept]) -> Record | None:
    register = store.tables.catalogue.get(version.register)
    current = store.records.get(register, version.record_id)
    if current is None or version.record is None:
        return None
    earlier = store.versions.numbered(version.record_id, version.number - 1)
    if earlier is None:
        return _taken_back(register, version.record, current, kept)
    if earlier.record is None:
        return None
    return _restored(register, earlier.record, version.record, current, kept)


def _taken_back(register: AnyRegister, made: Record, current: Record, kept: list[Kept]) -> Record | None:
    """Bin what the deed made; later changes to it stay in its history."""
    kept += [Kept(current.reference, _label(register, name)) for name in changed_fields(register, made, current)]
    return replace(current, state=State.BINNED) if current.state is made.state else None


def _restored(register: AnyRegister, earlier: Record, made: Record, current: Record, kept: list[Kept]) -> Record | None:
    values: dict[str, Any] = {}
    for name in changed_fields(register, earlier, made):
        if getattr(current, name) == getattr(made, name):
            values[name] = getattr(earlier, name)
        elif getattr(current, name) != getattr(earlier, name):
            kept.append(Kept(current.reference, _label(register, name)))
    return replace(current, **values) if values else None


def _label(register: AnyRegister, name: str) -> str:
    return register.fields[name].label if name in register.fields else name.capitalize()
