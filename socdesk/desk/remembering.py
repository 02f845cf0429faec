"""Remembers a desk on this computer: its credential store then keeps a secret that opens the desk for some days.

Off unless somebody asks for it. Whoever can use this login can then open the desk; that is said before. The last day
stands inside the desk, so that no clock and no file outside makes it longer.
"""

from __future__ import annotations

import contextlib
import platform
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from socdesk.clock import london_day
from socdesk.desk.admission import DeviceEndedError
from socdesk.desk.desk import Desk
from socdesk.desk.devices import Device, devices_of, keep_devices
from socdesk.desk.opening import House, open_unlocked, write_keys
from socdesk.desk.own_locks import key_file_of, unlocked_by
from socdesk.desk.settling import settle
from socdesk.desk.unlock_log import noting_failure
from socdesk.errors import UserFacingError
from socdesk.keys.changing import with_device_slot_added, without_slots
from socdesk.keys.derive import RootKey
from socdesk.keys.errors import KeyringUnusableError, WrongDeviceError
from socdesk.keys.key_file import KEY_FILE_NAME, KeyFile
from socdesk.keys.reading import read_key_file
from socdesk.keys.system_keyring import forget, name_of_backend, recall, remember, system_keyring
from socdesk.keys.unlocking import unlock_with_device
from socdesk.registers.declared.desk_records import OFFICERS

DAYS = (1, 7, 14, 30)
"""For how many days a computer can remember a desk."""
REMEMBERED, FORGOTTEN = "computer remembered", "computer forgotten"
_UNNAMED = "This computer"


@dataclass(frozen=True)
class Remembered:
    """One computer that opens the desk, in words; ``is_over`` once its last day is."""

    slot: str
    computer: str
    whose: str
    until: date
    is_here: bool
    is_over: bool


@dataclass(frozen=True)
class Remembering:
    """The computers that open the desk by themselves; and why this one cannot, where it cannot."""

    computers: tuple[Remembered, ...]
    obstacle: str

    @property
    def is_on_here(self) -> bool:
        """Whether this computer opens the desk now."""
        return any(each.is_here and not each.is_over for each in self.computers)


def remembering(desk: Desk) -> Remembering:
    """Return which computers open the desk. It looks for the credential store: run it as a job."""
    names = {officer.id: officer.name for officer in desk.read.page(OFFICERS)}
    today, slots = london_day(desk.clock()), {slot.id for slot in key_file_of(desk).slots}
    computers = tuple(
        Remembered(
            slot=each.slot,
            computer=each.computer,
            whose=names.get(each.officer, "not known"),
            until=each.until,
            is_here=each.computer == _name_of_computer() and each.officer == desk.actor,
            is_over=today > each.until or each.slot not in slots,
        )
        for each in devices_of(desk.store.meta)
    )
    return Remembering(computers, _obstacle())


def _obstacle() -> str:
    """Return why this computer cannot remember a desk, in a few words, or nothing."""
    found = name_of_backend()
    return found.removeprefix("none: ").partition(" (")[0] if found.startswith("none: ") else ""


def _name_of_computer() -> str:
    return platform.node() or _UNNAMED


def remember_here(desk: Desk, passphrase: str, days: int) -> None:
    """Let this computer open the desk by itself for so many days, for the person who has it open.

    Raises:
        WrongPassphraseError: it is not their passphrase.
        KeyringUnusableError: the computer has no credential store that can be trusted with a secret; it says why.
        TooManySlotsError: the key file is full.
        UserFacingError: the key file cannot be written.

    """
    keyring = system_keyring()
    key_file, unlocked = unlocked_by(desk, passphrase)
    key_file, others = _without_this(desk, key_file, unlocked.root_key)
    secret = remember(keyring, key_file.desk_id)
    with contextlib.ExitStack() as failed:
        failed.callback(_forget_quietly, key_file.desk_id)
        wider, slot = with_device_slot_added(key_file, unlocked.root_key, secret)
        until = london_day(desk.clock()) + timedelta(days=days)
        keep_devices(desk.store.meta, (*others, Device(slot, desk.actor, _name_of_computer(), until)))
        write_keys(desk, desk.store.place.folder, wider)
        failed.pop_all()
    desk.record_event(REMEMBERED, days=days)


def _without_this(desk: Desk, key_file: KeyFile, root: RootKey) -> tuple[KeyFile, tuple[Device, ...]]:
    """Take away this computer's earlier slot, and those whose day is over; return the rest."""
    here, today = (_name_of_computer(), desk.actor), london_day(desk.clock())
    devices = devices_of(desk.store.meta)
    rest = tuple(each for each in devices if (each.computer, each.officer) != here and each.until >= today)
    return without_slots(key_file, root, {each.slot for each in devices} - {each.slot for each in rest}), rest


def _forget_quietly(desk_id: bytes) -> None:
    with contextlib.suppress(UserFacingError):
        forget(system_keyring(), desk_id)


def forget_computer(desk: Desk, passphrase: str, slot: str) -> None:
    """Let a computer open the desk no longer; this one also forgets the secret.

    Raises:
        WrongPassphraseError: it is not the passphrase of the person who opened the desk.
        UserFacingError: the key file cannot be written.

    """
    key_file, unlocked = unlocked_by(desk, passphrase)
    devices = devices_of(desk.store.meta)
    narrower = without_slots(key_file, unlocked.root_key, {slot})
    if narrower is not key_file:
        write_keys(desk, desk.store.place.folder, narrower)
    keep_devices(desk.store.meta, (each for each in devices if each.slot != slot))
    if any(each.slot == slot and each.computer == _name_of_computer() for each in devices):
        _forget_quietly(key_file.desk_id)
    desk.record_event(FORGOTTEN)


def open_remembered(folder: Path, house: House) -> Desk:
    """Open a desk with what this computer remembers. May prompt for the credential store: run it as a job.

    Raises:
        WrongDeviceError: this computer remembers nothing that opens the desk, or no longer.
        DeviceEndedError: its last day is over; the secret is forgotten.
        KeyringUnusableError: the credential store cannot be used; it says why.
        UserFacingError: what ``open_desk`` raises.

    """
    settle(folder)
    key_file = read_key_file(folder / KEY_FILE_NAME)
    house.patience.check(folder, house.clock())
    secret = recall(system_keyring(), key_file.desk_id)
    if secret is None:
        raise WrongDeviceError
    with noting_failure(folder, house.clock, "device"):
        unlocked = unlock_with_device(key_file, secret)
    try:
        return open_unlocked(folder, key_file, unlocked, house)
    except DeviceEndedError:
        _forget_quietly(key_file.desk_id)
        raise


__all__ = [
    "DAYS",
    "KeyringUnusableError",
    "Remembered",
    "Remembering",
    "forget_computer",
    "open_remembered",
    "remember_here",
    "remembering",
]
