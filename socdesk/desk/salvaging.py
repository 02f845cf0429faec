"""Salvages a damaged desk: what can be read of its file goes into a new desk, with a list of what could not.

The damaged folder is only read. The new desk opens with the same passphrases and recovery words.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.desk_folder import lies_in
from socdesk.desk.numbering import counter_of
from socdesk.desk.opening import FolderNotEmptyError, House, open_desk
from socdesk.desk.salvage_words import in_words
from socdesk.desk.unlock_log import noting_failure
from socdesk.errors import UserFacingError
from socdesk.files import copy_file, make_private_folder
from socdesk.jobs import Part, Progress
from socdesk.keys.json_form import base64_of
from socdesk.keys.key_file import KEY_FILE_NAME, KeyFile
from socdesk.keys.page_cipher import PageCipher
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import unlock_with_passphrase
from socdesk.registers.declared.desk_records import OFFICERS, Officer
from socdesk.registers.register import State, new_id
from socdesk.registers.values import StoredFile
from socdesk.storage.desk_lock import DeskLock
from socdesk.storage.faults import DamagedDeskError, ReadOnlyDeskError
from socdesk.storage.record_store import Query
from socdesk.storage.salvage.file_pages import SALT, Pages, read_pages
from socdesk.storage.salvage.harvest import Harvest, gathered
from socdesk.storage.salvage.rebuild import Rebuilder, Rebuilt
from socdesk.storage.store import Place, Store, create_store, open_store
from socdesk.storage.witness import Heads, Witness

SALVAGED = "salvaged"
_READING, _FINDING, _WRITING, _WHOLE = 40, 70, 95, 100
_ANY = tuple(State)


class NothingSalvagedError(UserFacingError):
    """Not one record could be read."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing of this desk’s file could be read.",
            advice="The damaged folder is as it was. Restore the newest backup.",
        )


@dataclass(frozen=True)
class Salvaged:
    """A new desk, open, and in sentences what could not be read; nothing where all could."""

    desk: Desk = field(repr=False)
    folder: Path
    records: int
    lost: tuple[str, ...]


def salvage(folder: Path, passphrase: str, target: Path, house: House, progress: Progress) -> Salvaged:
    """Salvage a damaged desk into a new folder and open it there.

    Raises:
        WrongPassphraseError: the passphrase opens no slot.
        FolderNotEmptyError: something lies in the new folder already.
        NothingSalvagedError: no record could be read.
        CancelledError: the person has cancelled it; the new folder is taken away.
        UserFacingError: the key file is damaged too, the desk is open elsewhere, or the disk is full.

    """
    _check_new(folder, target)
    key_file = read_key_file(folder / KEY_FILE_NAME)
    with noting_failure(folder, house.clock, "passphrase"):
        unlocked = unlock_with_passphrase(key_file, passphrase)
    places = tuple(house.place(each, key_file, unlocked.root_key) for each in (folder, target))
    work = _Work(house, *places, key_file=key_file, slot=unlocked.slot_id, progress=progress)
    with _alone_in(folder), _taken_away_if_it_fails(target):
        lost = work.run()
        desk = open_desk(target, passphrase, house)
    try:
        lost = (*lost, *_lost_files(desk))
        desk.record_event(SALVAGED, **work.detail, lost=" ".join(lost))
        records = sum(desk.read.count(register) for register in desk.catalogue)
    except BaseException:
        desk.store.abandon()
        raise
    return Salvaged(desk, target, records, lost)


def _check_new(folder: Path, target: Path) -> None:
    if lies_in(folder, target) or (target.exists() and next(target.iterdir(), None) is not None):
        raise FolderNotEmptyError


@contextlib.contextmanager
def _alone_in(folder: Path) -> Generator[None]:
    """Hold the damaged desk's lock, where its disk still takes one."""
    lock = None
    with contextlib.suppress(ReadOnlyDeskError):
        lock = DeskLock(folder)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


@contextlib.contextmanager
def _taken_away_if_it_fails(target: Path) -> Generator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise


