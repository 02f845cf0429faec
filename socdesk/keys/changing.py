"""Changes to a lock. Each returns a new key file of the next generation; the caller writes it.

Write the key file first, then raise the floor inside the database: the other order could lock the desk
for good (store.md 6). A changed passphrase does not help against someone who holds the old one and an
old copy of the key file: only a new root key does (with_new_root).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from socdesk.keys.derive import KEY_BYTES, RootKey
from socdesk.keys.errors import LastPassphraseError, TooManySlotsError
from socdesk.keys.kdf import KdfCost
from socdesk.keys.key_file import Created, KeyFile, locked_anew, passphrase_slot, recovery_slot
from socdesk.keys.reading import MOST_SLOTS
from socdesk.keys.slots import Slot, SlotType, new_slot_id, wrap


def with_passphrase_changed(key_file: KeyFile, root: RootKey, slot_id: str, new: str, *, cost: KdfCost) -> KeyFile:
    """Put a new passphrase on one person's slot, whose id stays; every other slot stays byte for byte.

    Raises WeakPassphraseError, and LookupError when no passphrase slot has this id.
    """
    key_file.check_seal(root)
    _require_slot(key_file, slot_id, SlotType.PASSPHRASE)
    changed = passphrase_slot(key_file, root, new, cost=cost, slot_id=slot_id)
    return _next(key_file, root, [changed if slot.id == slot_id else slot for slot in key_file.slots])


def with_passphrase_slot_added(key_file: KeyFile, root: RootKey, new: str, *, cost: KdfCost) -> tuple[KeyFile, str]:
    """Let another passphrase open the desk; returns its slot's id.

    Raises WeakPassphraseError, TooManySlotsError.
    """
    key_file.check_seal(root)
    _require_room(key_file)
    added = passphrase_slot(key_file, root, new, cost=cost)
    return _next(key_file, root, [*key_file.slots, added]), added.id


def with_device_slot_added(key_file: KeyFile, root: RootKey, secret: bytes) -> tuple[KeyFile, str]:
    """Let a 32-byte secret that a computer remembers open the desk; returns its slot's id."""
    key_file.check_seal(root)
    _require_room(key_file)
    if len(secret) != KEY_BYTES:
        raise ValueError("a device's secret has 32 bytes")
    binding = key_file.binding()
    added = wrap(root, secret, binding=binding, kind=SlotType.DEVICE, slot_id=new_slot_id())
    return _next(key_file, root, [*key_file.slots, added]), added.id


def with_recovery_renewed(key_file: KeyFile, root: RootKey) -> tuple[KeyFile, str]:
    """Replace the recovery words: returns the new ones; the old ones no longer open the desk."""
    key_file.check_seal(root)
    renewed, words = recovery_slot(key_file, root)
    kept = [slot for slot in key_file.slots if slot.type is not SlotType.RECOVERY]
    if len(kept) >= MOST_SLOTS:
        raise TooManySlotsError(MOST_SLOTS)
    return _next(key_file, root, [*kept, renewed]), words


def with_slot_removed(key_file: KeyFile, root: RootKey, slot_id: str) -> KeyFile:
    """Take one way to open the desk away.

    Raises LastPassphraseError, and LookupError when no slot has this id.
    """
    key_file.check_seal(root)
    _require_slot(key_file, slot_id, *SlotType)
    kept = [slot for slot in key_file.slots if slot.id != slot_id]
    if not any(slot.type is SlotType.PASSPHRASE for slot in kept):
        raise LastPassphraseError
    return _next(key_file, root, kept)


def without_slots(key_file: KeyFile, root: RootKey, slots: set[str]) -> KeyFile:
    """Take several ways to open the desk away, or return the same file where it has none of them."""
    for slot in key_file.slots:
        if slot.id in slots:
            key_file = with_slot_removed(key_file, root, slot.id)
    return key_file


def with_new_root(
    key_file: KeyFile, root: RootKey, passphrase: str, *, cost: KdfCost, slot_id: str | None = None
) -> Created:
    """Lock the desk anew: new root key, new words, one passphrase, and a new name for the database copy.

    The passphrase may keep the id of its owner's slot.
    Writing the returned key file is the moment of the change; do it once the copy is proven (store.md 9.3).
    """
    key_file.check_seal(root)
    generation = key_file.generation + 1
    following = replace(key_file, generation=generation, db_file=f"store-{generation}.db")
    return locked_anew(following, passphrase, cost=cost, slot_id=slot_id)


def _next(key_file: KeyFile, root: RootKey, slots: Iterable[Slot]) -> KeyFile:
    return replace(key_file, slots=tuple(slots), generation=key_file.generation + 1).sealed(root)


def _require_room(key_file: KeyFile) -> None:
    if len(key_file.slots) >= MOST_SLOTS:
        raise TooManySlotsError(MOST_SLOTS)


def _require_slot(key_file: KeyFile, slot_id: str, *types: SlotType) -> None:
    if not any(slot.id == slot_id and slot.type in types for slot in key_file.slots):
        raise LookupError("no such slot")
