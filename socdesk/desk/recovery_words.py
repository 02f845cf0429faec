"""Recovery words that are shown once and asked back before they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import SystemRandom

from socdesk.keys.recovery import ask_back_positions, matches


@dataclass(frozen=True)
class AskedBack:
    """The words, and the questions that a person answers from paper."""

    recovery_words: str = field(repr=False)

    def words_to_ask_back(self) -> tuple[int, ...]:
        """Return the positions, counted from 1, of the words that a person is asked to type back."""
        return ask_back_positions(SystemRandom())

    def are_words(self, positions: Sequence[int], answers: Sequence[str]) -> bool:
        """Tell whether the answers are the words at these positions."""
        return matches(self.recovery_words, positions, answers)
