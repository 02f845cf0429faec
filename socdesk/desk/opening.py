"""The ways in: a new desk, the passphrase, the recovery words; and the change of a passphrase."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from socdesk.clock import Clock
from socdesk.desk.admission import officer_behind, refusal
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.founding import founding_deed
from socdesk.desk.left_overs import clear_left_overs
from socdesk.desk.patience import RECOVERY_WORDS, Patience
from socdesk.desk.recovery_words import AskedBack
from socdesk.desk.settling import settle
from socdesk.desk.trust import EarlyLook, Seen, ask_witness, troubles
from socdesk.desk.unlock_log import enter_failures, noting_failure
from socdesk.errors import UserFacingError
from socdesk.files import make_private_folder
from socdesk.keys.changing import with_passphrase_changed, with_recovery_renewed
from socdesk.keys.derive import RootKey, audit_key, desk_key, witness_key
from socdesk.keys.errors import ForeignKeyFileError, TamperedKeyFileError
from socdesk.keys.json_form import base64_of
from socdesk.keys.kdf import POLICY_FLOOR, KdfCost, calibrated_cost
from socdesk.keys.key_file import KEY_FILE_NAME, KeyFile, check_generation, create, write_key_file
from socdesk.keys.passphrase import check_new_passphrase
from socdesk.keys.reading import read_key_file
from socdesk.keys.slots import SlotType
from socdesk.keys.system_keyring import name_of_backend
from socdesk.keys.unlocking import Unlocked, unlock_with_passphrase, unlock_with_recovery
from socdesk.registers.catalogue import REGISTERS, Catalogue
from socdesk.registers.declared.desk_records import Officer
from socdesk.registers.register import new_id
from socdesk.storage.faults import DamagedDeskError, ReadOnlyDeskError
from socdesk.storage.store import Place, Store, create_store, open_store
from socdesk.storage.tables import Tables
from socdesk.storage.upgrade import SHIPPED
from socdesk.storage.witness import Heads

UNLOCKED, REFUSED, RECOVERED = "unlocked", "unlock refused", "recovery words used"
LEAST_COST = POLICY_FLOOR
"""The least that stretching a passphrase may cost: for the self-test's desk, which nobody keeps."""


def name_of_keyring() -> str:
    """Return the system's credential store that this build would use, or why there is none."""
    return name_of_backend()


class FolderNotEmptyError(UserFacingError):
    """A new desk was to be made where something lies already."""

    def __init__(self) -> None:
        super().__init__(
            "There are files in this folder already.",
            advice="Nothing was changed. Choose a new or empty folder for the desk.",
        )


@dataclass(frozen=True, kw_only=True)
class House:
    """What every way in needs: the clock, the registers and schema steps of a desk, and patience with wrong tries."""

    clock: Clock
    catalogue: Catalogue = REGISTERS
    steps: tuple[Path, ...] = (SHIPPED,)
    patience: Patience = field(default_factory=Patience)

    @cached_property
    def tables(self) -> Tables:
        """The tables of every desk of this house; making them takes a while, so it is done once."""
        return Tables(self.catalogue)

    def early_look(self, folder: Path, key_file: KeyFile) -> EarlyLook:
        """Look at a desk's file, and make the tables, while the passphrase is being stretched."""
        return EarlyLook(folder / key_file.db_file, also=lambda: self.tables)

    def place(self, folder: Path, key_file: KeyFile, root: RootKey) -> Place:
        """Return where a desk's file lies and its keys."""
        return Place(
            folder=folder,
            file=key_file.db_file,
            key=desk_key(root),
            witness_key=witness_key(root),
            audit_key=audit_key(root),
            catalogue=self.catalogue,
            tables=self.tables,
            steps=self.steps,
        )


@dataclass(frozen=True)
class NewDesk(AskedBack):
    """An open desk, and its new recovery words, which are shown once and kept nowhere."""

    desk: Desk


def new_desk(
    folder: Path, passphrase: str, house: House, *, cost: KdfCost | None = None, demo: bool = False
) -> NewDesk:
    """Make a desk that already holds the strategy. The key file comes last: before it there is no desk.

    Raises:
        FolderNotEmptyError: something lies there already.
        WeakPassphraseError: the passphrase is too short.
        UserFacingError: the folder cannot be written to, or the disk is full.

    """
    _check_empty(folder)
    made = create(passphrase, cost=cost or calibrated_cost(), clock=house.clock, demo=demo)
    make_private_folder(folder)
    with contextlib.ExitStack() as failed:
        failed.callback(_clear, folder)
        store = create_store(house.place(folder, made.key_file, made.root_key))
        failed.callback(store.abandon)
        store.meta.set(
            desk_id=base64_of(made.key_file.desk_id),
            copy_id=new_id(),
            demo=str(int(demo)),
            least_generation=str(made.key_file.generation),
        )
        desk = _founded(store, made.key_file, made.slot_id, house)
        write_key_file(folder / KEY_FILE_NAME, made.key_file)
        failed.pop_all()
    return NewDesk(made.recovery_words, desk)


def _check_empty(folder: Path) -> None:
    try:
        if next(folder.iterdir(), None) is not None:
            raise FolderNotEmptyError
    except FileNotFoundError:
        return  # it will be made
    except NotADirectoryError as error:
        raise FolderNotEmptyError from error
    except OSError as error:
        raise ReadOnlyDeskError from error


