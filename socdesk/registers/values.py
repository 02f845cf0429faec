"""Values that a field may hold and that Python has no type for."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from socdesk.clock import day_in_text


class WhenKind(enum.StrEnum):
    """How exactly it is known when something happened (domain.md 3.2)."""

    POINT = "point"
    RANGE = "range"
    ONGOING = "ongoing"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Occasion:
    """When something happened: on a day, between two days, since a day, or not known."""

    kind: WhenKind = WhenKind.UNKNOWN
    start: date | None = None
    end: date | None = None

    @property
    def problem(self) -> str:
        """What is wrong with it, or nothing."""
        if self.kind in (WhenKind.POINT, WhenKind.RANGE) and self.start is None:
            return "needs a day"
        if self.kind is WhenKind.RANGE and (self.end is None or self.start is None or self.end < self.start):
            return "needs a last day that is not before the first"
        return ""


@dataclass(frozen=True)
class Span:
    """A dated scope: from a day to a day, both included; either may be open."""

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether a day lies within."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def problem(self) -> str:
        """What is wrong with it, or nothing."""
        if self.since and self.until and self.until < self.since:
            return "ends before it begins"
        return ""

    def in_words(self) -> str:
        """Return it as text has it."""
        since = f"from {day_in_text(self.since)}" if self.since else ""
        until = f"until {day_in_text(self.until)}" if self.until else ""
        return f"{since} {until}".strip()


@dataclass(frozen=True)
class StoredFile:
    """A file kept inside the desk: its id there, its name, its size in bytes and its SHA-256."""

    id: str
    name: str
    size: int
    sha256: str
