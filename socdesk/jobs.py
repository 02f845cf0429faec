"""Work that takes long enough to need progress, told apart from how it is run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from socdesk.errors import CancelledError

Result = TypeVar("Result")


class Progress(Protocol):
    """What running work may say about itself."""

    def report(self, done: int, total: int, message: str = "") -> None:
        """Tell how far the work is.

        Raises:
            CancelledError: the person has cancelled it.

        """
        ...


@dataclass(frozen=True)
class Job(Generic[Result]):
    """One piece of work with a title that a person reads."""

    title: str
    work: Callable[[Progress], Result]


@dataclass
class CancellableProgress:
    """Progress that calls back, and that another thread can cancel."""

    on_report: Callable[[int, int, str], None]
    _cancelled: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Make the next report raise CancelledError."""
        self._cancelled.set()

    def report(self, done: int, total: int, message: str = "") -> None:
        """Pass the progress on."""
        if self._cancelled.is_set():
            raise CancelledError
        self.on_report(done, total, message)


@dataclass(frozen=True)
class Part:
    """Progress of a part of a whole work, from one share of it in per cent to another."""

    progress: Progress
    first: int
    last: int

    def report(self, done: int, total: int, message: str = "") -> None:
        """Pass it on."""
        self.progress.report(self.first + (self.last - self.first) * done // max(total, 1), 100, message)


class SilentProgress:
    """Progress that nobody watches."""

    def report(self, done: int, total: int, message: str = "") -> None:
        """Say nothing."""
