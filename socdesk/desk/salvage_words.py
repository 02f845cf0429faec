"""What a salvage could not read, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from socdesk.clock import day_in_text, london_day
from socdesk.storage.salvage.file_pages import Pages
from socdesk.storage.salvage.harvest import Harvest
from socdesk.storage.salvage.rebuild import Rebuilt


def in_words(pages: Pages, harvest: Harvest, rebuilt: Rebuilt) -> Iterator[str]:
    """Yield what could not be read, in sentences without any text of a record."""
    if not pages.vouched:
        yield (
            "The file’s first bytes are damaged, so no page could vouch for itself. Each change was checked by its own"
            " hash instead."
        )
    if pages.unreadable:
        lost = _counted(len(pages.unreadable), "page")
        yield f"{lost} of the file could not be read: {_spans(pages.unreadable)}."
    if rebuilt.changes:
        lost = _counted(len(rebuilt.changes), "change")
        yield f"{lost} could not be read: {_spans(rebuilt.changes)}.{_when(harvest, rebuilt)}"
    if rebuilt.deeds:
        yield f"Of {_counted(len(rebuilt.deeds), 'deed')} it is not known what was said: {_spans(rebuilt.deeds)}."
    if rebuilt.events:
        yield f"{_counted(len(rebuilt.events), 'line')} of the log could not be read: {_spans(rebuilt.events)}."
    if rebuilt.anew_from is not None:
        yield (
            f"From change {rebuilt.anew_from:,} on the hashes were made anew, so heads that were printed in later"
            " papers fit no more."
        )


def _when(harvest: Harvest, rebuilt: Rebuilt) -> str:
    """Say around which days the lost changes lie."""
    before = [each.line.at for seq, each in harvest.changes.items() if seq < rebuilt.changes[0]]
    after = [each.line.at for seq, each in harvest.changes.items() if seq > rebuilt.changes[-1]]
    since = f" after {_day(max(before))}" if before else ""
    until = f" before {_day(min(after))}" if after else ""
    return f" They were made{since}{' and' if since and until else ''}{until}." if since or until else ""


def _day(moment: str) -> str:
    return day_in_text(london_day(datetime.fromisoformat(moment)))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


_MOST_SPANS = 12


def _spans(numbers: tuple[int, ...]) -> str:
    """Return numbers as spans: 3, 7 to 12, 40."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [f"{first:,}" if first == last else f"{first:,} to {last:,}" for first, last in spans[:_MOST_SPANS]]
    more = len(spans) - len(said)
    return ", ".join(said) + (f" and {more:,} more" if more else "")
