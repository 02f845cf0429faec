"""One locked desk, made once with the floor cost and opened by three kinds of secret."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from socdesk.keys.changing import with_device_slot_added
from socdesk.keys.derive import RootKey
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.key_file import KeyFile, create

PASSPHRASE = "kettle orbit lantern moss"


def noon():
    return datetime(2026, 3, 5, 12, 0, 0, 123456, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    key_file: KeyFile
    root: RootKey
    passphrase: str
    words: str
    device: bytes
    slot_id: str


def make_desk() -> Desk:
    made = create(PASSPHRASE, cost=POLICY_FLOOR, clock=noon)
    device = b"d" * 32
    key_file, _ = with_device_slot_added(made.key_file, made.root_key, device)
    return Desk(key_file, made.root_key, PASSPHRASE, made.recovery_words, device, made.slot_id)


@pytest.fixture(scope="session")
def desk():
    return make_desk()


@pytest.fixture(scope="session")
def other_desk():
    return make_desk()


@pytest.fixture
def derivations(monkeypatch):
    """The salts that Argon2id was asked about, in order; it still runs."""
    from socdesk.keys import slots

    salts = []
    real = slots.stretch

    def counting(secret, *, salt, cost):
        salts.append(salt)
        return real(secret, salt=salt, cost=cost)

    monkeypatch.setattr(slots, "stretch", counting)
    return salts
