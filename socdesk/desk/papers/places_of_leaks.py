"""Where a leak comes from: the section whose words hold it, the action of the plan, or the part of the paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from socdesk.reports.leaks.folding import fold
from socdesk.reports.leaks.secret import Leak
from socdesk.reports.paper_text import HeadingBlock, PaperText, TableBlock, plain_of, texts_of


@dataclass(frozen=True)
class LeakPlace:
    """A leak and where it can be mended: in a section, or else in the record with this reference, or neither."""

    leak: Leak
    section: str = ""
    reference: str = ""
    words: str = ""


def leak_places(leaks: Iterable[Leak], texts: Mapping[str, str], paper: PaperText) -> tuple[LeakPlace, ...]:
    """Return each leak with its place; ``texts`` are the printed texts of the sections, by key."""
    sections = {key: fold(text) for key, text in texts.items()}
    return tuple(_place(leak, sections, paper) for leak in leaks)


def _place(leak: Leak, sections: Mapping[str, str], paper: PaperText) -> LeakPlace:
    needle = fold(leak.words)
    if not needle:
        return LeakPlace(leak, words="The file")
    within = [key for key, text in sections.items() if needle in text]
    if within:
        return LeakPlace(leak, section=_nearest(leak, within, sections))
    heading = ""
    for block in paper.blocks:
        if isinstance(block, HeadingBlock):
            heading = plain_of(block.text)
        if isinstance(block, TableBlock):
            for row in block.rows:
                if any(needle in fold(plain_of(cell.text)) for cell in row):
                    return LeakPlace(leak, reference=plain_of(row[0].text), words=heading)
        elif any(needle in fold(plain_of(text)) for text in texts_of(block)):
            return LeakPlace(leak, words=heading)
    return LeakPlace(leak, words=leak.where.capitalize())


def _nearest(leak: Leak, keys: list[str], sections: Mapping[str, str]) -> str:
    """Return the section that shares most with the words around a leak."""
    around = leak.passage.strip("…").split()

    def shared(key: str) -> int:
        return sum(fold(word) in sections[key] for word in around)

    return max(keys, key=shared)
