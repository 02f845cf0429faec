"""Verify that every page, line, record and search row of a desk is what it should be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from socdesk.desk.desk import Desk
from socdesk.desk.trust import acknowledge
from socdesk.jobs import Progress
from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.store import Store
from socdesk.storage.verify import (
    check_changes,
    check_clock,
    check_events,
    check_pages,
    check_rows,
    check_search,
    counts,
)

Result = TypeVar("Result")

Check = Callable[[Store], list[str]]

_CHECKS: tuple[tuple[str, Check], ...] = (
    ("Pages", check_pages),
    ("Chain of changes", check_changes),
    ("Chain of events", check_events),
    ("Current records", check_rows),
    ("Search", check_search),
)


@dataclass(frozen=True)
class Verified:
    """What was found wrong, in sentences; and how many records of each register there are.

    ``remarks`` are no reason to distrust the desk: where the computer's clock had been wrong.
    """

    findings: tuple[str, ...]
    remarks: tuple[str, ...]
    counts: dict[str, int]
    changes: int
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(desk: Desk, progress: Progress) -> Verified:
    """Check a whole desk, the witness first, and note the outcome in the chain of events."""
    findings = list(desk.notices)
    for number, (words, check) in enumerate(_CHECKS):
        progress.report(number, len(_CHECKS), words)
        findings += check(desk.store)
    progress.report(len(_CHECKS), len(_CHECKS))
    found = tuple(dict.fromkeys(findings))
    counted = _despite(found, lambda: counts(desk.store)) or {}
    remarks = tuple(_despite(found, lambda: check_clock(desk.store)) or ())
    _despite(found, lambda: desk.record_event("verified", findings=len(found)))
    head = desk.store.writer.head
    return Verified(found, remarks, counted, head.seq, head.line)


def _despite(found: tuple[str, ...], step: Callable[[], Result]) -> Result | None:
    """Take a step that a damaged file may refuse; once something was found, that matters more."""
    try:
        return step()
    except DamagedDeskError:
        if not found:
            raise
        return None


def accept(desk: Desk) -> None:
    """Take the desk as it stands: its witness starts anew from here. Noted in the chain of events."""
    acknowledge(desk.store)
    desk.record_event("taken as it stands", reasons=len(desk.notices))
