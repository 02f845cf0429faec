"""Fields that hold days, moments and stretches of time."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import cast

from socdesk.clock import LONDON, MONTHS, day_in_text
from socdesk.registers.fields import Field, FieldError, Lookup, Scalar
from socdesk.registers.values import Occasion, Span, WhenKind

_UK_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_DAY_IN_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9}),? (\d{4})")
_TIME = re.compile(r"(.+?),?\s+(\d{1,2})[:.](\d{2})")
_SCOPE = re.compile(r"(?:from (.+?))?\s*(?:until (.+))?", re.IGNORECASE)
_SINCE = re.compile(r"ongoing(?: since (.+))?", re.IGNORECASE)
_NOT_KNOWN = "not known"
_CENTURY = 2000


def day_from_text(text: str) -> date | None:
    """Read a day typed as 2026-03-05, 5/3/26, 5 March 2026 or 5 Mar 2026; nothing for no text.

    Raises:
        FieldError: it is none of these.

    """
    text = text.strip()
    if not text:
        return None
    try:
        if found := _UK_DAY.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return date(year if year >= _CENTURY // 2 else year + _CENTURY, month, day)
        if found := _DAY_IN_WORDS.fullmatch(text):
            return date(int(found[3]), _month(found[2]), int(found[1]))
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldError(f"“{text}” is not a day. Type it as 5/3/2026.") from error


def _month(word: str) -> int:
    """Return the number of a month by at least three letters of its name, or raise ValueError."""
    found = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
    if not found:
        raise ValueError(word)
    return found[0]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(stored: object) -> date | None:
    try:
        return date.fromisoformat(stored) if isinstance(stored, str) and stored else None
    except ValueError:
        return None


def _moment(stored: object) -> datetime | None:
    try:
        return datetime.fromisoformat(stored).astimezone(UTC) if isinstance(stored, str) and stored else None
    except ValueError:
        return None


def _typed_moment(text: str) -> datetime:
    found = _TIME.fullmatch(text)
    day = day_from_text(found[1]) if found else None
    if found is None or day is None:
        return datetime.fromisoformat(text)
    return datetime.combine(day, time(int(found[2]), int(found[3])))


@dataclass(frozen=True, kw_only=True)
class Day(Field[date | None]):
    """A calendar day without a zone."""

    @property
    def empty(self) -> date | None:
        """No day."""
        return None

    def parse(self, text: str) -> date | None:
        """Read a day."""
        return day_from_text(text)

    def typed(self, value: date | None) -> str:
        """Return the ISO day."""
        return _iso(value) or ""

    def show(self, value: date | None, lookup: Lookup) -> str:
        """Return 5 March 2026."""
        del lookup
        return day_in_text(value) if value else ""

    def to_json(self, value: date | None) -> object:
        """Return the ISO day."""
        return _iso(value)

    def from_json(self, stored: object) -> date | None:
        """Return the day."""
        return _day(stored)

    def to_column(self, value: date | None) -> Scalar:
        """Return the ISO day, which sorts as days do."""
        return _iso(value)


@dataclass(frozen=True, kw_only=True)
class Moment(Field[datetime | None]):
    """A moment, stored in UTC and shown in London."""

    @property
    def empty(self) -> datetime | None:
        """No moment."""
        return None

    def parse(self, text: str) -> datetime | None:
        """Read a day and a time of London, as they are shown or as ISO has them; ISO may name a zone."""
        if not text.strip():
            return None
        try:
            moment = _typed_moment(text.strip())
        except ValueError as error:
            raise FieldError(f"“{text}” is not a day and time. Type it as 5/3/2026 14:30.") from error
        return (moment if moment.tzinfo else moment.replace(tzinfo=LONDON)).astimezone(UTC)

    def typed(self, value: datetime | None) -> str:
        """Return the moment with its zone."""
        return value.isoformat() if value else ""

    def problem(self, value: datetime | None) -> str:
        """Refuse a moment without a zone."""
        if value is not None and value.tzinfo is None:
            return f"{self.label} has no time zone"
        return super().problem(value)

    def show(self, value: datetime | None, lookup: Lookup) -> str:
        """Return 5 March 2026, 14:30, in London's time."""
        del lookup
        if value is None:
            return ""
        local = value.astimezone(LONDON)
        return f"{day_in_text(local.date())}, {local:%H:%M}"

    def to_json(self, value: datetime | None) -> object:
        """Return the ISO moment in UTC."""
        return value.astimezone(UTC).isoformat() if value else None

    def from_json(self, stored: object) -> datetime | None:
        """Return the moment."""
        return _moment(stored)

    def to_column(self, value: datetime | None) -> Scalar:
        """Return the ISO moment in UTC, which sorts as moments do."""
        return value.astimezone(UTC).isoformat() if value else None


