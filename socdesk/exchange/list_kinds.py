"""The kinds of list that come in, and the fields that each can fill; the words are data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from socdesk.exchange.header_words import heading_words
from socdesk.exchange.list_data import list_data


class ListKind(StrEnum):
    """Taxi drivers, the council's staff, elected members."""

    DRIVERS = "drivers"
    STAFF = "staff"
    MEMBERS = "members"


@dataclass(frozen=True)
class Target:
    """One field that a column can fill. ``synonyms`` are headings made comparable, the likeliest first."""

    key: str
    label: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class ListShape:
    """What one kind of list holds.

    Each group of ``required`` needs a column for at least one of its keys. ``stands_for`` says which field's
    column is read when a field has none of its own: a list without licence numbers is told apart by badge
    numbers.
    """

    kind: ListKind
    label: str
    targets: tuple[Target, ...]
    required: tuple[tuple[str, ...], ...]
    stands_for: tuple[tuple[str, str], ...]
    noise: frozenset[str]

    def target(self, key: str) -> Target:
        """Return the field of that key.

        Raises:
            KeyError: this kind of list has no such field.

        """
        for target in self.targets:
            if target.key == key:
                return target
        raise KeyError(key)


@cache
def list_shape(kind: ListKind) -> ListShape:
    """Return what a kind of list holds."""
    data = list_data(kind.value)
    targets = tuple(
        Target(one["key"], one["label"], tuple(dict.fromkeys(map(heading_words, one["synonyms"]))))
        for one in data["targets"]
    )
    return ListShape(
        kind=kind,
        label=data["label"],
        targets=targets,
        required=tuple(tuple(group) for group in data["required"]),
        stands_for=tuple(data["stands_for"].items()),
        noise=frozenset(map(heading_words, data["noise"])),
    )
