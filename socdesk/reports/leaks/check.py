"""The last gate before a public paper is written: reads the finished bytes back and looks for what is not public.

It knows nothing of how the paper was made, so that a fault there is found here (architecture.md, "A committee update
is made"). What it finds is shown to the person who makes the paper and is never logged.
"""

from __future__ import annotations

import calendar
import io
from collections.abc import Iterable, Iterator

import pikepdf

from socdesk.errors import UserFacingError
from socdesk.reports.leaks.always import always_private
from socdesk.reports.leaks.folding import fold, folded
from socdesk.reports.leaks.index import SecretIndex
from socdesk.reports.leaks.page_text import page_pieces
from socdesk.reports.leaks.secret import Leak, Secret
from socdesk.reports.leaks.stretch import Stretch, joined
from socdesk.reports.leaks.strings import all_strings, metadata_text, unknown_streams
from socdesk.reports.leaks.structure import foreign_parts, known_streams
from socdesk.reports.leaks.tree_text import in_reading_order
from socdesk.reports.wording import own_words

_MOST_NAMED = 12
_PAGE_TEXT = "page text"
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


def find_leaks(
    pdf: bytes,
    secrets: Iterable[Secret],
    *,
    public_words: frozenset[str],
    allowed: frozenset[str] = frozenset(),
) -> tuple[Leak, ...]:
    """Return everything in a finished paper that is not public, page by page.

    ``public_words`` are words that papers use anyway, such as the strategy's; the program's own words and those of the
    calendar are added here. A surname among them counts only with a title, an initial or a first name. ``allowed`` are
    published contacts: their e-mail addresses, telephone numbers and postcodes may stand in a paper.
    """
    everyday = frozenset(map(fold, public_words | own_words())) | _CALENDAR
    index = SecretIndex(secrets, everyday)
    contacts = frozenset(map(fold, allowed))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        known = known_streams(opened)
        leaks = [Leak("file structure", 0, part, "the file") for part in foreign_parts(pdf, opened, known)]
        for stretch in _stretches(opened, known):
            leaks += _in_stretch(stretch, index, contacts)
    return tuple(sorted(dict.fromkeys(_without_echoes(leaks)), key=lambda leak: (leak.page, leak.where, leak.passage)))


def refuse_leaks(
    pdf: bytes,
    secrets: Iterable[Secret],
    *,
    public_words: frozenset[str],
    allowed: frozenset[str] = frozenset(),
) -> None:
    """Let a clean paper pass.

    Raises:
        LeakError: it holds something that is not public.

    """
    leaks = find_leaks(pdf, secrets, public_words=public_words, allowed=allowed)
    if leaks:
        raise LeakError(leaks)


def _stretches(pdf: pikepdf.Pdf, known: set[tuple[int, int]]) -> Iterator[Stretch]:
    pieces = page_pieces(pdf)
    yield joined(_PAGE_TEXT, ((piece.page, piece.text) for piece in pieces))
    yield joined(_PAGE_TEXT, in_reading_order(pdf, pieces))
    yield from all_strings(pdf)
    yield from metadata_text(pdf)
    yield from unknown_streams(pdf, known)


def _in_stretch(stretch: Stretch, index: SecretIndex, contacts: frozenset[str]) -> Iterator[Leak]:
    for find in index.finds(folded(stretch.text)):
        page = stretch.page_at(find.start)
        yield Leak(find.pattern.kind, page, stretch.passage(find.start, find.end), stretch.where)
    for kind, start, end in always_private(stretch, contacts):
        yield Leak(kind, stretch.page_at(start), stretch.passage(start, end), stretch.where)


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
