"""A paper as text: what it says and what each part is, without pages. Reading aloud and the web page come from it.

Texts are safe markup, as paragraphs of papers have it: escaped words, ``<br/>``, ``<b>`` and ``<font color="…">``.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal

_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")


def plain_of(markup: str) -> str:
    """Return safe markup as plain words, one line for each of its lines."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup)))


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading; ``where`` says for all blocks which part of the paper they are."""

    where: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class WordsBlock:
    """A paragraph; ``kind`` is the name of its style, such as "body" or "small"."""

    where: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list."""

    where: str
    items: tuple[str, ...]
    numbered: bool


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell of a table; ``heads`` says whether it heads its column or its row."""

    text: str
    heads: Literal["Column", "Row"] | None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its caption; the first row heads the columns."""

    where: str
    caption: str
    rows: tuple[tuple[TextCell, ...], ...]


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A drawing in words."""

    where: str
    caption: str
    text: str


Block = HeadingBlock | WordsBlock | ListBlock | TableBlock | FigureBlock


def texts_of(block: Block) -> tuple[str, ...]:
    """Return every text of a block, in the order in which it is read."""
    match block:
        case ListBlock():
            return block.items
        case TableBlock():
            return (block.caption, *(cell.text for row in block.rows for cell in row))
        case FigureBlock():
            return (block.caption, block.text)
        case _:
            return (block.text,)


@dataclass(frozen=True, slots=True)
class PaperText:
    """A whole paper as text."""

    title: str = ""
    blocks: tuple[Block, ...] = ()
