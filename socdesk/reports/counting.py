"""The numbers of a paper's tables and figures, the same on its pages and in its text."""

from __future__ import annotations


class Counting:
    """Counts tables and figures, each from 1."""

    def __init__(self) -> None:
        self._tables = 0
        self._figures = 0

    def next_table(self) -> int:
        """Return the number of the next table."""
        self._tables += 1
        return self._tables

    def next_figure(self) -> int:
        """Return the number of the next figure."""
        self._figures += 1
        return self._figures
