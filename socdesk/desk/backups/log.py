"""What the chain of events says of backups: when the last was made, when the last was proven, where they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from socdesk.clock import day_in_text, london_day, time_in_text
from socdesk.desk.backups.manifest import Manifest
from socdesk.desk.backups.places import NoPlaceError, choose
from socdesk.desk.desk import Desk

MADE, PROVEN, RESTORED, PLACED = "backed up", "backup proven", "restored", "backup folder chosen"
_FOLDER = "backup_folder"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class BackupState:
    """How the desk stands with its backups now. ``changed`` tells whether it changed since the last one."""

    folder: Path | None
    made: datetime | None
    proven: datetime | None
    changed: bool
    now: datetime

    @property
    def words(self) -> str:
        """What the line at the bottom of the window says."""
        if self.made is None:
            return "No backup yet" if self.folder else "Backups are not set up"
        return f"Backed up {when(self.made, self.now)}"

    @property
    def when_proven(self) -> str:
        """When a backup was last opened and checked, in words."""
        return when(self.proven, self.now) if self.proven else "never"

    @property
    def is_due_by_age(self) -> bool:
        """Whether one should be made while the person works: something changed, and the last is a day old."""
        return self.folder is not None and self.changed and (self.made is None or self.now - self.made >= DAY)

    @property
    def is_due_at_the_end(self) -> bool:
        """Whether one should be made when the desk is closed: something changed, and none was made today."""
        if self.folder is None or not self.changed:
            return False
        return self.made is None or london_day(self.made) != london_day(self.now)

    @property
    def days_without(self) -> int:
        """How many days a changed desk has been without a backup; 0 where nothing would be lost."""
        return (london_day(self.now) - london_day(self.made)).days if self.made and self.changed else 0


def when(moment: datetime, now: datetime) -> str:
    """Return a moment in words: "today at 08:12", "yesterday at 17:03", "on 5 March 2026"."""
    days = (london_day(now) - london_day(moment)).days
    if days in {0, 1}:
        return f"{'yesterday' if days else 'today'} at {time_in_text(moment)}"
    return f"on {day_in_text(london_day(moment))}"


def backup_state(desk: Desk) -> BackupState:
    """Return how the desk stands with its backups now."""
    found = desk.store.events.of_kinds(MADE, PROVEN, RESTORED)
    made = next((event for event in found if event.kind in {MADE, RESTORED}), None)
    proven = next((event for event in found if not event.detail.get("findings")), None)
    head = desk.store.writer.head.seq
    return BackupState(
        folder=folder_of(desk),
        made=made.at if made else None,
        proven=proven.at if proven else None,
        changed=made is None or head > int(made.detail["changes"]),
        now=desk.clock(),
    )


def folder_of(desk: Desk) -> Path | None:
    """Return where this desk's backups go, or nothing."""
    kept = desk.store.meta.get(_FOLDER)
    return Path(kept) if kept else None


def required_folder(desk: Desk) -> Path:
    """Return where this desk's backups go.

    Raises:
        NoPlaceError: nobody has said.

    """
    folder = folder_of(desk)
    if folder is None:
        raise NoPlaceError
    return folder


def choose_folder(desk: Desk, folder: Path) -> None:
    """Let backups go to a folder from now on. On the desk's own thread; raises what ``places.choose`` raises."""
    choose(desk.store.place.folder, folder)
    desk.store.meta.set(**{_FOLDER: str(folder)})
    desk.record_event(PLACED)


def forget_folder(desk: Desk) -> None:
    """Let backups go nowhere: the desk was brought to another place, where the old folder may mean another drive."""
    desk.store.meta.set(**{_FOLDER: ""})


def note_made(desk: Desk, name: str, manifest: Manifest) -> None:
    """Note that a backup was made, and opened and checked as it was."""
    desk.record_event(MADE, backup=name, changes=manifest.heads.changes, head=manifest.heads.change_line)


def note_proven(desk: Desk, name: str, findings: int) -> None:
    """Note that a backup was opened and checked again."""
    desk.record_event(PROVEN, backup=name, findings=findings)


def note_removed(desk: Desk, number: int) -> None:
    """Note that backups were removed which the rule no longer keeps."""
    desk.record_event("older backups removed", backups=number)


def note_renewed(desk: Desk, name: str) -> None:
    """Note that the present passphrases and recovery words open a backup from now on."""
    desk.record_event("backup renewed", backup=name)


def proven_by_name(desk: Desk) -> dict[str, tuple[datetime, int]]:
    """Return, for each backup that this desk knows of, when it was last checked and how much was found wrong."""
    found: dict[str, tuple[datetime, int]] = {}
    for event in desk.store.events.of_kinds(MADE, PROVEN, RESTORED):
        found.setdefault(str(event.detail["backup"]), (event.at, int(event.detail.get("findings", 0))))
    return found
