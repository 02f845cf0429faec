"""Texts of sections as a public paper has them: parted into paragraphs, under their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping

from socdesk.figures.public_update import PaperSection

_EMPTY_LINE = re.compile(r"\n\s*\n")


def public_sections(texts: Mapping[str, str], headings: Mapping[str, str]) -> tuple[PaperSection, ...]:
    """Return the sections that say anything; one without a heading has its key for one."""
    found = ((key, _paragraphs(text)) for key, text in texts.items())
    return tuple(PaperSection(key, heading_of(key, headings), parts) for key, parts in found if parts)


def heading_of(key: str, headings: Mapping[str, str]) -> str:
    """Return a section's heading: the one that is known, or else its key in words."""
    return headings.get(key) or key.replace("_", " ").replace(".", ": ").capitalize()


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _EMPTY_LINE.split(text) if part.strip())
