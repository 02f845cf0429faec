"""Does works of a desk on a disk that is full from some write on, and checks what comes of each.

``python full_disk_worker.py DISK`` runs with full_disk.c loaded. For each line of JSON on standard input, ``[WORK, AT,
HALF, SHUT]``, it does that work once on a new copy of a desk, with the disk full from write number AT on (0: never).
Then it prints a line of JSON: how many writes there were, what a person was told, and what was found wrong. ``HALF``
lets the first write that fails write half; ``SHUT`` locks the desk while the disk is still full.
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import struct
import sys
import tempfile
import traceback
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from helpers.records import action, concern, statement
from old_desks.make_old_desk import HERE as OLD_DESKS
from old_desks.make_old_desk import PASSPHRASE as OLD_PASSPHRASE

from socdesk.desk.backups.keeping import list_backups, prove_backup
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.manifest import read_manifest
from socdesk.desk.backups.restoring import Opened, newest_in, put_in_place
from socdesk.desk.deeds import Deed
from socdesk.desk.exports import export_register
from socdesk.desk.opening import House, new_desk, open_unlocked
from socdesk.desk.papers.making import make_committee_update
from socdesk.desk.rekeying import RenewedButShutError, plan_renewal, renew_data_key
from socdesk.desk.settling import settle
from socdesk.desk.trail_export import export_trail
from socdesk.desk.verifying import verify
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import Unlocked, unlock_with_passphrase
from socdesk.registers.declared.actions import Evidence
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import new_id
from socdesk.storage.attachments import described
from socdesk.storage.faults import UncertainSaveError
from socdesk.storage.verify import page_findings

PASSPHRASE = "quiet harbour velvet ladder"
OLDEST = "m0001_first_desk"
SAFE = ("nothing was lost", "nothing was changed", "what was saved before is", "it is as it was", "were saved before")
QUIET = SilentProgress()
BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = BEGAN

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


HOUSE = House(clock=Clock())


class Disk:
    """The numbers that full_disk.c counts by."""

    def __init__(self):
        with Path(os.environ["FULL_DISK_CONTROL"]).open("r+b") as file:
            self._numbers = mmap.mmap(file.fileno(), 24)

    def fill(self, at, *, half):
        self._numbers[:] = struct.pack("qqq", 0, at, half)

    def free(self):
        """Make space again, and return how many writes there were until now."""
        counted = struct.unpack("qqq", self._numbers[:])[0]
        self._numbers[:] = bytes(24)
        return counted


class Work:
    """A work on an open desk with two concerns."""

    def __init__(self, disk):
        self.folder, self.out, self.drive = disk / "desk", disk / "out", disk / "drive"
        self.desk = None
        self.unlocked = UNLOCKED
        self.kept = set(KEPT)

    def opened(self):
        return open_unlocked(self.folder, read_key_file(self.folder / "desk.json"), self.unlocked, HOUSE)

    def begin(self):
        """What comes before the work."""
        self.desk = self.opened()

    def do(self):
        raise NotImplementedError

    def check(self):
        """Check what the work has left once it is done."""

    def check_failed(self):
        """Check that nothing is left of a work that failed."""

    def end(self):
        if self.desk is not None:
            self.desk.lock()
            self.desk = None

    def check_desk(self, *, every_page):
        """Check what the open desk holds: that it may be trusted, and that all is there that was acknowledged."""
        assert self.desk.notices == (), self.desk.notices
        assert not every_page or verify(self.desk, QUIET).findings == ()
        assert self.kept <= {record.reference for record in self.desk.read.page(CONCERNS)}

    def names(self):
        place = self.desk.store.place
        return {"desk.json", "desk.lock", place.file, place.witness_file}


class Save(Work):
    uncertain = 0
    """How many saves may be there or not: a person was told to look."""

    def do(self):
        one = concern("Saved on a full disk")
        deed = Deed(words="Saved", puts=(one, statement(one), statement(one)))
        try:
            self.kept.add(self.desk.do(deed).records[0].reference)
        except UncertainSaveError:
            self.uncertain += 1
            raise

    def check_failed(self):
        found = len(self.desk.read.page(CONCERNS)) - len(self.kept)
        assert 0 <= found <= self.uncertain

    check = check_failed


class SaveFile(Work):
    """A file of so many pages that the log is moved into the desk's file meanwhile."""

    def do(self):
        data = os.urandom(6 * 1024 * 1024)
        file = described("photograph.jpg", data)
        act = action()
        shown = Evidence(id=new_id(), parent=act.id, title="Photograph", type="PHOTO", day=date(2026, 3, 1), file=file)
        self.desk.do(Deed(words="Saved", puts=(act, shown), files=((file, data),)))
        self.data = (file, data)

    def check(self):
        assert self.desk.store.attachments.read(self.data[0]) == self.data[1]


