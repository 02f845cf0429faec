"""Which backups there are, what each is good for, and which may go."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from socdesk.clock import day_in_table, london_day
from socdesk.desk.backups import places
from socdesk.desk.backups.log import note_proven, note_removed, note_renewed, proven_by_name
from socdesk.desk.backups.manifest import Manifest, NoManifestError, read_manifest
from socdesk.desk.backups.old_keys import old_roots
from socdesk.desk.backups.proving import Proof, prove
from socdesk.desk.backups.rotation import Rule, surplus
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.errors import UserFacingError
from socdesk.files import hash_file, write_atomically
from socdesk.jobs import Progress
from socdesk.keys.derive import witness_key
from socdesk.keys.key_file import KEY_FILE_NAME, KeyFile
from socdesk.keys.reading import read_key_file
from socdesk.keys.slots import Slot, SlotType
from socdesk.registers.declared.desk_records import SETTINGS, Setting
from socdesk.registers.register import new_id
from socdesk.settings import BACKUPS_DAILY, BACKUPS_MONTHLY, BACKUPS_WEEKLY, DeskSetting
from socdesk.storage.faults import DeskLockedError
from socdesk.storage.record_store import Query


class Way(enum.Enum):
    """How a backup's history and this desk's go together."""

    OURS = "ours"
    AHEAD = "ahead"
    """It holds changes that this desk lacks: the desk was put back to an earlier state."""
    PARTED = "parted"
    """A copy of this desk that was worked on elsewhere: never merged, and never removed by this one."""
    OTHER = "another desk's"
    CHANGED = "changed"
    """Its manifest was changed, or is sealed under another key."""


class Opens(enum.Enum):
    """What opens a backup."""

    NOW = "now"
    OLD_WORDS = "old words"
    OLD_KEY = "old key"
    OLD_PASSPHRASE = "old passphrase"  # noqa: S105  a kind, not a secret
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Backup:
    """One backup as it is listed. ``checked`` is when this desk last opened and checked it, ``findings`` what of."""

    folder: Path
    manifest: Manifest
    way: Way
    opens: Opens
    checked: datetime | None
    findings: int

    @property
    def proven(self) -> bool:
        """Whether it was opened and checked, and nothing was found."""
        return self.checked is not None and not self.findings

    @property
    def checked_words(self) -> str:
        """When it was checked, and with what outcome, as a table has it."""
        if self.checked is None:
            return "Not checked here"
        day = day_in_table(london_day(self.checked))
        return f"Not good, {day}" if self.findings else f"Proven {day}"

    @property
    def opens_words(self) -> str:
        """What opens it, as a table has it; or why this desk does not rely on it."""
        return _OPENS[self.opens] if self.way is Way.OURS else _WAYS[self.way]

    @property
    def can_be_renewed(self) -> bool:
        """Whether an older passphrase or older words open it, and the present ones can be put in their place."""
        return self.way is Way.OURS and self.opens in {Opens.OLD_PASSPHRASE, Opens.OLD_WORDS}


_OPENS = {
    Opens.NOW: "Present passphrase",
    Opens.OLD_WORDS: "Older recovery words",
    Opens.OLD_KEY: "An older data key",
    Opens.OLD_PASSPHRASE: "An older passphrase",
    Opens.UNKNOWN: "Key file cannot be read",
}
_WAYS = {
    Way.AHEAD: "Later than this desk",
    Way.PARTED: "Went another way",
    Way.OTHER: "Another desk",
    Way.CHANGED: "Changed, or damaged",
}


def list_backups(desk: Desk, folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first, this desk's own before others.

    The newest is the one that holds the most changes: a clock that was put back says nothing of that. It reads a few
    small files of each: run it as a job.
    """
    present, checked = _key_file_in(desk.store.place.folder), proven_by_name(desk)
    found: list[Backup] = []
    for each in places.backup_folders(folder):
        try:
            manifest = read_manifest(each)
        except NoManifestError:
            continue
        at, findings = checked.get(each.name, (None, 0))
        opens = _opens(present, _key_file_in(each))
        if _seal_of(desk, manifest) not in {None, desk.store.place.witness_key}:
            opens = Opens.OLD_KEY
        found.append(Backup(each, manifest, _way(desk, manifest), opens, at, findings))
    desk_id = desk.store.meta.get("desk_id")
    return tuple(sorted(found, key=lambda backup: age_of(backup.manifest, desk_id), reverse=True))


