"""The log of an open desk in words: who opened it, who looked at what is restricted, what left it, what was proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk
from socdesk.desk.noted_deeds import GRANT_CHANGED, OFFICER_CHANGED, SETTING_CHANGED
from socdesk.desk.unlock_log import FAILED, FAILED_BEFORE, FAILED_UNREADABLE
from socdesk.desk.words import DeskWords
from socdesk.settings import DESK_SETTINGS
from socdesk.storage.event_store import Event

SET_BACK = "The computer’s clock was behind the line before"
_UNVERIFIED = "Not verified: it was noted outside the desk"
_SEAL_SHOWN = 12
_WORDS = {
    "unlocked": "Unlocked the desk",
    "unlock refused": "Was refused at the door",
    "recovery words used": "Opened the desk with the recovery words",
    "data key renewed": "Renewed the data key",
    "computer remembered": "Let this computer remember the desk",
    "computer forgotten": "Let a computer remember the desk no longer",
    "person added": "Let a person open the desk",
    "person changed": "Changed a person’s name or days",
    "person removed": "Removed a person",
    "locked": "Locked the desk",
    FAILED: "A try to unlock the desk failed",
    FAILED_BEFORE: "Earlier tries to unlock the desk failed",
    FAILED_UNREADABLE: "The file that notes failed tries to unlock was damaged or changed",
    "key file put back": "Put back the key file of a backup",
    "passphrase changed": "Changed the passphrase",
    "recovery words renewed": "Made new recovery words",
    "verified": "Verified the desk",
    "taken as it stands": "Took the desk as it stands",
    "paper made": "Made a paper",
    "paper issued": "Issued a paper",
    "paper saved": "Saved a paper as a file",
    "paper printed": "Printed a paper",
    "exported": "Exported",
    "trail exported": "Exported the trail",
    "salvaged": "Salvaged this desk from a damaged one",
    "printed": "Printed",
    SETTING_CHANGED: "Changed a setting",
    OFFICER_CHANGED: "Changed an officer",
    GRANT_CHANGED: "Changed who may read a restricted record",
}
_SETTINGS = {setting.key: setting.label for setting in DESK_SETTINGS}


@dataclass(frozen=True)
class LogLine:
    """One line of the log. ``set_back`` is whether its time lies before that of an earlier line."""

    when: str
    who: str
    what: str
    set_back: bool = False


def log_of(desk: Desk, limit: int = 500) -> tuple[LogLine, ...]:
    """Return the newest lines of the log, newest first. Records are named by their reference alone."""
    words = DeskWords(desk)
    events = tuple(_with_clock(desk.store.events.all()))[-limit:]
    return tuple(_line(desk, words, event, set_back=set_back) for event, set_back in reversed(events))


def _with_clock(events: tuple[Event, ...]) -> Iterator[tuple[Event, bool]]:
    """Yield each event, and whether the clock was behind an earlier one."""
    latest: datetime | None = None
    for event in events:
        yield event, latest is not None and event.at < latest
        latest = event.at if latest is None else max(latest, event.at)


def _line(desk: Desk, words: DeskWords, event: Event, *, set_back: bool) -> LogLine:
    said = (_WORDS.get(event.kind) or event.kind[:1].upper() + event.kind[1:], *_of(desk, words, event))
    flagged = (*said, SET_BACK) if set_back else said
    return LogLine(_when(event.at), words.title(event.actor), ". ".join(filter(None, flagged)), set_back)


def _when(moment: datetime) -> str:
    at = moment.astimezone(LONDON)
    return f"{day_in_table(at.date())}, {at:%H:%M}"


def _of(desk: Desk, words: DeskWords, event: Event) -> Iterator[str]:
    """Yield what the line is about, as far as it says so."""
    detail = event.detail
    if officer := detail.get("officer"):
        yield words.title(str(officer))
    yield str(detail.get("reason", "")).capitalize()
    if others := detail.get("others"):
        yield "1 passphrase ended" if others == 1 else f"{others} passphrases ended"
    if record := detail.get("record"):
        yield words.reference(str(record))
    if register := detail.get("register"):
        yield f"{detail.get('records', 0):,} of {desk.catalogue.get(str(register)).plural.lower()}"
        yield "With restricted content" if detail.get("with_restricted") else ""
    if setting := detail.get("setting"):
        yield _SETTINGS.get(str(setting), str(setting))
    yield str(detail.get("paper", ""))
    yield str(detail.get("backup", ""))
    if "findings" in detail:
        found = int(detail["findings"])
        yield f"{found} found wrong" if found else "Nothing wrong was found"
    yield str(detail.get("lost", ""))
    if seal := detail.get("sha256"):
        yield f"SHA-256 {str(seal)[:_SEAL_SHOWN]}…"
    yield from _failed(event)


def _failed(event: Event) -> Iterator[str]:
    if event.kind == FAILED:
        yield f"By {event.detail['way']}, {_when(datetime.fromisoformat(str(event.detail['said'])))}"
        yield _UNVERIFIED
    elif event.kind == FAILED_BEFORE:
        yield f"{int(event.detail['tries']):,} of them"
        yield _UNVERIFIED
    elif event.kind == FAILED_UNREADABLE:
        yield f"{int(event.detail['tries']):,} could not be read"