class BackUp(Work):
    def do(self):
        HOUSE.clock.now += timedelta(days=1)
        self.made = back_up(self.desk, self.drive, QUIET)

    def check_failed(self):
        """Every backup that can be taken for one is good, and the one of before is among them."""
        assert list(self.drive.glob("*.part")) == []
        listed = list_backups(self.desk, self.drive)
        assert all(prove_backup(self.desk, each.folder, QUIET).good for each in listed)
        assert BACKUP in [each.folder.name for each in listed]

    def check(self):
        self.check_failed()
        assert self.made.folder.is_dir()


class Export(Work):
    """Puts a whole new file in the place of a whole old one."""

    name = "concerns.csv"

    def content(self):
        return export_register(self.desk, "concerns", ".csv").data

    def do(self):
        self.data = self.content()
        write_atomically(self.out / self.name, self.data)

    def check_failed(self):
        assert {path.name for path in self.out.iterdir()} <= {self.name}
        assert (self.out / self.name).read_bytes() in (b"old", getattr(self, "data", b"old"))

    def check(self):
        assert {path.name for path in self.out.iterdir()} == {self.name}
        assert (self.out / self.name).read_bytes() == self.data


class ExportSheet(Export):
    name = "actions.xlsx"

    def content(self):
        return export_register(self.desk, "actions", ".xlsx").data


class ExportPaper(Export):
    name = "paper.pdf"

    def content(self):
        made = make_committee_update(self.desk, as_at=date(2026, 3, 2), meeting=date(2026, 3, 19), progress=QUIET)
        return made.pdf


class ExportTrail(Export):
    name = "trail.jsonl"

    def content(self):
        return export_trail(self.desk, QUIET).data


class Renew(Work):
    def begin(self):
        super().begin()
        self.renewal = plan_renewal(self.desk, PASSPHRASE)
        self.before = read_key_file(self.folder / "desk.json")

    def do(self):
        if self.before != read_key_file(self.folder / "desk.json"):
            self.end()
            self.desk = self.opened()  # it was renewed, and a person was told so
            return
        try:
            self.desk = renew_data_key(self.desk, self.renewal, HOUSE, QUIET)
        except RenewedButShutError:
            self.desk = None
            self._hold_new_key()
            raise
        self._hold_new_key()

    def _hold_new_key(self):
        self.unlocked = Unlocked(self.renewal.made.root_key, self.renewal.made.slot_id)

    def check_failed(self):
        if self.unlocked is UNLOCKED:
            assert read_key_file(self.folder / "desk.json") == self.before
            present = {path.name for path in self.folder.iterdir()} - {"store-1.db-wal", "store-1.db-shm"}
            assert present == {"desk.json", "desk.lock", "store-1.db", "witness.log"}

    def check(self):
        assert self.unlocked is not UNLOCKED
        assert self.desk.store.place.file != "store-1.db"


class Unlock(Work):
    def begin(self):
        self.desk = None

    def do(self):
        self.desk = self.opened()


class Migrate(Unlock):
    def __init__(self, disk):
        super().__init__(disk)
        shutil.rmtree(self.folder)
        shutil.copytree(OLD, self.folder)
        self.unlocked = OLD_UNLOCKED
        self.kept = OLD_KEPT

    def check(self):
        [copy] = self.folder.glob("before-upgrade-*.db")
        assert page_findings(copy, self.desk.store.place.key) == []

    def names(self):
        return super().names() | {path.name for path in self.folder.glob("before-upgrade-*.db")}


