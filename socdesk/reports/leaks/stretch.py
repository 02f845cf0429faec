"""A stretch of text from a file, and on which page each part of it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_AROUND = 45  # characters shown on each side of a find


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in reading order; ``starts`` are the offsets at which a page begins, with the page."""

    where: str
    text: str
    starts: tuple[tuple[int, int], ...]

    def page_at(self, offset: int) -> int:
        """Return the page of a character, 0 if it is on none."""
        place = bisect_right(self.starts, (offset, 1 << 30)) - 1
        return self.starts[place][1] if place >= 0 else 0

    def passage(self, start: int, end: int) -> str:
        """Return the words around a find, cut at spaces."""
        left = max(0, start - _AROUND)
        right = min(len(self.text), end + _AROUND)
        if left:
            left = self.text.find(" ", left, start) + 1 or left
        if right < len(self.text):
            cut = self.text.rfind(" ", end, right)
            right = cut if cut > 0 else right
        words = " ".join(self.text[left:right].split())
        return ("…" if left else "") + words + ("…" if right < len(self.text) else "")


def one_page(where: str, text: str, page: int = 0) -> Stretch:
    """Return a stretch that stands on one page, or on none."""
    return Stretch(where, text, ((0, page),))


def joined(where: str, pieces: Iterable[tuple[int, str]]) -> Stretch:
    """Return pieces of several pages as one stretch, each piece on its own line."""
    starts: list[tuple[int, int]] = []
    texts: list[str] = []
    length = 0
    for page, text in pieces:
        if not starts or starts[-1][1] != page:
            starts.append((length, page))
        texts.append(text)
        length += len(text) + 1
    return Stretch(where, "\n".join(texts), tuple(starts))
