"""Recovery words that are shown once and asked back before they count: on one sheet, or on three for three people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import SystemRandom
from typing import Self

from socdesk.keys.recovery import ask_back_positions, matches, secret_of, sheets_of
from socdesk.keys.sheets import SHEET_BREAK

HOLDERS = ("Single Point of Contact", "Monitoring Officer", "ICT")
"""Who keeps the three sheets."""


@dataclass(frozen=True)
class AskedBack:
    """The words, all sheets as one text, and the questions that a person answers from paper."""

    recovery_words: str = field(repr=False)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The words of each sheet: of the only one, or of three."""
        return tuple(self.recovery_words.split(SHEET_BREAK))

    @property
    def is_split(self) -> bool:
        """Whether there are three sheets, any two of which open the desk."""
        return len(self.sheets) > 1

    def in_three_sheets(self) -> Self:
        """Return the same with three sheets in the place of one."""
        return replace(self, recovery_words=SHEET_BREAK.join(sheets_of(secret_of(self.recovery_words))))

    def words_to_ask_back(self) -> tuple[int, ...]:
        """Return the positions, counted from 1, of the words that a person is asked to type back."""
        return ask_back_positions(SystemRandom())

    def are_words(self, positions: Sequence[int], answers: Sequence[str], *, sheet: int = 0) -> bool:
        """Tell whether the answers are the words at these positions of a sheet."""
        return matches(self.sheets[sheet], positions, answers)
