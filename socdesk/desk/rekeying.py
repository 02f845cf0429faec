"""Renews the data key: everything on the desk is written anew under another root key, with new recovery words.

The new copy is made beside the desk, opened and checked there, and comes into force by one file, desk.json. Killed at
any moment before, the desk opens as it was; killed after, as it shall be; what is left over goes at the next opening.
Everybody else's way in ends: their passphrases wrapped the old key, and nobody but they can wrap the new one.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path

from socdesk.desk.backups.making import described
from socdesk.desk.backups.old_keys import remember_root
from socdesk.desk.backups.proving import prove
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.devices import keep_devices
from socdesk.desk.left_overs import RENEWING
from socdesk.desk.opening import House, open_unlocked
from socdesk.desk.own_locks import LocksChangedError, cost_of, key_file_of, officer_of, unlocked_by
from socdesk.desk.people import require_lasting
from socdesk.desk.recovery_words import AskedBack
from socdesk.errors import UserFacingError
from socdesk.files import NotConfirmedError, make_private_folder, move_file
from socdesk.jobs import Part, Progress
from socdesk.keys.changing import with_new_root
from socdesk.keys.derive import RootKey
from socdesk.keys.key_file import KEY_FILE_NAME, Created, write_key_file
from socdesk.keys.slots import SlotType
from socdesk.keys.unlocking import Unlocked
from socdesk.registers.declared.desk_records import OFFICERS
from socdesk.storage.backup import copy_under
from socdesk.storage.checkpoints import seal_anew
from socdesk.storage.store import Place, open_store
from socdesk.storage.verify import check_rows, check_search

RENEWED = "data key renewed"
_COPIED, _CHECKED, _WHOLE = 50, 65, 100
"""How much of the work is copying, how much comparing, and all of it."""


class CopyNotSoundError(UserFacingError):
    """The new copy is not what the desk holds."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        super().__init__(
            f"The new copy did not stand its checks: {' '.join(findings)} The data key is as it was.",
            advice="Nothing was lost. Verify the desk in Settings, About, then try again.",
        )


class RenewedButShutError(UserFacingError):
    """The new key is in force, and the desk could then not be opened under it."""

    def __init__(self, why: UserFacingError) -> None:
        super().__init__(
            f"The data key is renewed, but the desk could not be opened again. {why.message}",
            advice="Nothing was lost, and the new recovery words hold. Put that right, then unlock the desk.",
        )


@dataclass(frozen=True)
class Renewal(AskedBack):
    """New locks that do not hold yet. ``leaving`` are the names of those whose passphrases end."""

    desk: Desk
    leaving: tuple[str, ...]
    made: Created = field(repr=False)
    old_root: RootKey = field(repr=False)


def plan_renewal(desk: Desk, passphrase: str) -> Renewal:
    """Make the new locks; the old ones hold until ``renew_data_key`` is done.

    Raises:
        WrongPassphraseError: it is not the passphrase of the person who opened the desk.
        NotForDeputiesError: their leave has a last day.

    """
    key_file, unlocked = unlocked_by(desk, passphrase)
    require_lasting(desk)
    made = with_new_root(
        key_file, unlocked.root_key, passphrase, cost=cost_of(key_file, unlocked), slot_id=unlocked.slot_id
    )
    return Renewal(made.recovery_words, desk, names_of_others(desk), made, unlocked.root_key)


def names_of_others(desk: Desk) -> tuple[str, ...]:
    """Return the names of everybody else who has a passphrase, by name."""
    slots = {slot.id for slot in key_file_of(desk).slots}
    return tuple(each.name for each in desk.read.page(OFFICERS) if each.id != desk.actor and each.slot in slots)


