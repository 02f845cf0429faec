"""From a secret to the root key. A slot that opens proves the whole key file, or none of it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdesk.keys.derive import RootKey
from socdesk.keys.errors import WrongDeviceError, WrongPassphraseError, WrongRecoveryWordsError
from socdesk.keys.key_file import KeyFile
from socdesk.keys.passphrase import passphrase_bytes
from socdesk.keys.recovery import secret_of
from socdesk.keys.slots import Slot, SlotType, unwrap


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The root key, and the id of the slot that gave it."""

    root_key: RootKey
    slot_id: str


def unlock_with_passphrase(key_file: KeyFile, passphrase: str, *, first: str | None = None) -> Unlocked:
    """Open the desk with a passphrase; the slot with id ``first`` (the one last used here) is tried first.

    Each slot tried costs one Argon2id derivation. Raises WrongPassphraseError, TamperedKeyFileError,
    NotEnoughMemoryError.
    """
    slots = sorted(_of_type(key_file, SlotType.PASSPHRASE), key=lambda slot: slot.id != first)
    unlocked = _opened(key_file, slots, passphrase_bytes(passphrase))
    if unlocked is None:
        raise WrongPassphraseError
    return unlocked


def unlock_with_recovery(key_file: KeyFile, words: str) -> Unlocked:
    """Open the desk with the twenty recovery words. Raises WrongRecoveryWordsError, TamperedKeyFileError."""
    unlocked = _opened(key_file, _of_type(key_file, SlotType.RECOVERY), secret_of(words))
    if unlocked is None:
        raise WrongRecoveryWordsError(
            "These recovery words are complete, but they do not open this desk.",
            advice="They may belong to another desk, newer words may have replaced them, or desk.json is damaged: then "
            "put it back from your newest backup.",
        )
    return unlocked


def unlock_with_device(key_file: KeyFile, secret: bytes) -> Unlocked:
    """Open the desk with what this computer remembers. Raises WrongDeviceError, TamperedKeyFileError."""
    unlocked = _opened(key_file, _of_type(key_file, SlotType.DEVICE), secret)
    if unlocked is None:
        raise WrongDeviceError
    return unlocked


def opens_any(key_file: KeyFile, passphrase: str, *, besides: str = "") -> bool:
    """Tell whether a passphrase opens a slot, other than that with the id ``besides``. One derivation for each."""
    slots = [slot for slot in _of_type(key_file, SlotType.PASSPHRASE) if slot.id != besides]
    return _opened(key_file, slots, passphrase_bytes(passphrase)) is not None


def _of_type(key_file: KeyFile, kind: SlotType) -> Sequence[Slot]:
    return [slot for slot in key_file.slots if slot.type is kind]


def _opened(key_file: KeyFile, slots: Sequence[Slot], secret: bytes) -> Unlocked | None:
    for slot in slots:
        root = unwrap(slot, secret, binding=key_file.binding())
        if root is not None:
            key_file.check_seal(root)
            return Unlocked(root, slot.id)
    return None
