"""A paper as a web page: one file that needs no other, with headings, lists and tables that screen readers know.

It carries the same words as the PDF, from the same blocks (domain.md 2.9). It holds no script, no link and no picture.
"""

from __future__ import annotations

import re
from html import escape

from socdesk.bundled import resource
from socdesk.reports.paper_text import (
    Block,
    FigureBlock,
    HeadingBlock,
    ListBlock,
    PaperText,
    TableBlock,
    TextCell,
    WordsBlock,
    plain_of,
)

_COLOUR = re.compile(r'<font color="(#[0-9A-Fa-f]{6})">')


def web_page(text: PaperText) -> bytes:
    """Return the page as UTF-8."""
    body = "\n".join(_block(block) for block in text.blocks)
    style = resource("papers", "web-page.css").read_text(encoding="utf-8")
    page = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(plain_of(text.title))}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _block(block: Block) -> str:
    match block:
        case HeadingBlock():
            return f"<h{block.level}>{_marked(block.text)}</h{block.level}>"
        case WordsBlock():
            kind = "" if block.kind == "body" else f' class="{block.kind.replace(" ", "-")}"'
            return f"<p{kind}>{_marked(block.text)}</p>"
        case ListBlock():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>{''.join(f'<li>{_marked(item)}</li>' for item in block.items)}</{name}>"
        case TableBlock():
            return _table(block)
        case FigureBlock():
            return f"<figure><figcaption>{_marked(block.caption)}</figcaption><p>{_marked(block.text)}</p></figure>"


def _table(block: TableBlock) -> str:
    head, *body = ("".join(_cell(cell) for cell in row) for row in block.rows)
    rows = "\n".join(f"<tr>{row}</tr>" for row in body)
    caption = f"<caption>{_marked(block.caption)}</caption>"
    return (
        f'<div class="table"><table>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>'
    )


def _cell(cell: TextCell) -> str:
    if cell.heads is None:
        return f"<td>{_marked(cell.text)}</td>"
    return f'<th scope="{"col" if cell.heads == "Column" else "row"}">{_marked(cell.text)}</th>'


def _marked(markup: str) -> str:
    """Return safe markup of papers as HTML."""
    return _COLOUR.sub(r'<span style="color:\1">', markup).replace("</font>", "</span>").replace("<br/>", "<br>")
