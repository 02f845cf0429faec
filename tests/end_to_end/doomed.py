"""A process of its own, split off from the test, that opens a desk, does one thing to it, and is killed."""

from __future__ import annotations

import os
import signal
import time
import traceback
import warnings
from collections.abc import Callable
from enum import StrEnum
from typing import NoReturn


class When(StrEnum):
    """When it is killed: while it opens the desk, while it does its deed, or straight after it said that it did."""

    OPENING = "while opening"
    DOING = "while doing"
    AFTER = "straight after"


OPENED, DONE, FAILED = b"o", b"d", b"f"
Work = Callable[[Callable[[], object]], object]
"""Opens a desk, calls what it is given once it is open, and does a deed."""


class Doomed:
    """It never ends by itself, and nothing of it is tidied up: it is killed, as a program is by a power cut."""

    def __init__(self, work: Work) -> None:
        self._said, told = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # other threads: none of them holds what it needs
            self._process = os.fork()
        if not self._process:
            _live(work, told)
        os.close(told)

    def killed(self, when: When, seconds: float) -> bool:
        """Kill it, some seconds after such a moment; return whether it said that its deed was done."""
        said = b""
        if when is not When.OPENING:
            said += os.read(self._said, 1)
        if when is When.AFTER and said == OPENED:
            said += os.read(self._said, 1)
        elif when is not When.AFTER:
            _wait(seconds)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        with os.fdopen(self._said, "rb") as rest:
            said += rest.read()
        assert FAILED not in said, "it failed: what it said stands above"
        return DONE in said


def _live(work: Work, told: int) -> NoReturn:
    try:
        work(lambda: os.write(told, OPENED))
        os.write(told, DONE)
        while True:
            signal.pause()
    except BaseException:  # noqa: BLE001  nothing may come back from here into the test's own code
        traceback.print_exc()
        os.write(told, FAILED)
    os._exit(1)


def _wait(seconds: float) -> None:
    """Wait to the tenth of a millisecond, which sleeping does not."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass
