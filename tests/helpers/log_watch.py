"""Log lines that nobody asked for fail a test; those that a test is about are announced by it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable


class LogWatch:
    """Which warnings and errors a test expects to be logged."""

    def __init__(self) -> None:
        self._expected: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """Allow, and require, at least one line at WARNING or above that matches the pattern."""
        self._expected.append(re.compile(pattern))

    def complaints(self, records: Iterable[logging.LogRecord]) -> list[str]:
        """Say what was logged without being expected, and what was expected without being logged."""
        lines = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
        strays = [line for line in lines if not any(p.search(line) for p in self._expected)]
        silent = [p.pattern for p in self._expected if not any(p.search(line) for line in lines)]
        return [f"logged: {line}" for line in strays] + [f"not logged: {pattern}" for pattern in silent]
