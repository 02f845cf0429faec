"""The vocabularies with the Council's own entries laid over them."""

from __future__ import annotations

from collections.abc import Iterable

from socdesk.registers.declared.desk_records import ListEntry
from socdesk.registers.vocabulary import CouncilEntry, Vocabularies


def vocabularies_of(entries: Iterable[ListEntry]) -> Vocabularies:
    """Return the shipped vocabularies under a desk's list entries."""
    return Vocabularies(
        CouncilEntry(
            vocabulary=entry.vocabulary,
            code=entry.code,
            label=entry.label,
            sort=entry.sort,
            active_from=entry.active.since,
            active_to=entry.active.until,
        )
        for entry in entries
    )
