"""The key file, desk.json: how a desk is locked.

One random root key locks everything; each slot holds a wrapped copy of it. The whole file is sealed by
an HMAC under the root key, so whoever opens a slot also knows that nothing around it was changed
(store.md 6).
Older whole files are told by their generation, which the desk keeps inside its encrypted database.
"""

from __future__ import annotations

import hmac
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from socdesk.clock import Clock
from socdesk.files import Pause, write_atomically
from socdesk.keys.derive import RootKey, header_key
from socdesk.keys.errors import OldKeyFileError, TamperedKeyFileError
from socdesk.keys.json_form import Fields, base64_of, canonical
from socdesk.keys.kdf import KdfCost
from socdesk.keys.passphrase import check_new_passphrase, passphrase_bytes
from socdesk.keys.recovery import new_recovery_secret, words_of
from socdesk.keys.slots import Slot, SlotType, new_slot_id, wrap

KEY_FILE_NAME: Final = "desk.json"
FORMAT: Final = 1
CIPHER: Final = "sqlcipher4/raw/4096"
FIRST_DB_FILE: Final = "store-1.db"
DESK_ID_BYTES: Final = 16
MAC_BYTES: Final = 32
MOMENT_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What desk.json holds. Each change is a new file with the next generation and a new seal."""

    desk_id: bytes
    generation: int
    created: datetime
    db_file: str
    demo: bool
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def binding(self) -> Mapping[str, object]:
        """Return what every slot is bound to: the format, the desk and the demo mark."""
        return {"fmt": FORMAT, "desk_id": base64_of(self.desk_id), "demo": self.demo}

    def as_json(self) -> Fields:
        """Return the whole file as JSON."""
        return {**self._sealed(), "mac": base64_of(self.mac)}

    def sealed(self, root: RootKey) -> KeyFile:
        """Return the same file with a valid seal."""
        return replace(self, mac=self._mac(root))

    def check_seal(self, root: RootKey) -> None:
        """Raise TamperedKeyFileError when anything differs from what was sealed."""
        if not hmac.compare_digest(self._mac(root), self.mac):
            raise TamperedKeyFileError

    def _mac(self, root: RootKey) -> bytes:
        return hmac.digest(header_key(root), canonical(self._sealed()), "sha256")

    def _sealed(self) -> Fields:
        return {
            **self.binding(),
            "generation": self.generation,
            "created": self.created.strftime(MOMENT_FORM),
            "db_file": self.db_file,
            "cipher": CIPHER,
            "slots": [slot.as_json() for slot in self.slots],
        }


@dataclass(frozen=True, slots=True)
class Created:
    """A new lock: the words are shown once and kept nowhere; ``slot_id`` is the passphrase's slot."""

    key_file: KeyFile
    root_key: RootKey
    recovery_words: str = field(repr=False)
    slot_id: str


def create(passphrase: str, *, cost: KdfCost, clock: Clock, demo: bool = False) -> Created:
    """Make the lock of a new desk: a root key, a passphrase slot and a recovery slot. Writes nothing.

    Raises WeakPassphraseError, NotEnoughMemoryError.
    """
    bare = KeyFile(
        desk_id=secrets.token_bytes(DESK_ID_BYTES),
        generation=1,
        created=clock().astimezone(UTC).replace(microsecond=0),
        db_file=FIRST_DB_FILE,
        demo=demo,
        slots=(),
    )
    return locked_anew(bare, passphrase, cost=cost)


def locked_anew(key_file: KeyFile, passphrase: str, *, cost: KdfCost, slot_id: str | None = None) -> Created:
    """Return the same desk under a new root key, with one passphrase slot and new recovery words only."""
    check_new_passphrase(passphrase)
    root = RootKey.random()
    own = passphrase_slot(key_file, root, passphrase, cost=cost, slot_id=slot_id)
    recovery, words = recovery_slot(key_file, root)
    return Created(replace(key_file, slots=(own, recovery)).sealed(root), root, words, own.id)


def passphrase_slot(
    key_file: KeyFile, root: RootKey, passphrase: str, *, cost: KdfCost, slot_id: str | None = None
) -> Slot:
    """Return a slot that a passphrase opens; it must pass check_new_passphrase."""
    check_new_passphrase(passphrase)
    return wrap(
        root,
        passphrase_bytes(passphrase),
        binding=key_file.binding(),
        kind=SlotType.PASSPHRASE,
        slot_id=slot_id or new_slot_id(),
        cost=cost,
    )


def recovery_slot(key_file: KeyFile, root: RootKey) -> tuple[Slot, str]:
    """Return a slot under a new recovery secret, and the twenty words that open it."""
    secret = new_recovery_secret()
    binding = key_file.binding()
    slot = wrap(root, secret, binding=binding, kind=SlotType.RECOVERY, slot_id=new_slot_id())
    return slot, words_of(secret)


def check_generation(key_file: KeyFile, floor: int) -> None:
    """Raise OldKeyFileError when the file is older than ``floor``, which is kept inside the database."""
    if key_file.generation < floor:
        raise OldKeyFileError


def write_key_file(path: Path, key_file: KeyFile, *, pause: Pause = time.sleep) -> None:
    """Write desk.json whole or not at all. Raises the errors of files.write_atomically."""
    text = json.dumps(key_file.as_json(), indent=1, sort_keys=True, ensure_ascii=True)
    write_atomically(path, f"{text}\n".encode("ascii"), pause=pause)
