"""Whether the very same file came in before, by its hash: when, and who brought it in."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.clock import day_in_text
from socdesk.desk.desk import Desk
from socdesk.registers.declared.desk_records import IMPORTS, OFFICERS
from socdesk.storage.record_store import Query

IN_ORDER = ("imported", "reference")
"""The order of imports: the newest last."""


@dataclass(frozen=True)
class EarlierImport:
    """An import of the same file that still stands."""

    reference: str
    words: str


def earlier_import(desk: Desk, sha256: str) -> EarlierImport | None:
    """Return the newest import of the file with this hash that was not undone, or nothing."""
    known = desk.read.page(IMPORTS, Query(equal={"file_sha256": sha256}, order=IN_ORDER))
    if not known:
        return None
    batch = known[-1]
    when = f" on {day_in_text(batch.imported)}" if batch.imported else ""
    who = name_of_officer(desk, batch.created_by)
    by = f" by {who}" if who else ""
    return EarlierImport(batch.reference, f"This file was imported{when}{by} ({batch.reference}).")


def name_of_officer(desk: Desk, actor: str) -> str:
    """Return an officer's name, or nothing where the desk does not know it."""
    officer = desk.read.get(OFFICERS, actor)
    return officer.name if officer else ""
