"""A script: what is done at which moment; and the shelf that holds the records as they stand while it is played."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from socdesk.desk.deeds import Deed
from socdesk.desk.demo.movable_clock import MovableClock
from socdesk.desk.desk import Desk
from socdesk.jobs import Progress
from socdesk.registers.register import Record, State

RecordT = TypeVar("RecordT", bound=Record)

_TASKS_A_REPORT = 10


class Shelf:
    """The records of the demonstration as they stand, so that the next deed finds their versions."""

    def __init__(self) -> None:
        self._by_type: defaultdict[type[Record], dict[str, Record]] = defaultdict(dict)
        self._children: defaultdict[tuple[type[Record], str], dict[str, None]] = defaultdict(dict)

    def take(self, records: Iterable[Record]) -> None:
        """Put records on the shelf in place of their earlier versions."""
        for record in records:
            self._by_type[type(record)][record.id] = record
            if record.parent:
                self._children[type(record), record.parent][record.id] = None

    def get(self, kind: type[RecordT], record_id: str) -> RecordT:
        """Return one record; raise KeyError where it was never written."""
        return cast("RecordT", self._by_type[kind][record_id])

    def live(self, kind: type[RecordT]) -> Iterator[RecordT]:
        """Return all live records of a kind, in the order in which they were first written."""
        return (cast("RecordT", r) for r in self._by_type[kind].values() if r.state is State.LIVE)

    def children(self, kind: type[RecordT], parent: str) -> tuple[RecordT, ...]:
        """Return the live children of one record."""
        records = (self.get(kind, record_id) for record_id in self._children[kind, parent])
        return tuple(record for record in records if record.state is State.LIVE)


Puts = Callable[[Shelf], Iterable[Record]]
"""Makes the records of a deed from how they stand at its moment."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing done at one moment; ``words`` and ``why`` hold no record text."""

    at: datetime
    words: str
    puts: Puts
    why: str = ""
    kind: str = "edit"


@dataclass(frozen=True, kw_only=True)
class Interlude:
    """Something done at one moment that is no deed of its own, such as the issue of a paper."""

    at: datetime
    do: Callable[[Desk], object]


def putting(*records: Record) -> Puts:
    """Return what puts records that are known beforehand."""
    return lambda _: records


def play(desk: Desk, tasks: Iterable[Task | Interlude], shelf: Shelf, clock: MovableClock, progress: Progress) -> None:
    """Do every task at its moment, in the order of moments.

    Raises:
        CancelledError: the person has cancelled it.

    """
    ordered = sorted(tasks, key=lambda task: task.at)
    for number, task in enumerate(ordered):
        if number % _TASKS_A_REPORT == 0:
            progress.report(number, len(ordered), f"{task.at:%B %Y}")
        clock.move_to(task.at)
        if isinstance(task, Interlude):
            task.do(desk)
        elif puts := tuple(task.puts(shelf)):
            shelf.take(desk.do(Deed(words=task.words, puts=puts, why=task.why, kind=task.kind)).records)
    progress.report(len(ordered), len(ordered))
