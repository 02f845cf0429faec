"""The leak check of one desk: everything on it that is not public, ready to be looked for in finished papers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from socdesk.desk.papers.private_words import private_words, public_words, published_contacts
from socdesk.jobs import Progress
from socdesk.reports.leaks.check import Gate
from socdesk.reports.leaks.secret import Secret

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed, Desk

_HARMLESS = frozenset({"papers", "paper_sections"})
"""Registers all of whose fields are public: a change in them leaves the gate as it is."""

_ROWS_BETWEEN_REPORTS = 500

_KINDS = {
    "name": ("name", "names"),
    "address": ("address", "addresses"),
    "licence": ("licence number", "licence numbers"),
    "plate": ("vehicle registration", "vehicle registrations"),
    "reference": ("reference", "references"),
    "text": ("restricted text", "restricted texts"),
}


def gate_of(desk: Desk, progress: Progress) -> Gate:
    """Gather everything that is not public.

    Raises:
        CancelledError: the person has cancelled it.

    """
    known = public_words()

    def watched() -> Iterator[Secret]:
        for number, secret in enumerate(private_words(desk, known)):
            if not number % _ROWS_BETWEEN_REPORTS:
                progress.report(number, 0, "Gathering what is not public")
            yield secret

    return Gate(watched(), public_words=known, allowed=published_contacts(desk))


def looked_for(gate: Gate) -> str:
    """Return in words what a gate looks for: the things on the desk by kind, and what no public paper holds."""
    counts = gate.counts
    found = [f"{counts[key]:,} {words[counts[key] != 1]}" for key, words in _KINDS.items() if counts.get(key)]
    return ", ".join(found)


class KeptGate:
    """Keeps the gate of an open desk until a record changes that it was made from."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._gate: Gate | None = None
        self._changes = 0
        self._lock = threading.Lock()
        desk.listen(self._changed)

    def get(self, progress: Progress) -> Gate:
        """Return the gate as the desk stands."""
        with self._lock:
            if self._gate is not None:
                return self._gate
            begun = self._changes
            gate = gate_of(self._desk, progress)
            self._gate = gate if begun == self._changes else None
            return gate

    def _changed(self, changed: Changed) -> None:
        if not _HARMLESS.issuperset(changed.ids):
            self._changes += 1
            self._gate = None
