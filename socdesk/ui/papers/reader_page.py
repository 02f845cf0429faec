"""A paper as text for the window: headings, lists and real tables in the colours of the theme."""

from __future__ import annotations

import re

from socdesk.reports.paper_text import (
    Block,
    FigureBlock,
    HeadingBlock,
    ListBlock,
    PaperText,
    TableBlock,
    TextCell,
    WordsBlock,
)

_FONT = re.compile(r"</?font[^>]*>")


def reader_page(text: PaperText, *, rule: str, head: str) -> str:
    """Return what Qt's text browser shows; ``rule`` and ``head`` are colours of a table's lines and first row."""
    blocks = "".join(_block(block, rule, head) for block in text.blocks)
    return f"<html><body>{blocks}</body></html>"


def _plain(markup: str) -> str:
    """Return safe markup without the colours of paper: in the dark they could not be read."""
    return _FONT.sub("", markup)


def _block(block: Block, rule: str, head: str) -> str:
    match block:
        case HeadingBlock():
            return f"<h{block.level}>{_plain(block.text)}</h{block.level}>"
        case WordsBlock():
            return f"<p>{_plain(block.text)}</p>"
        case ListBlock():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>{''.join(f'<li>{_plain(item)}</li>' for item in block.items)}</{name}>"
        case TableBlock():
            return _table(block, rule, head)
        case FigureBlock():
            return f"<p><b>{_plain(block.caption)}</b></p><p>{_plain(block.text)}</p>"


def _table(block: TableBlock, rule: str, head: str) -> str:
    """Return a table nearly as wide as the page: Qt sets a whole one a pixel too wide, and a bar to scroll it."""
    first, *rest = ("".join(map(_cell, row)) for row in block.rows)
    look = f'border="1" cellspacing="0" cellpadding="6" width="99%" style="border-color:{rule}; border-style:solid"'
    rows = "".join(f"<tr>{row}</tr>" for row in rest)
    return (
        f"<p><b>{_plain(block.caption)}</b></p>"
        f'<table {look}><thead><tr bgcolor="{head}">{first}</tr></thead>{rows}</table><p></p>'
    )


def _cell(cell: TextCell) -> str:
    name = "th" if cell.heads else "td"
    return f'<{name} align="left">{_plain(cell.text)}</{name}>'
