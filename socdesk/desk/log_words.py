"""The log of an open desk in words: who opened it, who looked at what is restricted, what left it."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk
from socdesk.desk.words import DeskWords
from socdesk.storage.event_store import Event

_WORDS = {
    "unlocked": "Unlocked the desk",
    "unlock refused": "Was refused at the door",
    "recovery words used": "Opened the desk with the recovery words",
    "person added": "Let a person open the desk",
    "person changed": "Changed a person’s name or days",
    "person removed": "Removed a person",
    "passphrase changed": "Changed the passphrase",
    "recovery words renewed": "Made new recovery words",
    "verified": "Verified the desk",
    "taken as it stands": "Took the desk as it stands",
    "paper made": "Made a paper",
    "exported": "Exported",
}


@dataclass(frozen=True)
class LogLine:
    """One line of the log."""

    when: str
    who: str
    what: str


def log_of(desk: Desk, limit: int = 500) -> tuple[LogLine, ...]:
    """Return the newest lines of the log, newest first. Records are named by their reference alone."""
    words = DeskWords(desk)
    newest = desk.store.events.all()[-limit:]
    return tuple(_line(desk, words, event) for event in reversed(newest))


def _line(desk: Desk, words: DeskWords, event: Event) -> LogLine:
    at = event.at.astimezone(LONDON)
    when = f"{day_in_table(at.date())}, {at:%H:%M}"
    said = (_what(event), _way_in(words, event) or _of(desk, words, event))
    return LogLine(when, words.title(event.actor), ". ".join(part for part in said if part))


def _what(event: Event) -> str:
    return _WORDS.get(event.kind, event.kind[:1].upper() + event.kind[1:])


def _way_in(words: DeskWords, event: Event) -> str:
    """Return whose way in the line is about, or why somebody was refused."""
    if officer := event.detail.get("officer"):
        return words.title(str(officer))
    return str(event.detail.get("reason", "")).capitalize()


def _of(desk: Desk, words: DeskWords, event: Event) -> str:
    """Return what the line is about, as far as it says so."""
    if record := event.detail.get("record"):
        return words.reference(str(record))
    if register := event.detail.get("register"):
        return f"{event.detail.get('records', 0):,} of {desk.catalogue.get(str(register)).plural.lower()}"
    if paper := event.detail.get("paper"):
        return str(paper)
    if "findings" in event.detail:
        found = int(event.detail["findings"])
        return "Nothing wrong was found" if not found else f"{found} found wrong"
    return ""
