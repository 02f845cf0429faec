"""A finished paper and what its maker must be told of it; no PDF library is needed to hold one."""

from __future__ import annotations

from dataclasses import dataclass, field

from socdesk.reports.paper_text import PaperText


@dataclass(frozen=True, slots=True)
class Notice:
    """A character that could not be printed as typed: where it stood and which it was, such as ``U+05D0``."""

    field: str
    character: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The bytes of a PDF, its number of pages, notices in the order of the paper, and what it says as text."""

    pdf: bytes
    pages: int
    notices: tuple[Notice, ...]
    text: PaperText = field(default_factory=PaperText)
