"""The trail of a desk as a file: both chains, to be checked by anybody with nothing but Python.

It holds no record text, unless restricted content is asked for: then every text that this officer may read.
"""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.bundled import resource
from socdesk.desk.desk import Desk
from socdesk.exchange.file_hash import file_hash
from socdesk.jobs import Progress
from socdesk.registers.register import State
from socdesk.storage.record_store import Query
from socdesk.storage.trail import trail_of

CHECKER = "verify_trail.py"


@dataclass(frozen=True)
class ExportedTrail:
    """A finished trail: its bytes, how many lines each chain has, and the head of changes."""

    data: bytes
    changes: int
    events: int
    head: str

    def in_words(self) -> str:
        """Say what was exported."""
        return f"The trail was exported: {self.changes:,} changes and {self.events:,} lines of the log."


def export_trail(desk: Desk, progress: Progress, *, with_texts: bool = False) -> ExportedTrail:
    """Return the trail, and note in the chain of events that it left, with its hash.

    Raises:
        CancelledError: the person has cancelled it.

    """
    heads = desk.store.heads
    lines = trail_of(
        desk.store,
        made=desk.clock().isoformat(timespec="seconds"),
        without=_kept_back(desk) if with_texts else None,
        step=lambda done, total: progress.report(done, total, "Exporting the trail"),
    )
    data = b"".join(lines)
    desk.record_event(
        "trail exported", changes=heads.changes, events=heads.events, with_restricted=int(with_texts),
        sha256=file_hash(data),
    )  # fmt: skip
    return ExportedTrail(data, heads.changes, heads.events, heads.change_line)


def _kept_back(desk: Desk) -> frozenset[str]:
    """Return the ids of the records that this officer may not read, and of all that belongs to them."""
    hidden = frozenset(i for register in desk.catalogue for i in desk.read.hidden(register))
    theirs = Query(parents=tuple(hidden), states=tuple(State))
    parted = (register for register in desk.catalogue if register.parent and hidden)
    return hidden.union(*(desk.store.records.ids(register, theirs) for register in parted))


def checker() -> bytes:
    """Return the program that checks a trail: one file, which needs Python and nothing else."""
    return resource(CHECKER).read_bytes()
