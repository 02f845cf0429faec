"""The locks of a desk that is open: one's own passphrase, new recovery words, and who else can open it.

Whoever sits at an open desk may not be its officer, so both changes ask for the passphrase first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.opening import write_keys
from socdesk.desk.recovery_words import AskedBack
from socdesk.errors import UserFacingError
from socdesk.keys.changing import with_passphrase_changed, with_recovery_renewed
from socdesk.keys.errors import PassphraseTakenError, WrongPassphraseError
from socdesk.keys.kdf import KdfCost
from socdesk.keys.key_file import KEY_FILE_NAME, KeyFile
from socdesk.keys.passphrase import check_new_passphrase
from socdesk.keys.reading import read_key_file
from socdesk.keys.slots import SlotType
from socdesk.keys.unlocking import Unlocked, opens_any, unlock_with_passphrase
from socdesk.registers.declared.desk_records import OFFICERS, Officer

_WAYS = {SlotType.PASSPHRASE: "Passphrase", SlotType.RECOVERY: "Recovery words", SlotType.DEVICE: "This computer"}


class LocksChangedError(UserFacingError):
    """The key file was changed between the making of new words and the keeping of them."""

    def __init__(self) -> None:
        super().__init__(
            "The locks of this desk were changed meanwhile.",
            advice="The words that were shown open nothing. Make new words once more.",
        )


@dataclass(frozen=True)
class WayIn:
    """One way to open the desk, and whose it is."""

    way: str
    whose: str


@dataclass(frozen=True)
class NewWords(AskedBack):
    """New recovery words of an open desk that do not hold yet; the key file in which they would."""

    desk: Desk
    key_file: KeyFile = field(repr=False)


def ways_to_open(desk: Desk) -> tuple[WayIn, ...]:
    """Return every way to open the desk, with the name of the officer whose it is."""
    officers = desk.read.page(OFFICERS)
    owners = {slot: officer.name for officer in officers for slot in (officer.slot, officer.recovery_slot) if slot}
    return tuple(WayIn(_WAYS[slot.type], owners.get(slot.id, "not known")) for slot in key_file_of(desk).slots)


def change_own_passphrase(desk: Desk, old: str, new: str) -> None:
    """Put a new passphrase, as costly to guess as the old one, in the place of one's own.

    Raises:
        WrongPassphraseError: the old passphrase is not that of the officer who opened the desk.
        WeakPassphraseError: the new one is too short.
        PassphraseTakenError: another person's passphrase is the same.
        UserFacingError: the key file cannot be read or written.

    """
    check_new_passphrase(new)
    key_file, unlocked = unlocked_by(desk, old)
    if opens_any(key_file, new, besides=unlocked.slot_id):
        raise PassphraseTakenError
    cost = cost_of(key_file, unlocked)
    changed = with_passphrase_changed(key_file, unlocked.root_key, unlocked.slot_id, new, cost=cost)
    write_keys(desk, desk.store.place.folder, changed)
    desk.record_event("passphrase changed")


def cost_of(key_file: KeyFile, unlocked: Unlocked) -> KdfCost:
    """Return what a guess at one's own passphrase costs.

    Raises:
        WrongPassphraseError: no passphrase opened the desk.

    """
    cost = next(slot.cost for slot in key_file.slots if slot.id == unlocked.slot_id)
    if cost is None:
        raise WrongPassphraseError
    return cost


def make_recovery_words(desk: Desk, passphrase: str) -> NewWords:
    """Make new recovery words; the old ones hold until ``keep_recovery_words``.

    Raises:
        WrongPassphraseError: it is not the passphrase of the officer who opened the desk.
        UserFacingError: the key file cannot be read.

    """
    key_file, unlocked = unlocked_by(desk, passphrase)
    renewed, words = with_recovery_renewed(key_file, unlocked.root_key)
    return NewWords(words, desk, renewed)


def keep_recovery_words(desk: Desk, made: NewWords) -> None:
    """Let the new words open the desk; the old ones open it no longer.

    Raises:
        LocksChangedError: the locks were changed since the words were made.
        UserFacingError: the key file cannot be read or written.

    """
    if key_file_of(desk).generation + 1 != made.key_file.generation:
        raise LocksChangedError
    recovery = next(slot.id for slot in made.key_file.slots if slot.type is SlotType.RECOVERY)
    write_keys(desk, desk.store.place.folder, made.key_file)
    officer = replace(officer_of(desk), recovery_slot=recovery)
    desk.do(Deed(words="Made new recovery words", puts=(officer,), kind="keys"))
    desk.record_event("recovery words renewed", sheets=len(made.sheets))


def key_file_of(desk: Desk) -> KeyFile:
    """Return the key file of an open desk."""
    return read_key_file(desk.store.place.folder / KEY_FILE_NAME)


def officer_of(desk: Desk) -> Officer:
    """Return the person who opened the desk."""
    found = desk.read.get(OFFICERS, desk.actor)
    if found is None:
        raise WrongPassphraseError
    return found


def unlocked_by(desk: Desk, passphrase: str) -> tuple[KeyFile, Unlocked]:
    """Return the key file and what the passphrase of the person who opened the desk gives.

    Raises:
        WrongPassphraseError: it is not theirs.

    """
    key_file, own = key_file_of(desk), officer_of(desk).slot
    unlocked = unlock_with_passphrase(key_file, passphrase, first=own)
    if unlocked.slot_id != own:
        raise WrongPassphraseError
    return key_file, unlocked
