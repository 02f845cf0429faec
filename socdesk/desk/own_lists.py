"""The Council's own words for the codes of the lists: other labels, codes of its own, and what is offered no longer.

A code that was shipped is never removed, so that old records keep their meaning (architecture.md, bone 9).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from socdesk.clock import day_in_table, london_day
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.errors import UserFacingError
from socdesk.registers.codes import Code, plain
from socdesk.registers.declared.desk_records import LIST_ENTRIES, ListEntry
from socdesk.registers.register import new_id
from socdesk.registers.values import Span
from socdesk.registers.vocabulary import Vocabularies
from socdesk.storage.record_store import Query

_CODE_LENGTH = 50


class ListEntryError(UserFacingError):
    """An entry of a list cannot be as it was asked for."""


@dataclass(frozen=True)
class ListRow:
    """One entry of a list as the settings show it. ``shipped`` is the label it came with, empty for an added one."""

    code: str
    label: str
    shipped: str
    since: date | None
    until: date | None
    offered: bool

    @property
    def origin(self) -> str:
        """Where it comes from."""
        if not self.shipped:
            return "Added here"
        return "Socdesk" if self.label == self.shipped else f"Socdesk, as “{self.shipped}”"

    @property
    def use(self) -> str:
        """When it is offered."""
        since = f"from {day_in_table(self.since)}" if self.since else ""
        until = f"until {day_in_table(self.until)}" if self.until else ""
        said = f"{since} {until}".strip()
        return f"{said[:1].upper()}{said[1:]}" if said else "Always"


def names_of_lists() -> tuple[tuple[str, str], ...]:
    """Return the key and name of every list, by name."""
    shipped = Vocabularies()
    return tuple(sorted(((key, shipped[key].name) for key in shipped.keys), key=lambda pair: plain(pair[1])))


def rows_of(desk: Desk, vocabulary: str) -> tuple[ListRow, ...]:
    """Return the entries of a list in their order."""
    today, shipped = london_day(desk.clock()), Vocabularies()[vocabulary].by_code
    return tuple(
        ListRow(
            code=code.code,
            label=code.label,
            shipped=shipped[code.code].label if code.code in shipped else "",
            since=code.active_from,
            until=code.active_to,
            offered=code.is_active(today),
        )
        for code in desk.vocabularies()[vocabulary].codes
    )


def relabel_deed(desk: Desk, vocabulary: str, code: str, label: str) -> Deed:
    """Return the deed that gives an entry the Council's own label.

    Raises:
        ListEntryError: the label is empty, or another entry of the list has it.

    """
    label = _checked(desk, vocabulary, label, but=code)
    return _deed("Changed a label of a list", replace(_entry(desk, vocabulary, code), label=label))


def add_deed(desk: Desk, vocabulary: str, label: str) -> Deed:
    """Return the deed that adds an entry to a list, offered from today; its code is made from its label.

    Raises:
        ListEntryError: the label is empty, or another entry of the list has it.

    """
    label = _checked(desk, vocabulary, label)
    known = desk.vocabularies()[vocabulary].by_code
    active = Span(since=london_day(desk.clock()))
    entry = ListEntry(id=new_id(), vocabulary=vocabulary, code=_free_code(label, known), label=label, active=active)
    return _deed("Added an entry to a list", entry)


def retire_deed(desk: Desk, vocabulary: str, code: str) -> Deed:
    """Return the deed after which an entry is offered no longer; records that have it keep it.

    Raises:
        ListEntryError: it would leave the list with nothing to choose.

    """
    today = london_day(desk.clock())
    if [each.code for each in desk.vocabularies().choices(vocabulary, today)] == [code]:
        message = "This is the last entry that is offered."
        raise ListEntryError(message, advice="Nothing was changed. Add another entry first.")
    entry = _entry(desk, vocabulary, code)
    last = today - timedelta(days=1)
    since = min(entry.active.since, last) if entry.active.since else None
    return _deed("Took an entry of a list out of use", replace(entry, active=Span(since, last)))


def offer_again_deed(desk: Desk, vocabulary: str, code: str) -> Deed:
    """Return the deed after which an entry is offered again, from today.

    Raises:
        ListEntryError: it was shipped as one that has ended.

    """
    today = london_day(desk.clock())
    shipped = Vocabularies().code(vocabulary, code)
    if shipped and shipped.active_to and shipped.active_to < today:
        message = "This entry came with the program as one that has ended."
        raise ListEntryError(message, advice="Nothing was changed. Add an entry of your own instead.")
    entry = _entry(desk, vocabulary, code)
    since = today if entry.active.since and entry.active.since > today else entry.active.since
    return _deed("Took an entry of a list into use again", replace(entry, active=Span(since, None)))


def _deed(words: str, entry: ListEntry) -> Deed:
    return Deed(words=words, puts=(entry,))


def _entry(desk: Desk, vocabulary: str, code: str) -> ListEntry:
    """Return what the Council says of a code, or a new entry that says what holds."""
    standing = desk.read.page(LIST_ENTRIES, Query(equal={"vocabulary": vocabulary, "code": code}))
    if standing:
        return standing[-1]
    known = desk.vocabularies()[vocabulary].by_code[code]
    active = Span(known.active_from, known.active_to)
    return ListEntry(id=new_id(), vocabulary=vocabulary, code=code, label=known.label, active=active)


def _checked(desk: Desk, vocabulary: str, label: str, *, but: str = "") -> str:
    label = " ".join(label.split())
    if not label:
        message = "Enter a label."
        raise ListEntryError(message)
    others: tuple[Code, ...] = tuple(each for each in desk.vocabularies()[vocabulary].codes if each.code != but)
    if any(plain(each.label) == plain(label) for each in others):
        message = "Another entry of this list has that label."
        raise ListEntryError(message, advice="Enter a different one.")
    return label


def _free_code(label: str, taken: Collection[str]) -> str:
    """Return a code in capitals made from a label, which no entry has.

    >>> _free_code("Sample Estate (north)", {"SAMPLE_ESTATE_NORTH"})
    'SAMPLE_ESTATE_NORTH_2'
    """
    words = re.sub(r"[^A-Z0-9]+", "_", label.upper()).strip("_")[:_CODE_LENGTH].strip("_")
    first = words if words[:1].isalpha() else f"OWN_{words}".strip("_")
    code, number = first, 1
    while code in taken:
        number += 1
        code = f"{first}_{number}"
    return code
