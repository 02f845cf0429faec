"""Fields that hold yes or no, whole numbers, and files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import ClassVar, cast

from socdesk.registers.fields import Field, FieldError, Lookup, Scalar
from socdesk.registers.values import StoredFile

_YES = frozenset({"yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0", ""})


@dataclass(frozen=True, kw_only=True)
class Flag(Field[bool]):
    """Yes or no."""

    integer: ClassVar[bool] = True

    @property
    def empty(self) -> bool:
        """No."""
        return False

    def parse(self, text: str) -> bool:
        """Read yes or no."""
        word = text.strip().lower()
        if word not in _YES | _NO:
            raise FieldError(f"“{text}” is neither yes nor no.")
        return word in _YES

    def typed(self, value: bool) -> str:  # noqa: FBT001  a value, not a switch
        """Return yes or no."""
        return "yes" if value else "no"

    def show(self, value: bool, lookup: Lookup) -> str:  # noqa: FBT001  a value, not a switch
        """Return Yes or No."""
        del lookup
        return "Yes" if value else "No"

    def to_json(self, value: bool) -> object:  # noqa: FBT001  a value, not a switch
        """Return true or false."""
        return value

    def from_json(self, stored: object) -> bool:
        """Return the flag."""
        return stored is True

    def to_column(self, value: bool) -> Scalar:  # noqa: FBT001  a value, not a switch
        """Return 1 or 0."""
        return int(value)


@dataclass(frozen=True, kw_only=True)
class Number(Field[int | None]):
    """A whole number within limits, or nothing."""

    least: int = 0
    most: int = 1_000_000_000
    integer: ClassVar[bool] = True

    @property
    def empty(self) -> int | None:
        """No number."""
        return None

    def parse(self, text: str) -> int | None:
        """Read a whole number; thousands may be parted by commas."""
        plain = text.strip().replace(",", "")
        if not plain:
            return None
        try:
            return int(plain)
        except ValueError as error:
            raise FieldError(f"“{text}” is not a whole number.") from error

    def typed(self, value: int | None) -> str:
        """Return the number without commas."""
        return "" if value is None else str(value)

    def problem(self, value: int | None) -> str:
        """Refuse a number outside the limits."""
        if value is not None and not self.least <= value <= self.most:
            return f"{self.label} must be between {self.least:,} and {self.most:,}"
        return super().problem(value)

    def show(self, value: int | None, lookup: Lookup) -> str:
        """Return the number with commas."""
        del lookup
        return "" if value is None else f"{value:,}"

    def to_json(self, value: int | None) -> object:
        """Return the number."""
        return value

    def from_json(self, stored: object) -> int | None:
        """Return the number."""
        return stored if isinstance(stored, int) and not isinstance(stored, bool) else None

    def to_column(self, value: int | None) -> Scalar:
        """Return the number."""
        return value


@dataclass(frozen=True, kw_only=True)
class Attachment(Field[StoredFile | None]):
    """A file kept inside the desk."""

    in_row: ClassVar[bool] = False

    @property
    def empty(self) -> StoredFile | None:
        """No file."""
        return None

    def parse(self, text: str) -> StoredFile | None:
        """Refuse typed text: a file is chosen, not typed."""
        if text.strip():
            raise FieldError("A file cannot be typed. Choose it instead.")
        return None

    def typed(self, value: StoredFile | None) -> str:
        """Return nothing: a file cannot be typed."""
        del value
        return ""

    def show(self, value: StoredFile | None, lookup: Lookup) -> str:
        """Return the file's name."""
        del lookup
        return value.name if value else ""

    def to_json(self, value: StoredFile | None) -> object:
        """Return what is known of the file."""
        return asdict(value) if value else None

    def from_json(self, stored: object) -> StoredFile | None:
        """Return what is known of the file."""
        if not isinstance(stored, dict):
            return None
        known = cast("dict[str, object]", stored)
        size = known.get("size")
        texts = [str(known.get(key, "")) for key in ("id", "name", "sha256")]
        return StoredFile(texts[0], texts[1], size if isinstance(size, int) else 0, texts[2])

    def to_column(self, value: StoredFile | None) -> Scalar:
        """Return JSON text."""
        return json.dumps(self.to_json(value), ensure_ascii=False) if value else None
