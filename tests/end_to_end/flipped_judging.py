"""How a flipped bit is met: when the desk is opened, by verify or when a backup is proven; or all can still be read."""

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socdesk.desk.backups.keeping import prove_backup
from socdesk.desk.opening import open_desk
from socdesk.desk.remembering import open_remembered
from socdesk.desk.verifying import verify
from socdesk.errors import UserFacingError
from socdesk.jobs import SilentProgress
from tests.desk.conftest import PASSPHRASE
from tests.end_to_end import flipped_places as places
from tests.end_to_end.flipped_desk import everything, later_house

QUIET = SilentProgress()
HARMLESS, SILENT = "harmless", "silent"


@dataclass(frozen=True)
class Met:
    """By what a person learns of it, nothing where they do not; what they are told; and what can be read."""

    by: str
    words: str = ""
    error: UserFacingError | None = None
    content: Any = None


def told(by, error):
    assert error.message.endswith((".", "!"))
    assert error.advice
    return Met(by, f"{type(error).__name__}: {error.message}", error)


def met(open_it):
    """Open a desk, verify it and read all of it, as far as nothing is said before."""
    try:
        desk = open_it()
    except UserFacingError as error:
        return told("opening", error)
    try:
        return met_open(desk)
    finally:
        desk.lock()


def met_open(desk):
    if desk.notices:
        return Met("opening", " ".join(desk.notices))
    if unreadable := desk.store.events.of_kinds("failed unlocks unreadable"):
        return Met("log", f"{unreadable[0].detail}")
    try:
        findings = verify(desk, QUIET).findings
    except UserFacingError as error:
        return told("verify", error)
    return Met("verify", findings[0]) if findings else Met("", content=everything(desk))


def by_root_key(desk, folder):
    return met(lambda: desk.opened(folder))


def by_passphrase(_desk, folder):
    return met(lambda: open_desk(folder, PASSPHRASE, later_house()))


def by_this_computer(_desk, folder):
    return met(lambda: open_remembered(folder, later_house()))


def by_proving(desk, drive):
    """Prove the backup in a copy of the drive. Where it is good, its files are those that were saved, by their hash."""
    [backup] = drive.glob("socdesk-*")
    try:
        proof = prove_backup(desk.at_work, backup, QUIET)
    except UserFacingError as error:
        return told("proving", error)
    return Met("proving", proof.findings[0]) if proof.findings else Met("", content=proof.manifest)


@dataclass(frozen=True)
class Class:
    """One class of places: in which state of the desk it lies, what draws a place of it, and how it is met."""

    name: str
    state: str
    place: Callable[..., tuple[str, int, int]]
    meet: Callable[..., Met] = by_root_key


CLASSES = (
    Class("key file: a leaf", "closed", places.key_leaf, by_passphrase),
    Class("key file: around the leaves", "closed", places.key_form, by_passphrase),
    Class("store: salt", "closed", places.page_salt),
    Class("store: body of a page", "closed", places.page_body),
    Class("store: vector of a page", "closed", places.page_vector),
    Class("store: MAC of a page", "closed", places.page_mac),
    Class("store: a search page", "closed", places.search_page),
    Class("store: under a log", "torn", places.page_under_a_log),
    Class("log: header", "torn", places.log_header),
    Class("log: header of a frame", "torn", places.log_frame_header),
    Class("log: page of a frame", "torn", places.log_frame),
    Class("witness", "closed", places.witness),
    Class("witness after a kill", "torn", places.witness_of_a_kill),
    Class("backup: store", "drive", places.in_backup(places.STORE), by_proving),
    Class("backup: key file", "drive", places.in_backup(places.KEYS), by_proving),
    Class("backup: witness", "drive", places.in_backup(places.WITNESS), by_proving),
    Class("backup: manifest", "drive", places.in_backup("manifest.json"), by_proving),
    Class("side file: mark of the backups", "drive", places.backup_mark, by_proving),
    Class("side file: failed tries", "tried", places.failed_tries),
    Class("side file: index of the log", "torn", places.index_of_the_log),
    Class("side file: lock", "closed", places.lock_file),
    Class("side file: remembered entry", "closed", places.remembered_entry, by_this_computer),
)


@dataclass(frozen=True)
class Flip:
    """One bit of one file."""

    of: Class
    file: str
    byte: int
    bit: int

    def __str__(self):
        return f"{self.of.name}: {self.file}, byte {self.byte}, bit {self.bit}"

    def within(self, folder: Path) -> Path:
        """Return the file's path in a folder: that of a backup lies one deeper."""
        return next((each for each in folder.glob(f"*/{self.file}")), folder / self.file)


@contextlib.contextmanager
def flipped(desk, flip):
    """Lay out a copy of the state with that one bit flipped, and take it away afterwards."""
    folder = shutil.copytree(getattr(desk, flip.of.state), desk.around / "flipped")
    kept = dict(desk.shelf.kept)
    try:
        if flip.file == "remembered entry":
            [(name, secret)] = kept.items()
            turned = chr(ord(secret[flip.byte]) ^ 1 << flip.bit)
            desk.shelf.kept[name] = secret[: flip.byte] + turned + secret[flip.byte + 1 :]
        else:
            path = flip.within(folder)
            content = bytearray(path.read_bytes() or b"\0")
            content[flip.byte] ^= 1 << flip.bit
            path.write_bytes(content)
        yield folder
    finally:
        desk.shelf.kept = kept
        shutil.rmtree(folder)


def judged(desk, flip, folder):
    """Return how a flip was met, and ``HARMLESS`` or ``SILENT`` where nothing was said of it."""
    found = flip.of.meet(desk, folder)
    if found.by:
        return found
    whole = desk.whole(flip.of)
    same = found.content == whole.content
    return Met(HARMLESS if same else SILENT, unlike(found.content, whole.content), content=found.content)


def unlike(one, other):
    """Name what differs, without its text."""
    if isinstance(one, dict):
        return ", ".join(name for name in one if one[name] != other[name])
    return "" if one == other else "another content"
