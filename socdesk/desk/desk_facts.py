"""What can be said of a desk without reading what it holds: where it lies, since when, how much it is."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.clock import day_in_text, london_day
from socdesk.desk.desk import Desk


@dataclass(frozen=True)
class DeskFacts:
    """The facts, in words."""

    folder: str
    began: str
    size: str
    changes: int
    events: int


def facts_of(desk: Desk) -> DeskFacts:
    """Gather the facts of an open desk."""
    place, began = desk.store.place, desk.began()
    size = sum(path.stat().st_size for path in place.folder.iterdir() if path.is_file())
    return DeskFacts(
        folder=str(place.folder),
        began=day_in_text(london_day(began)) if began else "",
        size=f"{max(round(size / 1_000_000, 1), 0.1):,} MB",
        changes=desk.store.writer.head.seq,
        events=desk.store.events.seq,
    )