def renew_data_key(desk: Desk, renewal: Renewal, house: House, progress: Progress) -> Desk:
    """Write the desk anew under the new key, and return it open; the desk that was open is closed.

    On the desk's own thread, with nothing else at work on it. Cancelled or failed, the desk stays open as it was, but
    for the last of the errors.

    Raises:
        LocksChangedError: the locks were changed since the renewal was planned.
        CopyNotSoundError: the copy did not stand its checks.
        CancelledError: the person has cancelled it; that is possible until it comes into force.
        UserFacingError: the disk is full or cannot be written to.
        RenewedButShutError: it is renewed, and what could not be opened then is to be unlocked.

    """
    key_file, folder = renewal.made.key_file, desk.store.place.folder
    if key_file_of(desk).generation + 1 != key_file.generation:
        raise LocksChangedError
    with _beside(folder) as part:
        place = house.place(part, key_file, renewal.made.root_key)
        copying = Part(progress, 0, _COPIED)
        copy_under(desk.store, place.path, place.key, lambda done, total: copying.report(done, total, "Copying"))
        progress.report(_COPIED, _WHOLE, "Comparing")
        _finish(desk, renewal, place, house)
        write_key_file(part / KEY_FILE_NAME, key_file)
        _check(desk, place, progress)
        _put_in_force(folder, part, place, renewal)
    desk.store.abandon()  # the witness of the old file has nothing more to say
    try:
        return open_unlocked(folder, key_file, Unlocked(renewal.made.root_key, renewal.made.slot_id), house)
    except UserFacingError as error:
        raise RenewedButShutError(error) from error


@contextlib.contextmanager
def _beside(folder: Path) -> Generator[Path]:
    """Make a folder within the desk's own, and take it away if anything fails."""
    part = folder / RENEWING
    shutil.rmtree(part, ignore_errors=True)
    make_private_folder(part)
    try:
        yield part
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _finish(desk: Desk, renewal: Renewal, place: Place, house: House) -> None:
    """Compare the copy with the desk, seal its chain under the new key, and note in it what happens."""
    if not seal_anew(place.path, place.key, old=desk.store.place.audit_key, new=place.audit_key):
        raise CopyNotSoundError(("Its chain of changes is not the one that was sealed.",))
    store = open_store(place, house.clock())
    try:
        if store.heads != desk.store.heads:
            raise CopyNotSoundError(("It ends with other changes than the desk.",))
        store.meta.set(least_generation=str(renewal.made.key_file.generation))
        remember_root(store.meta, renewal.old_root)
        keep_devices(store.meta, ())
        copied = Desk(store, actor=desk.actor, clock=house.clock, demo=desk.demo)
        own = replace(officer_of(copied), recovery_slot=_recovery_slot(renewal))
        copied.do(Deed(words="Renewed the data key", puts=(own,), kind="keys"))
        copied.record_event(RENEWED, others=len(renewal.leaving))
        found = tuple(check_rows(store) + check_search(store))
        if found:
            raise CopyNotSoundError(found)
    finally:
        store.close()


def _recovery_slot(renewal: Renewal) -> str:
    return next(slot.id for slot in renewal.made.key_file.slots if slot.type is SlotType.RECOVERY)


def _check(desk: Desk, place: Place, progress: Progress) -> None:
    """Open the closed copy under the new key and check all of it, as a backup is checked."""
    described(desk, place, desk.clock().replace(microsecond=0)).sealed(place.witness_key).write(place.folder)
    proof = prove(place.folder, place, Part(progress, _CHECKED, _WHOLE))
    if not proof.good:
        raise CopyNotSoundError(proof.findings)


def _put_in_force(folder: Path, part: Path, place: Place, renewal: Renewal) -> None:
    """Move the checked copy beside the old file, and let desk.json name it: from then on the new key holds."""
    moved = [folder / name for name in (place.file, place.witness_file)]
    try:
        for path in moved:
            move_file(part / path.name, path)
        with contextlib.suppress(NotConfirmedError):  # it is in force; that the disk did not say so is told by nobody
            write_key_file(folder / KEY_FILE_NAME, renewal.made.key_file)
    except BaseException:
        for path in moved:
            path.unlink(missing_ok=True)
        raise
