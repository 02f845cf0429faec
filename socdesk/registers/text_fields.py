"""Fields that hold text, codes, references and links."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import ClassVar, cast

from socdesk.registers.fields import Field, Lookup, Scalar

_DUMP = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, kw_only=True)
class Words(Field[str]):
    """The common part of all fields that hold one string."""

    @property
    def empty(self) -> str:
        """No text."""
        return ""

    def parse(self, text: str) -> str:
        """Take the text without the blanks around it."""
        return text.strip()

    def typed(self, value: str) -> str:
        """Return the text, the code or the id itself."""
        return value

    def problem(self, value: str) -> str:
        """Refuse what no file can hold: half of a character, as a bad paste may bring it."""
        try:
            value.encode()
        except UnicodeEncodeError:
            return f"{self.label} holds a character that cannot be kept"
        return super().problem(value)

    def show(self, value: str, lookup: Lookup) -> str:
        """Return the text itself."""
        del lookup
        return value

    def to_json(self, value: str) -> object:
        """Return the text."""
        return value

    def from_json(self, stored: object) -> str:
        """Return the text."""
        return stored if isinstance(stored, str) else ""

    def to_column(self, value: str) -> Scalar:
        """Return the text."""
        return value


@dataclass(frozen=True, kw_only=True)
class Text(Words):
    """Text of one line."""

    most: int = 300

    def problem(self, value: str) -> str:
        """Refuse line breaks and overlong text."""
        if len(value.splitlines()) > 1:
            return f"{self.label} must be one line"
        if len(value) > self.most:
            return f"{self.label} must be {self.most} characters or fewer"
        return super().problem(value)


@dataclass(frozen=True, kw_only=True)
class LongText(Words):
    """Text of many lines. It stands in the record's versions alone; lists neither filter nor sort by it."""

    in_row: ClassVar[bool] = False
    most: int = 100_000

    def problem(self, value: str) -> str:
        """Refuse overlong text."""
        if len(value) > self.most:
            return f"{self.label} must be {self.most:,} characters or fewer"
        return super().problem(value)


@dataclass(frozen=True, kw_only=True)
class Reference(Words):
    """A reference somebody else gave: a portal's, a minute's, a certificate's."""


@dataclass(frozen=True, kw_only=True)
class Link(Words):
    """The id of another record; ``register`` is that record's register, or empty where any may stand."""

    register: str = ""

    def show(self, value: str, lookup: Lookup) -> str:
        """Return what the other record is called."""
        return lookup.title(value) if value else ""


@dataclass(frozen=True, kw_only=True)
class Choice(Words):
    """One code of a vocabulary. An unknown code loads and shows, and never fails (architecture.md, bone 9)."""

    vocabulary: str

    def show(self, value: str, lookup: Lookup) -> str:
        """Return the code's label."""
        return lookup.label(self.vocabulary, value) if value else ""


@dataclass(frozen=True, kw_only=True)
class Choices(Field[tuple[str, ...]]):
    """Several codes of a vocabulary, in the order they were chosen."""

    vocabulary: str

    @property
    def empty(self) -> tuple[str, ...]:
        """No code."""
        return ()

    def parse(self, text: str) -> tuple[str, ...]:
        """Take codes parted by semicolons."""
        return tuple(part.strip() for part in text.split(";") if part.strip())

    def typed(self, value: tuple[str, ...]) -> str:
        """Return the codes, parted by semicolons."""
        return "; ".join(value)

    def show(self, value: tuple[str, ...], lookup: Lookup) -> str:
        """Return the labels, parted by semicolons."""
        return "; ".join(lookup.label(self.vocabulary, code) for code in value)

    def to_json(self, value: tuple[str, ...]) -> object:
        """Return a list."""
        return list(value)

    def from_json(self, stored: object) -> tuple[str, ...]:
        """Return the codes."""
        return tuple(str(code) for code in cast("list[object]", stored)) if isinstance(stored, list) else ()

    def to_column(self, value: tuple[str, ...]) -> Scalar:
        """Return JSON text, so that one code can be searched for with its quotes."""
        return _DUMP(list(value))
