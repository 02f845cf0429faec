"""A slot: one copy of the root key, wrapped under one secret (a passphrase, recovery words, a device).

The wrapping is AES-256-GCM. It binds the slot's own description, the desk and the demo mark, so that none of
them can be altered, and no slot can be carried to another desk (store.md 6).
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from socdesk.keys.derive import KEY_BYTES, RootKey, expand
from socdesk.keys.errors import DamagedKeyFileError
from socdesk.keys.json_form import (
    Fields,
    as_fields,
    base64_of,
    binary,
    canonical,
    number,
    require_fields,
    text,
)
from socdesk.keys.kdf import KdfCost, stretch

AEAD: Final = "A256GCM"
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
CIPHERTEXT_BYTES: Final = KEY_BYTES + 16
_ARGON2: Final = "argon2id"
_ARGON2_VERSION: Final = 19
_HKDF: Final = "hkdf-sha256"
_ID: Final = re.compile(r"[0-9a-f]{16}")


class SlotType(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  # a kind, not a secret
    RECOVERY = "recovery"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the root key; ``cost`` is there for a passphrase only."""

    id: str
    type: SlotType
    cost: KdfCost | None
    salt: bytes
    nonce: bytes = b""
    ciphertext: bytes = field(default=b"", repr=False)

    def description(self) -> Fields:
        """Return all but the wrapped key, as JSON: what the wrapping binds."""
        return {"id": self.id, "type": self.type.value, "kdf": self._kdf(), "aead": AEAD}

    def as_json(self) -> Fields:
        """Return the whole slot as JSON."""
        wrapped = {"nonce": base64_of(self.nonce), "ct": base64_of(self.ciphertext)}
        return {**self.description(), **wrapped}

    def _kdf(self) -> Fields:
        salt = base64_of(self.salt)
        if self.cost is None:
            return {"name": _HKDF, "salt": salt}
        cost = {
            "memory_kib": self.cost.memory_kib,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
        }
        return {"name": _ARGON2, "v": _ARGON2_VERSION, "salt": salt, **cost}


def slot_from_json(fields: Fields) -> Slot:
    """Return the slot that a key file holds. Raises DamagedKeyFileError and CostOutOfPolicyError."""
    require_fields(fields, ("id", "type", "kdf", "aead", "nonce", "ct"), "a slot")
    if not _ID.fullmatch(text(fields, "id")):
        raise DamagedKeyFileError("a slot has no proper id")
    if text(fields, "aead") != AEAD:
        raise DamagedKeyFileError("a slot names an unknown cipher")
    kind = _type_of(text(fields, "type"))
    kdf = as_fields(fields["kdf"], "kdf")
    return Slot(
        id=text(fields, "id"),
        type=kind,
        cost=_cost_of(kdf, kind),
        salt=binary(kdf, "salt", SALT_BYTES),
        nonce=binary(fields, "nonce", NONCE_BYTES),
        ciphertext=binary(fields, "ct", CIPHERTEXT_BYTES),
    )


def _type_of(name: str) -> SlotType:
    try:
        return SlotType(name)
    except ValueError:
        raise DamagedKeyFileError("a slot has an unknown type") from None


def _cost_of(kdf: Fields, kind: SlotType) -> KdfCost | None:
    if kind is not SlotType.PASSPHRASE:
        require_fields(kdf, ("name", "salt"), "kdf")
        _require_kdf(kdf["name"] == _HKDF)
        return None
    require_fields(kdf, ("name", "v", "salt", "memory_kib", "passes", "lanes"), "kdf")
    _require_kdf(kdf["name"] == _ARGON2 and number(kdf, "v") == _ARGON2_VERSION)
    return KdfCost(number(kdf, "memory_kib"), number(kdf, "passes"), number(kdf, "lanes"))


def _require_kdf(expected: object) -> None:
    if not expected:
        raise DamagedKeyFileError("a slot names an unknown key derivation")


def new_slot_id() -> str:
    """Return an opaque random id; whose slot it is stands only inside the encrypted file."""
    return secrets.token_hex(8)


def wrap(
    root: RootKey,
    secret: bytes,
    *,
    binding: Mapping[str, object],
    kind: SlotType,
    slot_id: str,
    cost: KdfCost | None = None,
) -> Slot:
    """Return a slot with fresh salt and nonce that opens with ``secret`` on the desk of ``binding`` only."""
    if (cost is not None) != (kind is SlotType.PASSPHRASE):
        raise ValueError("a passphrase has a cost, and nothing else has")
    bare = Slot(slot_id, kind, cost, salt=secrets.token_bytes(SALT_BYTES))
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_wrapping_key(bare, secret)).encrypt(nonce, root.expose(), _bound(bare, binding))
    return Slot(bare.id, bare.type, bare.cost, bare.salt, nonce, sealed)


def unwrap(slot: Slot, secret: bytes, *, binding: Mapping[str, object]) -> RootKey | None:
    """Return the root key, or None when the secret or the binding is not the slot's."""
    try:
        return RootKey(AESGCM(_wrapping_key(slot, secret)).decrypt(slot.nonce, slot.ciphertext, _bound(slot, binding)))
    except InvalidTag:
        return None


def _wrapping_key(slot: Slot, secret: bytes) -> bytes:
    if slot.cost is None:
        return expand(secret, "slot", salt=slot.salt)
    return stretch(secret, salt=slot.salt, cost=slot.cost)


def _bound(slot: Slot, binding: Mapping[str, object]) -> bytes:
    return canonical({**binding, "slot": slot.description()})