def _clear(folder: Path) -> None:
    """Take away what a failed attempt made, so that the next one finds the folder empty."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            path.unlink()


def _founded(store: Store, key_file: KeyFile, slot: str, house: House) -> Desk:
    recovery = next(each.id for each in key_file.slots if each.type is SlotType.RECOVERY)
    deed = founding_deed(slot=slot, recovery_slot=recovery)
    first = next(record.id for record in deed.puts if isinstance(record, Officer))
    desk = Desk(store, actor=first, clock=house.clock, demo=key_file.demo)
    desk.do(deed)
    return desk


def open_desk(folder: Path, passphrase: str, house: House) -> Desk:
    """Open a desk with a passphrase.

    Raises:
        NoDeskHereError: there is no desk in the folder.
        WrongPassphraseError: the passphrase opens no slot.
        NotAdmittedError: its owner may not open the desk now.
        TooSoonError: several tries failed a moment ago.
        UserFacingError: the key file or the desk's file is damaged, too new, altered, or held by another program.

    """
    settle(folder)
    key_file = read_key_file(folder / KEY_FILE_NAME)
    look = house.early_look(folder, key_file)
    house.patience.check(folder, house.clock())
    with noting_failure(folder, house.clock, "passphrase"):
        unlocked = unlock_with_passphrase(key_file, passphrase)
    return _opened(folder, key_file, unlocked, house, look)


def open_with_recovery(
    folder: Path, words: str, new_passphrase: str, house: House, *, cost: KdfCost | None = None
) -> NewDesk:
    """Open a desk with its recovery words, and set a new passphrase and new recovery words.

    The old words open the desk no longer. Raises WrongRecoveryWordsError, saying which word is wrong, and what
    ``open_desk`` raises.
    """
    check_new_passphrase(new_passphrase)
    settle(folder)
    key_file = read_key_file(folder / KEY_FILE_NAME)
    look = house.early_look(folder, key_file)
    with noting_failure(folder, house.clock, RECOVERY_WORDS):
        unlocked = unlock_with_recovery(key_file, words)
    cost = cost or calibrated_cost()
    desk = _opened(folder, key_file, unlocked, house, look)
    with contextlib.ExitStack() as failed:
        failed.callback(desk.lock)
        officer = officer_behind(desk.store, key_file, unlocked.slot_id)
        changed = with_passphrase_changed(key_file, unlocked.root_key, officer.slot, new_passphrase, cost=cost)
        renewed, new_words = with_recovery_renewed(changed, unlocked.root_key)
        recovery = next(each.id for each in renewed.slots if each.type is SlotType.RECOVERY)
        write_keys(desk, folder, renewed)
        desk.do(Deed(words="Used the recovery words", puts=(replace(officer, recovery_slot=recovery),), kind="keys"))
        desk.record_event(RECOVERED)
        failed.pop_all()
    return NewDesk(new_words, desk)


def change_passphrase(folder: Path, old: str, new: str, house: House, *, cost: KdfCost | None = None) -> None:
    """Change one's own passphrase; no other slot is touched. Raises what ``open_desk`` raises."""
    key_file = read_key_file(folder / KEY_FILE_NAME)
    look = house.early_look(folder, key_file)
    house.patience.check(folder, house.clock())
    with noting_failure(folder, house.clock, "passphrase"):
        unlocked = unlock_with_passphrase(key_file, old)
    cost = cost or calibrated_cost()
    changed = with_passphrase_changed(key_file, unlocked.root_key, unlocked.slot_id, new, cost=cost)
    desk = _opened(folder, key_file, unlocked, house, look)
    try:
        write_keys(desk, folder, changed)
        desk.record_event("passphrase changed")
    finally:
        desk.lock()


def write_keys(desk: Desk, folder: Path, key_file: KeyFile) -> None:
    """Write the key file first, then the floor in the desk; the other order could shut everybody out (store.md 6)."""
    write_key_file(folder / KEY_FILE_NAME, key_file)
    desk.store.meta.set(least_generation=str(key_file.generation))


def _opened(folder: Path, key_file: KeyFile, unlocked: Unlocked, house: House, look: EarlyLook) -> Desk:
    place = house.place(folder, key_file, unlocked.root_key)
    seen = ask_witness(place, look.result())
    store = _store_of(place, seen, house)
    try:
        _check_marks(store, key_file)
        clear_left_overs(folder, key_file.db_file)
        officer = officer_behind(store, key_file, unlocked.slot_id)
        notices = troubles(store, seen)
        desk = Desk(store, actor=officer.id, clock=house.clock, demo=key_file.demo, notices=notices)
        refused = refusal(store, officer, key_file, unlocked.slot_id, house.clock())
        if refused is None:
            enter_failures(desk)
            desk.record_event(UNLOCKED, slot=unlocked.slot_id)
        else:
            desk.record_event(REFUSED, reason=refused.reason)
    except BaseException:
        store.abandon()
        raise
    if refused is not None:
        store.close()
        raise refused
    return desk


def _store_of(place: Place, seen: Seen, house: House) -> Store:
    """Open the desk's file. Where neither it nor its witness was written under these keys, they are another desk's."""
    try:
        return open_store(place, house.clock())
    except DamagedDeskError as error:
        if seen.testimony.altered and seen.testimony.newest == Heads():
            raise ForeignKeyFileError from error
        raise


def open_unlocked(folder: Path, key_file: KeyFile, unlocked: Unlocked, house: House) -> Desk:
    """Open a desk with a root key that a way in gave. Raises what ``open_desk`` raises."""
    return _opened(folder, key_file, unlocked, house, house.early_look(folder, key_file))


def _check_marks(store: Store, key_file: KeyFile) -> None:
    check_generation(key_file, int(store.meta.get("least_generation", "0")))
    marks = (store.meta.get("desk_id"), store.meta.get("demo"))
    if marks != (base64_of(key_file.desk_id), str(int(key_file.demo))):
        raise TamperedKeyFileError
