"""Finds thousands of secrets in one pass: by their first letters, then by their lengths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socdesk.reports.leaks.folding import Folded
from socdesk.reports.leaks.patterns_of import patterns_of
from socdesk.reports.leaks.rules import Pattern
from socdesk.reports.leaks.secret import Secret

_PREFIX = 3


@dataclass(frozen=True, slots=True)
class Find:
    """A pattern that holds, and where it stands in the text before folding."""

    pattern: Pattern
    start: int
    end: int


class SecretIndex:
    """All secrets of a desk, ready to be looked for in any number of texts."""

    def __init__(self, secrets: Iterable[Secret], everyday: frozenset[str]) -> None:
        self._by_letters: defaultdict[str, list[Pattern]] = defaultdict(list)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        for secret in dict.fromkeys(secrets):
            for pattern in patterns_of(secret, everyday):
                self._by_letters[pattern.letters].append(pattern)
                self._lengths[pattern.letters[:_PREFIX]].add(len(pattern.letters))

    def finds(self, folded: Folded) -> Iterator[Find]:
        """Yield every secret in a text, in its order; the longest where several begin together."""
        letters = folded.letters
        free = 0
        for start in range(len(letters)):
            find = self._find_at(folded, start)
            if find is not None and find.end > free:
                free = find.end
                yield find

    def _find_at(self, folded: Folded, start: int) -> Find | None:
        head = folded.letters[start : start + _PREFIX]
        for size in range(len(head), 0, -1):
            for length in sorted(self._lengths.get(head[:size], ()), reverse=True):
                if size < _PREFIX and length != size:
                    continue
                find = self._hold(folded, start, start + length)
                if find is not None:
                    return find
        return None

    def _hold(self, folded: Folded, start: int, end: int) -> Find | None:
        patterns = self._by_letters.get(folded.letters[start:end])
        if not patterns or end > len(folded.letters):
            return None
        first, last = folded.slice_of(start, end)
        return next((Find(p, first, last) for p in patterns if p.holds(folded, first, last)), None)
