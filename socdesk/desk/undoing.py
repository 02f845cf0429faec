"""Undo: a new, compensating deed that reverts what still holds the deed's value, and lists the rest (bone 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from socdesk.errors import UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.store import Store
from socdesk.storage.version_store import DeedRow, Version

_FOR_GOOD = frozenset({"start", "keys"})
"""Deeds that cannot be undone: what lays a desk out, and what follows a change of the key file."""

_WORDS = {"undo": "Undid: ", "redo": "Did again: "}


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

    @property
    def kind(self) -> str:
        """``redo`` where the deed was itself an undo, otherwise ``undo``."""
        return "redo" if self.deed.kind == "undo" else "undo"

    @property
    def words(self) -> str:
        """What is said of the undo."""
        return _WORDS[self.kind] + self.deed.words.removeprefix(_WORDS["undo"]).removeprefix(_WORDS["redo"])


def plan_undo(store: Store, number: int) -> UndoPlan:
    """Return what undoing a deed means as the desk stands now.

    Raises:
        NothingToUndoError: there is no such deed, it is undone already or cannot be undone, or all that it wrote was
            changed again since.

    """
    deed = store.versions.deed(number)
    if deed is None:
        raise NothingToUndoError(f"There is no deed {number}.")
    if deed.kind in _FOR_GOOD:
        raise NothingToUndoError(f"Deed {number} cannot be undone.")
    if number in _undone(store.versions.deeds()):
        raise NothingToUndoError(f"Deed {number} is undone already.")
    plan = _plan(store, deed)
    if not plan.puts:
        raise NothingToUndoError(f"All that deed {number} changed was changed again since.")
    return plan


def plan_newest(store: Store) -> UndoPlan:
    """Return what undoing the newest deed means of which anything still stands; undos are passed over.

    Raises:
        NothingToUndoError: there is none.

    """
    return _first(store, _standing(store.versions.deeds()), "There is nothing to undo.")


def plan_redo(store: Store) -> UndoPlan:
    """Return what doing again means: the newest undo that nothing but undos and redos has followed.

    Raises:
        NothingToUndoError: there is none.

    """
    return _first(store, _redoable(store.versions.deeds()), "There is nothing to redo.")


def _first(store: Store, deeds: Iterator[DeedRow], otherwise: str) -> UndoPlan:
    plan = next((plan for plan in (_plan(store, deed) for deed in deeds) if plan.puts), None)
    if plan is None:
        raise NothingToUndoError(otherwise)
    return plan


def _standing(deeds: tuple[DeedRow, ...]) -> Iterator[DeedRow]:
    undone = _undone(deeds)
    for deed in reversed(deeds):
        if deed.undoes is None and deed.kind not in _FOR_GOOD and deed.number not in undone:
            yield deed


def _redoable(deeds: tuple[DeedRow, ...]) -> Iterator[DeedRow]:
    undone = _undone(deeds)
    for deed in reversed(deeds):
        if deed.undoes is None:
            return
        if deed.kind == "undo" and deed.number not in undone:
            yield deed


def standing_deeds(store: Store) -> frozenset[int]:
    """Return the numbers of the deeds that can be undone and are not undone. Of some, nothing may still stand."""
    deeds = store.versions.deeds()
    return frozenset(deed.number for deed in deeds if deed.kind not in _FOR_GOOD) - _undone(deeds)


def _undone(deeds: tuple[DeedRow, ...]) -> set[int]:
    undone: set[int] = set()
    for deed in reversed(deeds):
        if deed.undoes is not None and deed.number not in undone:
            undone.add(deed.undoes)
    return undone


def _plan(store: Store, deed: DeedRow) -> UndoPlan:
    puts: dict[str, Record] = {}
    kept: list[Kept] = []
    versions = store.versions.of_deed(deed.number)
    standing, replaced = _as_they_stand(store, versions), store.versions.before_deed(deed.number)
    for version in versions:
        current = standing.get(version.record_id)
        earlier = replaced.get((version.record_id, version.number - 1))
        put = _reverted(store, version, earlier, current, puts=puts, kept=kept) if current else None
        if put is not None:
            puts[put.id] = put
    return UndoPlan(deed, tuple(puts.values()), tuple(kept))


def _as_they_stand(store: Store, versions: tuple[Version, ...]) -> dict[str, Record]:
    """Return the records that a deed wrote as they stand now, by id; read register by register."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for version in versions:
        ids[version.register].append(version.record_id)
    blocks = (store.records.block(store.tables.catalogue.get(key), found) for key, found in ids.items())
    return {record.id: record for block in blocks for record in block}


def _reverted(
    store: Store,
    version: Version,
    earlier: Version | None,
    current: Record,
    *,
    puts: dict[str, Record],
    kept: list[Kept],
) -> Record | None:
    register = store.tables.catalogue.get(version.register)
    if version.record is None:
        return None
    if earlier is None and version.number > 1:
        return None  # the one before was lost when this desk was salvaged
    if earlier is None:
        return _taken_back(register, version.record, current, kept)
    if earlier.record is None:
        return None
    restored = _restored(register, earlier.record, version.record, current, kept)
    if restored is None or _has_a_place(store, register, restored, current, puts):
        return restored
    kept.append(Kept(current.reference, _label(register, "state")))
    return None


def _taken_back(register: AnyRegister, made: Record, current: Record, kept: list[Kept]) -> Record | None:
    """Bin what the deed made; later changes to it stay in its history."""
    kept += [Kept(current.reference, _label(register, name)) for name in changed_fields(register, made, current)]
    return replace(current, state=State.BINNED) if current.state is made.state else None


def _restored(register: AnyRegister, earlier: Record, made: Record, current: Record, kept: list[Kept]) -> Record | None:
    values: dict[str, Any] = {}
    left: list[str] = []
    for name in changed_fields(register, earlier, made):
        if getattr(current, name) == getattr(made, name):
            values[name] = getattr(earlier, name)
        elif getattr(current, name) != getattr(earlier, name):
            left.append(name)
    restored = replace(current, **values)
    if register.problems(restored).keys() - register.problems(current).keys():
        values, left = {}, [*values, *left]  # with what was changed since, the earlier values would break a rule
    kept += [Kept(current.reference, _label(register, name)) for name in left]
    return restored if values else None


def _has_a_place(
    store: Store, register: AnyRegister, restored: Record, current: Record, puts: dict[str, Record]
) -> bool:
    """Tell whether a child that would be live again has a live parent."""
    if not register.parent or restored.state is not State.LIVE or current.state is State.LIVE:
        return True
    parent = puts.get(restored.parent) or store.records.get(
        store.tables.catalogue.get(register.parent), restored.parent
    )
    return parent is not None and parent.state is State.LIVE


def _label(register: AnyRegister, name: str) -> str:
    return register.fields[name].label if name in register.fields else name.capitalize()
