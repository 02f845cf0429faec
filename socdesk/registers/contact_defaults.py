"""The routes and numbers that a new desk begins with (domain.md 3.6).

A stale number is harmful here: each counts as unchecked until the council confirms it on the desk, and once a year
after that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdesk.registers.shipped import Entry, read_shipped


@dataclass(frozen=True)
class PhoneNumber:
    """A telephone number as it is dialled; ``label`` says whose it is where there are several.

    ``also`` holds other ways in which the same number is written.
    """

    label: str
    number: str
    also: tuple[str, ...]


@dataclass(frozen=True)
class Contact:
    """Where to turn. ``route`` is a code of the vocabulary route, or None where nothing is routed there.

    ``certainty`` says where it is from: published, strategy or general knowledge. ``checked_on`` is None until checked.
    """

    code: str
    route: str | None
    name: str
    detail: str
    numbers: tuple[PhoneNumber, ...]
    website: str
    certainty: str
    note: str
    checked_on: date | None


def _number(entry: Entry) -> PhoneNumber:
    also = tuple(part.strip() for part in entry.words("also").split(";") if part.strip())
    return PhoneNumber(entry.words("label"), entry.text("number"), also)


def _contact(entry: Entry) -> Contact:
    return Contact(
        code=entry.text("code"),
        route=entry.text_or_none("route"),
        name=entry.text("name"),
        detail=entry.text("detail"),
        numbers=tuple(map(_number, entry.entries("numbers"))),
        website=entry.words("website"),
        certainty=entry.text("certainty"),
        note=entry.words("note"),
        checked_on=entry.day_or_none("checked_on"),
    )


def shipped_contacts() -> tuple[Contact, ...]:
    """Read the shipped contacts, in the order in which people see them; a faulty file raises ValueError."""
    return tuple(map(_contact, read_shipped("contacts", "contacts.json").entries("contacts")))
