"""Read the data the program ships with, and say exactly where it is wrong.

Whatever is wrong in a shipped file is a fault of ours, never the person's: it is a ValueError that names the file,
the place in it and what was expected.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import cast

from socdesk.bundled import resource


class Entry:
    """One JSON object of a shipped file, read value by value with its type.

    ``place`` says where it stands, for the words of an error: ``pillar.json, codes 2``.
    """

    def __init__(self, values: Mapping[str, object], place: str) -> None:
        self._values = values
        self.place = place

    def fault(self, words: str) -> ValueError:
        """Return the error that says what is wrong here."""
        return ValueError(f"{self.place}: {words}")

    def names(self) -> tuple[str, ...]:
        """Return the names that stand here, in the file's order."""
        return tuple(self._values)

    def _value(self, name: str) -> object:
        if name not in self._values:
            raise self.fault(f"{name} is missing")
        return self._values[name]

    def words(self, name: str) -> str:
        """Return a text that may be empty."""
        value = self._value(name)
        if not isinstance(value, str) or value != value.strip():
            raise self.fault(f"{name} must be text without blanks around it")
        return value

    def text(self, name: str) -> str:
        """Return a text that says something."""
        if not (value := self.words(name)):
            raise self.fault(f"{name} is empty")
        return value

    def text_or_none(self, name: str) -> str | None:
        """Return a text, or nothing where the file says null."""
        return None if self._value(name) is None else self.text(name)

    def number(self, name: str) -> int:
        """Return a whole number that is not negative."""
        value = self._value(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.fault(f"{name} must be a whole number")
        return value

    def number_or_none(self, name: str) -> int | None:
        """Return a whole number, or nothing where the file says null."""
        return None if self._value(name) is None else self.number(name)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._value(name)
        if not isinstance(value, bool):
            raise self.fault(f"{name} must be true or false")
        return value

    def day(self, name: str) -> date:
        """Return an ISO day."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError as error:
            raise self.fault(f"{name} must be a day such as 2019-09-19") from error

    def day_or_none(self, name: str) -> date | None:
        """Return an ISO day, or nothing where the file says null."""
        return None if self._value(name) is None else self.day(name)

    def _list(self, name: str) -> list[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise self.fault(f"{name} must be a list")
        return cast("list[object]", value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, none of them empty."""
        values = self._list(name)
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault(f"{name} must be a list of texts")
        return tuple(str(value) for value in values)

    def entry(self, name: str) -> Entry:
        """Return the object under a name."""
        return _entry(self._value(name), f"{self.place}, {name}")

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Return the objects of a list; their places count from 1."""
        values = self._list(name)
        return tuple(_entry(value, f"{self.place}, {name} {n}") for n, value in enumerate(values, start=1))


def _entry(value: object, place: str) -> Entry:
    if isinstance(value, dict):
        return Entry(cast("dict[str, object]", value), place)
    raise ValueError(f"{place}: must be an object")


def entry_from(text: str, place: str) -> Entry:
    """Return the object that JSON text holds; raise ValueError where it holds none."""
    try:
        value: object = json.loads(text)
    except ValueError as error:
        raise ValueError(f"{place}: not JSON") from error
    return _entry(value, place)


def read_shipped(*parts: str) -> Entry:
    """Return the object that a shipped file holds, such as ``read_shipped("strategy", "posts.json")``.

    Raises:
        FileNotFoundError: the build is incomplete.
        ValueError: the file is not what it should be.

    """
    return entry_from(resource(*parts).read_text(encoding="utf-8"), "/".join(parts))