def age_of(manifest: Manifest, desk_id: str) -> tuple[int, datetime]:
    """Return by what backups are ordered, the greatest first: a desk's own before those of others."""
    return (manifest.heads.changes if manifest.desk_id == desk_id else -1, manifest.made)


def _way(desk: Desk, manifest: Manifest) -> Way:
    if manifest.desk_id != desk.store.meta.get("desk_id"):
        return Way.OTHER
    if _seal_of(desk, manifest) is None:
        return Way.CHANGED
    if manifest.heads.changes > desk.store.writer.head.seq:
        return Way.AHEAD
    same = desk.store.versions.head_at(manifest.heads.changes).line == manifest.heads.change_line
    return Way.OURS if same else Way.PARTED


def _seal_of(desk: Desk, manifest: Manifest) -> bytes | None:
    """Return which of the desk's keys, the present one or an earlier one, has sealed a manifest."""
    earlier = (witness_key(root) for root in old_roots(desk.store.meta))
    return next((key for key in (desk.store.place.witness_key, *earlier) if manifest.is_sealed_by(key)), None)


def _key_file_in(folder: Path) -> KeyFile | None:
    try:
        return read_key_file(folder / KEY_FILE_NAME)
    except UserFacingError:
        return None


def _opens(present: KeyFile | None, other: KeyFile | None) -> Opens:
    if present is None or other is None or present.desk_id != other.desk_id:
        return Opens.UNKNOWN
    if _slots(present, SlotType.PASSPHRASE) != _slots(other, SlotType.PASSPHRASE):
        return Opens.OLD_PASSPHRASE
    if _slots(present, SlotType.RECOVERY) != _slots(other, SlotType.RECOVERY):
        return Opens.OLD_WORDS
    return Opens.NOW


def _slots(key_file: KeyFile, kind: SlotType) -> set[Slot]:
    return {slot for slot in key_file.slots if slot.type is kind}


def rule_of(desk: Desk) -> Rule:
    """Return how many backups this desk keeps."""
    daily, weekly, monthly = (int(desk.setting(each)) for each in (BACKUPS_DAILY, BACKUPS_WEEKLY, BACKUPS_MONTHLY))
    return Rule(daily=daily, weekly=weekly, monthly=monthly)


def remove_surplus(desk: Desk, folder: Path) -> int:
    """Remove this desk's backups that the rule no longer keeps, and return how many.

    One that does not lie on this desk's own history, or whose manifest was changed, is never removed; nor is the one
    that holds the most changes, whatever the clock said when it was made.
    """
    ours = {each.manifest.made: each for each in list_backups(desk, folder) if each.way is Way.OURS}
    going = surplus(ours, rule_of(desk)) - {*list(ours)[:1]}
    for moment in going:
        places.remove(ours[moment].folder)
    if going:
        note_removed(desk, len(going))
    return len(going)


def prove_backup(desk: Desk, backup: Path, progress: Progress) -> Proof:
    """Open one of this desk's backups with the desk's own keys and check all of it, on any thread.

    Raises what ``prove`` raises. Note the outcome with ``note_proof``.
    """
    place = desk.store.place
    if not place.key:
        raise DeskLockedError
    return prove(backup, replace(place, folder=backup), progress)


def note_proof(desk: Desk, proof: Proof) -> None:
    """Note in the chain of events what a proof found. On the desk's own thread."""
    note_proven(desk, proof.backup.name, len(proof.findings))


def renew(desk: Desk, backup: Path) -> None:
    """Let the present passphrases and recovery words open a backup in place of the older ones.

    Killed at any moment, either the old or the new key file is there, and the manifest knows both. Raises
    UserFacingError when the drive cannot be written to.
    """
    present = desk.store.place.folder / KEY_FILE_NAME
    manifest, key = read_manifest(backup), desk.store.place.witness_key
    fresh = hash_file(present)
    replace(manifest, key_files=(*manifest.key_files, fresh)).sealed(key).write(backup)
    write_atomically(backup / KEY_FILE_NAME, present.read_bytes())
    replace(manifest, key_files=(fresh,)).sealed(key).write(backup)
    note_renewed(desk, backup.name)


def keep_so_many(desk: Desk, setting: DeskSetting, value: str) -> None:
    """Set how many backups are kept, as a deed that can be undone. Raises InvalidSettingError."""
    checked = setting.check(value)
    found = desk.read.page(SETTINGS, Query(equal={"name": setting.key}))
    record = replace(found[0], value=checked) if found else Setting(id=new_id(), name=setting.key, value=checked)
    desk.do(Deed(words=f"Set “{setting.label}”", puts=(record,)))