class _Work:
    """One salvage: reads, writes anew, and knows what is missing. ``detail`` is what the log says of it."""

    def __init__(
        self, house: House, damaged: Place, new: Place, *, key_file: KeyFile, slot: str, progress: Progress
    ) -> None:
        self._house, self._from, self._to = house, damaged, new
        self._key_file, self._slot, self._progress = key_file, slot, progress
        self.detail: dict[str, str | int] = {}

    def run(self) -> tuple[str, ...]:
        """Do all of it but opening the new desk, and return what could not be read, in sentences."""
        pages = self._pages()
        harvest = gathered(pages, self._step(_READING, _FINDING, "Looking for records"))
        if not harvest.changes:
            raise NothingSalvagedError
        newest = _newest_known(self._from)
        make_private_folder(self._to.folder)
        store = create_store(self._to)
        try:
            rebuilder = Rebuilder(store, harvest, last_change=newest.changes, last_event=newest.events, copy=new_id())
            rebuilt = rebuilder.write(self._step(_FINDING, _WRITING, "Writing the new desk"))
            rebuilder.write_counters(_counters(store, harvest, len(rebuilt.changes)))
            self._mark(store)
        except BaseException:
            store.abandon()
            raise
        store.close()
        copy_file(self._from.folder / KEY_FILE_NAME, self._to.folder / KEY_FILE_NAME)
        self._see_to_an_officer()
        self._progress.report(_WHOLE, _WHOLE)
        self.detail = _detail(pages, rebuilt)
        return tuple(in_words(pages, harvest, rebuilt))

    def _step(self, first: int, last: int, words: str) -> Callable[[int, int], None]:
        part = Part(self._progress, first, last)
        return lambda done, total: part.report(done, total, words)

    def _pages(self) -> Pages:
        path = self._from.path
        salt = b""
        with contextlib.suppress(OSError), path.open("rb") as file:
            salt = file.read(SALT)
        cipher = PageCipher(self._from.key, salt.ljust(SALT, b"\0"))
        try:
            return read_pages(path, cipher, self._step(0, _READING, "Reading the damaged file"))
        except OSError as error:
            raise NothingSalvagedError from error

    def _mark(self, store: Store) -> None:
        """Say in the new file whose desk it is; lines written from here on bear another copy id."""
        store.meta.set(
            desk_id=base64_of(self._key_file.desk_id),
            copy_id=new_id(),
            demo=str(int(self._key_file.demo)),
            least_generation=str(self._key_file.generation),
        )

    def _see_to_an_officer(self) -> None:
        """Make an officer for the slot that opened the desk, where the officer's own record could not be read."""
        store = open_store(self._to, self._house.clock())
        try:
            officers = store.records.page(OFFICERS, Query(states=_ANY))
            slots = {slot for each in officers if isinstance(each, Officer) for slot in (each.slot, each.recovery_slot)}
            if self._slot not in slots:
                officer = Officer(id=new_id(), name="Officer", slot=self._slot)
                desk = Desk(store, actor=officer.id, clock=self._house.clock)
                desk.do(Deed(words="Made an officer for a salvaged desk", puts=(officer,), kind="start"))
        finally:
            store.close()


def _newest_known(place: Place) -> Heads:
    """Return the newest lines that the witness saw, as far as it can be read."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return Witness(place.folder, place.witness_key, place.witness_file).read().newest or Heads()
    return Heads()


def _counters(store: Store, harvest: Harvest, lost: int) -> dict[str, int]:
    """Return from which number references go on: no lower than any that was read, and clear of those that were lost."""
    found = dict(harvest.counters)
    for register in store.tables.catalogue:
        for record in store.records.page(register, Query(states=_ANY)):
            parent = store.records.find(record.parent) if record.parent else None
            counter, pattern = counter_of(register, record, parent[1] if parent else None)
            number = pattern.fullmatch(record.reference)
            if number and counter not in harvest.counters:
                found[counter] = max(found.get(counter, 0), int(number["n"]) + lost)
    return found


def _lost_files(desk: Desk) -> Iterator[str]:
    """Yield a sentence for each attached file that is not whole."""
    for register in desk.catalogue:
        for record in desk.store.records.page(register, Query(states=_ANY)):
            for name in register.fields:
                file = getattr(record, name)
                if isinstance(file, StoredFile) and not _is_whole(desk, file):
                    yield f"The file attached to {record.reference} could not be read."


def _is_whole(desk: Desk, file: StoredFile) -> bool:
    try:
        desk.store.attachments.read(file)
    except DamagedDeskError:
        return False
    return True


def _detail(pages: Pages, rebuilt: Rebuilt) -> dict[str, str | int]:
    return {
        "pages": len(pages.contents),
        "pages_lost": len(pages.unreadable),
        "changes_lost": len(rebuilt.changes),
        "events_lost": len(rebuilt.events),
        "anew_from": rebuilt.anew_from or 0,
    }
