"""The lists that were brought in so far, newest first, and how one is undone at any later time (story 23)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from socdesk.clock import LONDON, day_in_table
from socdesk.desk.desk import Desk
from socdesk.desk.imports.earlier_import import IN_ORDER, name_of_officer
from socdesk.registers.declared.desk_records import IMPORTS, ImportBatch
from socdesk.registers.register import State
from socdesk.storage.record_store import Query

_MOST = 200
_SHORT_HASH = 8


@dataclass(frozen=True)
class PastImport:
    """One import: when and by whom, of what, how many rows, the file by the beginning of its hash.

    ``deed`` is the number by which it is undone. ``stands`` is false once it was.
    """

    reference: str
    when: str
    who: str = field(repr=False)
    kind: str
    rows: str
    file: str
    deed: int
    stands: bool


def past_imports(desk: Desk) -> tuple[PastImport, ...]:
    """Return the newest imports, also those that were undone."""
    query = Query(states=(State.LIVE, State.BINNED), order=tuple(f"-{name}" for name in IN_ORDER))
    labels = desk.vocabularies()
    found = desk.read.page(IMPORTS, query)
    return tuple(_past(desk, batch, labels.label("list_kind", batch.kind)) for batch in islice(found, _MOST))


def _past(desk: Desk, batch: ImportBatch, kind: str) -> PastImport:
    first = desk.read.history(batch.id)[0]
    at = first.at.astimezone(LONDON)
    refused = f", {batch.rows_refused:,} refused" if batch.rows_refused else ""
    return PastImport(
        reference=batch.reference,
        when=f"{day_in_table(at.date())}, {at:%H:%M}",
        who=name_of_officer(desk, batch.created_by),
        kind=kind,
        rows=f"{batch.rows_in or 0:,} in{refused}",
        file=batch.file_sha256[:_SHORT_HASH],
        deed=first.deed,
        stands=batch.state is State.LIVE,
    )
