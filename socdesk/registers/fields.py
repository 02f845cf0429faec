"""The base of every field: what it says of itself, whatever its kind.

A field is declared once, on the record class, as ``Annotated[type, kind]``. Tables, lists, forms, search, history,
imports, exports and the leak check all read that declaration.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

Value = TypeVar("Value")

Scalar = str | int | None
"""What a database column holds."""


class Audience(enum.IntEnum):
    """Who may see a field (architecture.md, bone 8)."""

    PUBLIC = 0
    INTERNAL = 1
    RESTRICTED = 2
    SOURCE = 3


class Identity(enum.StrEnum):
    """What a field gives away, so that the leak check knows what to look for (domain.md 2.6)."""

    NAME = "name"
    SURNAME = "surname"
    FORENAME = "forename"
    ADDRESS = "address"
    LICENCE = "licence"
    PLATE = "plate"


class FieldError(ValueError):
    """A typed text is no value of its field; the message says why, to a person."""


class Lookup(Protocol):
    """Where fields find the words for codes and links."""

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code."""
        ...

    def title(self, record_id: str) -> str:
        """Return what a record is called."""
        ...


class PlainLookup:
    """A lookup that knows no words: codes and ids stand for themselves."""

    def label(self, vocabulary: str, code: str) -> str:
        """Return the code."""
        del vocabulary
        return code

    def title(self, record_id: str) -> str:
        """Return the id."""
        return record_id


@dataclass(frozen=True, kw_only=True)
class Field(Generic[Value]):
    """What every field has.

    ``sealed`` fields never change once saved. ``formerly`` names earlier attribute names of the same field.
    """

    label: str
    hint: str = ""
    required: bool = False
    audience: Audience = Audience.INTERNAL
    searchable: bool = False
    sealed: bool = False
    identifies: Identity | None = None
    formerly: tuple[str, ...] = ()
    in_list: bool = False

    integer: ClassVar[bool] = False
    in_row: ClassVar[bool] = True
    """Whether the current table has a column for it, so that lists can filter and sort by it."""

    @property
    def empty(self) -> Value:
        """The value that stands for nothing."""
        raise NotImplementedError

    def parse(self, text: str) -> Value:
        """Read what a person typed; raise FieldError where it cannot be read."""
        raise NotImplementedError

    def typed(self, value: Value) -> str:
        """Return the text that ``parse`` reads back as this value."""
        raise NotImplementedError

    def show(self, value: Value, lookup: Lookup) -> str:
        """Return the value in words."""
        raise NotImplementedError

    def spoken(self, value: Value, lookup: Lookup) -> str:
        """Return what a screen reader says."""
        return f"{self.label}: {self.show(value, lookup) or 'empty'}"

    def problem(self, value: Value) -> str:
        """Return what is wrong with a value, or nothing."""
        if self.required and value == self.empty:
            return f"{self.label} is missing"
        return ""

    def to_json(self, value: Value) -> object:
        """Return the value as canonical JSON holds it."""
        raise NotImplementedError

    def from_json(self, stored: object) -> Value:
        """Return the value that JSON held; anything unreadable loads as nothing rather than fail."""
        raise NotImplementedError

    def to_column(self, value: Value) -> Scalar:
        """Return the value as a column of the current table holds it."""
        raise NotImplementedError
