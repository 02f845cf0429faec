"""The last gate before a public paper is written: reads the finished bytes back and looks for what is not public.

It knows nothing of how the paper was made, so that a fault there is found here (architecture.md, "A committee update
is made"). What it finds is shown to the person who makes the paper and is never logged.
"""

from __future__ import annotations

import calendar
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import pikepdf

from socdesk.errors import UserFacingError
from socdesk.jobs import Progress, SilentProgress
from socdesk.reports.leaks.always import always_private
from socdesk.reports.leaks.folding import fold, folded
from socdesk.reports.leaks.index import SecretIndex
from socdesk.reports.leaks.page_text import TextPiece, pieces_of
from socdesk.reports.leaks.secret import Leak, LeakKind, Secret
from socdesk.reports.leaks.stretch import Stretch, joined
from socdesk.reports.leaks.strings import all_strings, metadata_text, unknown_streams
from socdesk.reports.leaks.structure import foreign_parts, known_streams
from socdesk.reports.leaks.tree_text import in_reading_order
from socdesk.reports.leaks.web_text import stretches_of_web_page
from socdesk.reports.wording import own_words

_MOST_NAMED = 12
_PAGE_TEXT = "page text"
_SILENT = SilentProgress()
_CALENDAR = frozenset(fold(name) for name in (*calendar.month_name, *calendar.day_name) if name)


class LeakError(UserFacingError):
    """A public paper would hold something that is not public; it was not written.

    The message names page and passage, because the person must find the place; it must never reach a log.
    """

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        lines = [_line(leak) for leak in leaks[:_MOST_NAMED]]
        if len(leaks) > _MOST_NAMED:
            lines.append(f"and {len(leaks) - _MOST_NAMED} more")
        super().__init__(
            "The paper was not written, because it holds something that is not public:\n" + "\n".join(lines),
            advice="Change these words in the records or sections they come from, then make the paper again.",
        )
        self.leaks = leaks


class Gate:
    """Knows all that is not public, ready to look for it in any number of finished papers.

    ``public_words`` are words that papers use anyway, such as the strategy's; the program's own words and those of the
    calendar are added here. A surname among them counts only with a title, an initial or a first name. ``allowed`` are
    published contacts: their e-mail addresses, telephone numbers and postcodes may stand in a paper.
    """

    def __init__(
        self, secrets: Iterable[Secret], *, public_words: frozenset[str], allowed: frozenset[str] = frozenset()
    ) -> None:
        everyday = frozenset(map(fold, public_words | own_words())) | _CALENDAR
        self._counts: Counter[str] = Counter()
        self._index = SecretIndex(self._counted(secrets), everyday)
        self._contacts = frozenset(map(fold, allowed))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each kind of thing that is looked for."""
        return self._counts

    def _counted(self, secrets: Iterable[Secret]) -> Iterator[Secret]:
        for secret in dict.fromkeys(secrets):
            self._counts[secret.kind] += 1
            yield secret

    def leaks_in(self, pdf: bytes, progress: Progress = _SILENT) -> tuple[Leak, ...]:
        """Return everything in a finished PDF that is not public, page by page.

        Raises:
            CancelledError: the person has cancelled it.

        """
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            known = known_streams(opened)
            parts = foreign_parts(pdf, opened, known)
            leaks = [Leak("file structure", 0, part, "the file") for part in parts]
            return self._sorted(leaks, _stretches(opened, known, progress), progress)

    def leaks_in_web_page(self, page: bytes) -> tuple[Leak, ...]:
        """Return everything in a finished web page that is not public: text, tags and comments alike."""
        return self._sorted([], stretches_of_web_page(page), _SILENT)

    def _sorted(self, leaks: list[Leak], stretches: Iterable[Stretch], progress: Progress) -> tuple[Leak, ...]:
        for stretch in stretches:
            progress.report(0, 0, "Checking for leaks")
            leaks += self._in_stretch(stretch)
        found = dict.fromkeys(_without_echoes(leaks))
        return tuple(sorted(found, key=lambda leak: (leak.page, leak.where, leak.passage)))

    def _in_stretch(self, stretch: Stretch) -> Iterator[Leak]:
        found = self._index.finds(folded(stretch.text))
        finds: Iterator[tuple[LeakKind, int, int]] = ((find.pattern.kind, find.start, find.end) for find in found)
        for kind, start, end in chain(finds, always_private(stretch, self._contacts)):
            passage = stretch.passage(start, end)
            yield Leak(kind, stretch.page_at(start), passage, stretch.where, stretch.text[start:end])


def find_leaks(
    pdf: bytes,
    secrets: Iterable[Secret],
    *,
    public_words: frozenset[str],
    allowed: frozenset[str] = frozenset(),
) -> tuple[Leak, ...]:
    """Return everything in one finished paper that is not public, page by page."""
    return Gate(secrets, public_words=public_words, allowed=allowed).leaks_in(pdf)


def _stretches(pdf: pikepdf.Pdf, known: set[tuple[int, int]], progress: Progress) -> Iterator[Stretch]:
    pieces: list[TextPiece] = []
    for number, page in enumerate(pdf.pages, 1):
        progress.report(number, len(pdf.pages), f"Reading page {number:,} back")
        pieces += pieces_of(page, number)
    yield joined(_PAGE_TEXT, ((piece.page, piece.text) for piece in pieces))
    yield joined(_PAGE_TEXT, in_reading_order(pdf, pieces))
    yield from all_strings(pdf)
    yield from metadata_text(pdf)
    yield from unknown_streams(pdf, known)


def _without_echoes(leaks: list[Leak]) -> Iterator[Leak]:
    """Drop what the second way of reading the same page found again in other surroundings."""
    seen: set[tuple[str, int, str, str]] = set()
    for leak in leaks:
        key = (leak.kind, leak.page, leak.where, fold(leak.passage))
        if key not in seen:
            seen.add(key)
            yield leak


def _line(leak: Leak) -> str:
    place = f"Page {leak.page}" if leak.page else "The file"
    where = "" if leak.where == _PAGE_TEXT else f" ({leak.where})"
    article = "an" if leak.kind[0] in "aeiou" else "a"
    if leak.kind == "file structure":
        return f"{place} has {leak.passage}, which papers do not have."
    return f"{place}{where} holds {article} {leak.kind}: “{leak.passage}”"
