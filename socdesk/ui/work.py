"""Runs jobs off the window's thread; what comes of them comes back on it.

One thread opens the desk and does everything that writes; two others read and reckon (architecture.md, rule 3).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from socdesk.errors import CancelledError
from socdesk.jobs import CancellableProgress, Job

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")
Failed = Callable[[Exception], object]
Watched = Callable[[int, int, str], object]

_TURN_SECONDS = 0.0005
"""How long a job may go on in Python when the window has something to do."""


@dataclass(frozen=True)
class _Asker:
    """Who asked for a job, and what they want to hear of it."""

    owner: QObject
    then: Callable[[Any], object]
    failed: Failed | None
    watched: Watched | None

    @property
    def is_there(self) -> bool:
        """Whether the widget that asked still is."""
        return shiboken6.isValid(self.owner)

    def watch(self, done: int, total: int, message: str) -> None:
        """Pass progress on."""
        if self.watched is not None and self.is_there:
            self.watched(done, total, message)


@dataclass(frozen=True)
class _Task:
    """A job that waits or runs. It leads to widgets, which must never be thrown away on the thread of a job."""

    job: Job[Any]
    progress: CancellableProgress
    asker: _Asker
    writes: bool


class Work(QObject):
    """Runs jobs. A result whose owner is gone is dropped.

    ``failed`` is sent for a failure that nobody took; ``busy`` with the number of jobs after each start and end;
    ``left`` with a job that wrote and came to nothing after those who asked for it had gone, and with why.
    """

    failed = Signal(object)
    busy = Signal(int)
    left = Signal(object, object)
    _back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[int, _Task] = {}
        self._numbers = count()
        self._reading: set[int] = set()
        self._waiting: list[Callable[[ThreadPoolExecutor], None]] = []
        self._last: list[Callable[[ThreadPoolExecutor], None]] = []
        self._unheard: set[int] = set()
        self._closed = False
        # A timer of no time comes after all events, and so after painting, which does not wait for Python's lock then.
        # An event of our own would too; but Qt throws it away without that lock, and the program fell over at times.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._begin)
        self._back.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _desk_thread(self) -> ThreadPoolExecutor:
        return _threads(1, "desk")

    @cached_property
    def _readers(self) -> ThreadPoolExecutor:
        return _threads(2, "work")

    def read(
        self,
        job: Job[Result],
        owner: QObject,
        then: Callable[[Result], object],
        *,
        failed: Failed | None = None,
        watched: Watched | None = None,
        last: bool = False,
    ) -> CancellableProgress:
        """Run a job that writes nothing; the returned progress can cancel it.

        It begins when what was asked to be painted is painted; ``last`` lets all other reading come before it.
        """
        progress, start = self._ready(job, _Asker(owner, then, failed, watched), writes=False)
        (self._last if last else self._waiting).append(start)
        self._painted.start()
        return progress

    def _begin(self) -> None:
        """Begin reading."""
        waiting, self._waiting = self._waiting, []
        if not waiting and not self._reading:
            waiting, self._last = self._last, []
        for start in waiting:
            start(self._readers)

    def write(
        self,
        job: Job[Result],
        owner: QObject,
        then: Callable[[Result], object],
        *,
        failed: Failed | None = None,
        watched: Watched | None = None,
    ) -> CancellableProgress:
        """Run a job on the thread that owns the desk, after those that were given before."""
        progress, start = self._ready(job, _Asker(owner, then, failed, watched), writes=True)
        start(self._desk_thread)
        return progress

    def leave(self, patience_ms: int) -> None:
        """Let nobody hear any more of what was asked for until now: the desk is being locked.

        Reading is given up at once. Writing may go on for a while; then what tells of its progress is given up too.
        """
        self._unheard |= self._running.keys()
        for task in tuple(self._running.values()):
            if not task.writes:
                task.progress.cancel()
        writing = [task.progress for task in self._running.values() if task.writes]
        QTimer.singleShot(patience_ms, self, lambda: [progress.cancel() for progress in writing])

    def close(self) -> None:
        """Cancel what reports its progress, drop reading that has not begun, and let all writing end.

        What comes of it, and what is asked for later, is dropped.
        """
        self._closed = True
        for task in tuple(self._running.values()):
            task.progress.cancel()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._desk_thread.shutdown(wait=True)

    def _ready(
        self, job: Job[Any], asker: _Asker, *, writes: bool
    ) -> tuple[CancellableProgress, Callable[[ThreadPoolExecutor], None]]:
        """Count a job among those that run; return its progress and what starts it."""
        number = next(self._numbers)

        def report(done: int, total: int, message: str) -> None:
            self._back.emit(partial(self._watch, number, done, total, message))

        progress = CancellableProgress(report)
        if not self._closed:
            self._running[number] = _Task(job, progress, asker, writes)
            self.busy.emit(len(self._running))
        return progress, partial(self._start, number)

    def _start(self, number: int, threads: ThreadPoolExecutor) -> None:
        if not self._closed:
            if threads is self._readers:
                self._reading.add(number)
            future = threads.submit(self._do, number)
            future.add_done_callback(lambda done: self._back.emit(partial(self._finish, done, number)))

    def _do(self, number: int) -> Any:
        """Do a job, on its thread; job and asker stay held by the window's thread until they are done with."""
        task = self._running[number]
        return task.job.work(task.progress)

    @Slot(object)
    def _call(self, do: Callable[[], object]) -> None:
        do()

    def _watch(self, number: int, done: int, total: int, message: str) -> None:
        if number in self._running and number not in self._unheard:
            self._running[number].asker.watch(done, total, message)

    def _finish(self, future: Future[Any], number: int) -> None:
        task = self._running.pop(number)
        asker = task.asker
        self._reading.discard(number)
        if self._last:
            self._painted.start()
        self.busy.emit(len(self._running))
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if number in self._unheard:
            self._unheard.discard(number)
            if error is not None and task.writes:
                self.left.emit(task.job, error)
        elif not asker.is_there:
            return
        elif error is None:
            asker.then(future.result())
        elif asker.failed is not None and isinstance(error, Exception):
            asker.failed(error)
        elif not isinstance(error, CancelledError):
            self.failed.emit(error)


def _threads(number: int, name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  the first paint needs no job

    sys.setswitchinterval(_TURN_SECONDS)
    return ThreadPoolExecutor(max_workers=number, thread_name_prefix=name)
