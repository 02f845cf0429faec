"""Headings are matched once: what the newest import of the same kind of list did with them is done again.

The record of each import keeps which heading filled which field, and which was not imported; nothing of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from socdesk.clock import day_in_text
from socdesk.desk.desk import Desk
from socdesk.desk.imports.earlier_import import IN_ORDER
from socdesk.exchange.columns import ColumnMatch, ColumnPair
from socdesk.exchange.list_kinds import list_shape
from socdesk.registers.declared.desk_records import IMPORTS, ImportBatch
from socdesk.registers.register import State
from socdesk.storage.record_store import Query

NOT_IMPORTED = "not imported"
_ANY_STATE = (State.LIVE, State.BINNED)


def columns_in_words(match: ColumnMatch | None) -> str:
    """Return a match as the record of an import keeps it: a line for each heading."""
    if match is None:
        return ""
    used = [f"{pair.target}: {match.header[pair.column_index]}" for pair in match.pairs]
    return "\n".join((*used, *(f"{NOT_IMPORTED}: {heading}" for heading in match.unmatched)))


def remembered_match(desk: Desk, guessed: ColumnMatch) -> tuple[ColumnMatch, str]:
    """Return the match that was made for the same headings before, and what to say of it; else the guess."""
    batches = desk.read.page(IMPORTS, Query(equal={"kind": guessed.kind.name}, states=_ANY_STATE, order=IN_ORDER))
    for batch in reversed(batches):
        match = _as_then(batch, guessed)
        if match is not None:
            when = f" on {day_in_text(batch.imported)}" if batch.imported else ""
            return match, f"These headings are matched as they were{when} ({batch.reference})."
    return guessed, ""


def _as_then(batch: ImportBatch, guessed: ColumnMatch) -> ColumnMatch | None:
    """Return the match of an import whose headings are the same, or nothing."""
    lines = list(_lines(batch))
    sensitive = {column.heading for column in guessed.sensitive}
    now = sorted(heading for heading in guessed.header if heading and heading not in sensitive)
    if not lines or sorted(heading for _target, heading in lines) != now:
        return None
    known = {target.key for target in list_shape(guessed.kind).targets}
    pairs = tuple(ColumnPair(target, guessed.header.index(heading)) for target, heading in lines if target in known)
    return ColumnMatch(guessed.kind, guessed.header, pairs, guessed.sensitive)


def _lines(batch: ImportBatch) -> Iterator[tuple[str, str]]:
    for line in batch.columns.splitlines():
        target, _, heading = line.partition(": ")
        yield target, heading