@dataclass(frozen=True, kw_only=True)
class Period(Field[Span]):
    """A dated scope: since and until."""

    @property
    def empty(self) -> Span:
        """Open at both ends."""
        return Span()

    def parse(self, text: str) -> Span:
        """Read two days parted by a semicolon, either of which may be left out, or: from one day until another."""
        if found := _SCOPE.fullmatch(text.strip()):
            since, until = found[1] or "", found[2] or ""
        else:
            since, _, until = text.partition(";")
        return Span(day_from_text(since), day_from_text(until))

    def typed(self, value: Span) -> str:
        """Return two ISO days parted by a semicolon; nothing for a scope open at both ends."""
        return f"{_iso(value.since) or ''}; {_iso(value.until) or ''}".strip() if value != Span() else ""

    def show(self, value: Span, lookup: Lookup) -> str:
        """Return it in words."""
        del lookup
        return value.in_words()

    def problem(self, value: Span) -> str:
        """Refuse an end before the beginning."""
        return f"{self.label} {value.problem}" if value.problem else super().problem(value)

    def to_json(self, value: Span) -> object:
        """Return both days."""
        return [_iso(value.since), _iso(value.until)]

    def from_json(self, stored: object) -> Span:
        """Return the scope."""
        days = cast("list[object]", stored) if isinstance(stored, list) else []
        return Span(_day(days[0]), _day(days[1])) if len(days) == 2 else Span()  # noqa: PLR2004  two ends

    def to_column(self, value: Span) -> Scalar:
        """Return both ISO days with a stroke between, which sorts by the first."""
        return f"{_iso(value.since) or ''}/{_iso(value.until) or ''}"


@dataclass(frozen=True, kw_only=True)
class When(Field[Occasion]):
    """When something happened: a point, a range, ongoing, or not known."""

    @property
    def empty(self) -> Occasion:
        """Not known."""
        return Occasion()

    def parse(self, text: str) -> Occasion:
        """Read a day, two days parted by a semicolon or ``to``, a day and the word ongoing, or nothing."""
        if text.strip().lower() == _NOT_KNOWN:
            return Occasion()
        if found := _SINCE.fullmatch(text.strip()):
            return Occasion(WhenKind.ONGOING, day_from_text(found[1] or ""))
        text = text.replace(" to ", ";", 1)
        first, _, second = (part.strip() for part in text.partition(";"))
        if not first and not second:
            return Occasion()
        if second.lower() == WhenKind.ONGOING:
            return Occasion(WhenKind.ONGOING, day_from_text(first))
        if second:
            return Occasion(WhenKind.RANGE, day_from_text(first), day_from_text(second))
        return Occasion(WhenKind.POINT, day_from_text(first))

    def typed(self, value: Occasion) -> str:
        """Return an ISO day, two of them, or a day and the word ongoing, parted by a semicolon."""
        start = _iso(value.start) or ""
        second = {WhenKind.RANGE: _iso(value.end) or "", WhenKind.ONGOING: WhenKind.ONGOING.value}.get(value.kind)
        return start if second is None else f"{start}; {second}"

    def show(self, value: Occasion, lookup: Lookup) -> str:
        """Return it in words."""
        del lookup
        start = day_in_text(value.start) if value.start else ""
        if value.kind is WhenKind.RANGE and value.end:
            return f"{start} to {day_in_text(value.end)}"
        if value.kind is WhenKind.ONGOING:
            return f"ongoing since {start}" if start else "ongoing"
        return start or _NOT_KNOWN

    def problem(self, value: Occasion) -> str:
        """Refuse a range without its days."""
        return f"{self.label} {value.problem}" if value.problem else super().problem(value)

    def to_json(self, value: Occasion) -> object:
        """Return kind and days."""
        return [value.kind.value, _iso(value.start), _iso(value.end)]

    def from_json(self, stored: object) -> Occasion:
        """Return the occasion; an unknown kind reads as not known."""
        parts = cast("list[object]", stored) if isinstance(stored, list) else []
        if len(parts) != 3 or parts[0] not in list(WhenKind):  # noqa: PLR2004  kind and two days
            return Occasion()
        return Occasion(WhenKind(str(parts[0])), _day(parts[1]), _day(parts[2]))

    def to_column(self, value: Occasion) -> Scalar:
        """Return JSON text."""
        return json.dumps(self.to_json(value))