class Restore(Unlock):
    """Puts a backup in the place of the desk, which is kept."""

    def do(self):
        newest = newest_in(self.drive)
        place = HOUSE.place(newest, read_key_file(newest / "desk.json"), self.unlocked.root_key)
        opened = Opened(newest, read_manifest(newest), replace(place, folder=newest))
        put_in_place(opened, self.folder, HOUSE.clock(), QUIET, over=True)
        self.kept = set()

    def check(self):
        assert len([path for path in self.folder.parent.iterdir() if "-before-restore-" in path.name]) == 1

    def check_failed(self):
        """Nothing lies beside the desk, unless all but the last word of the disk was done."""
        beside = {path.name for path in self.folder.parent.iterdir()} - {"desk", "out", "drive"}
        assert all("-before-restore-" in name for name in beside), beside
        if beside:
            self.kept = set()
            shutil.rmtree(self.folder.with_name(beside.pop()))


WORKS = {
    "save": Save, "save file": SaveFile, "back up": BackUp, "export csv": Export, "export xlsx": ExportSheet,
    "export paper": ExportPaper, "export trail": ExportTrail, "renew": Renew, "migrate": Migrate, "unlock": Unlock,
    "restore": Restore,
}  # fmt: skip


def check_words(error):
    words = str(error).lower()
    assert "full" in words, words
    assert any(safe in words for safe in SAFE), words


def once(work, at, *, half, shut):
    """Do a work once; return how many writes there were, and the error that a person was told."""
    told = None
    work.begin()
    DISK.fill(at, half=half)
    try:
        work.do()
    except UserFacingError as error:
        told = error
    if shut:
        work.end()
    counted = DISK.free()
    if told is not None:
        assert counted >= at > 0
        check_words(told)
    finish(work, told)
    return counted, told


def finish(work, told):
    """Check what was left, do a work that failed again, and look at the desk once more after a lock."""
    if work.desk is None:
        settle(work.folder)
        Work.begin(work)
    (work.check if told is None else work.check_failed)()
    work.check_desk(every_page=told is not None)
    if told is not None:
        if isinstance(work, Unlock):
            work.end()
        work.do()
    work.end()
    Work.begin(work)
    work.check()
    work.check_desk(every_page=told is None)
    names = work.names()
    work.end()
    assert {path.name for path in work.folder.iterdir()} == names, sorted(path.name for path in work.folder.iterdir())


def lay_out(base):
    """Make the desk that every work begins with, with a backup and a file of an earlier export."""
    desk = new_desk(base / "desk", PASSPHRASE, HOUSE, cost=POLICY_FLOOR).desk
    kept = [desk.do(Deed(words="Saved", puts=(concern(f"Kept {n}"),))).records[0].reference for n in range(2)]
    (base / "drive").mkdir()
    (base / "out").mkdir()
    choose_folder(desk, base / "drive")
    made = back_up(desk, base / "drive", QUIET)
    desk.lock()
    unlocked = unlock_with_passphrase(read_key_file(base / "desk" / "desk.json"), PASSPHRASE)
    return kept, made.folder.name, unlocked


def lay_out_old(base):
    with zipfile.ZipFile(OLD_DESKS / f"{OLDEST}.zip") as packed:
        packed.extractall(base)
    return unlock_with_passphrase(read_key_file(base / "desk.json"), OLD_PASSPHRASE)


def main() -> None:
    disk = Path(sys.argv[1])
    for line in sys.stdin:
        work, at, half, shut = json.loads(line)
        work_type = WORKS[work]
        shutil.rmtree(disk, ignore_errors=True)
        shutil.copytree(BASE, disk)
        (disk / "out" / getattr(work_type, "name", "old.txt")).write_bytes(b"old")
        counted, told, wrong = 0, None, ""
        try:
            counted, told = once(work_type(disk), at, half=half, shut=shut)
        except BaseException:  # noqa: BLE001  whatever it is, it is told, and the next one follows
            wrong = traceback.format_exc()
        said = {"writes": counted, "told": told and f"{type(told).__name__}: {told}", "wrong": wrong}
        print(json.dumps(said), flush=True)  # noqa: T201


if __name__ == "__main__":
    DISK = Disk()
    with tempfile.TemporaryDirectory() as around:
        BASE, OLD = Path(around) / "base", Path(around) / "old"
        KEPT, BACKUP, UNLOCKED = lay_out(BASE)
        OLD_UNLOCKED = lay_out_old(OLD)
        OLD_KEPT = set()
        main()
