"""Lists: a label and a body for each item."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle

from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.paragraph import TaggedParagraph

BULLET = "•"


def tagged_list(
    parent: Node, items: Sequence[str], style: ParagraphStyle, *, numbered: bool = False
) -> list[TaggedParagraph]:
    """Return one paragraph for each item of safe markup, as L > LI > Lbl, LBody under ``parent``."""
    numbering = "Decimal" if numbered else "Disc"
    node = Node("L", parent, attributes=(f"/O/List/ListNumbering/{numbering}",))
    return [
        _item(Node("LI", node), markup, style, f"{place}." if numbered else BULLET)
        for place, markup in enumerate(items, 1)
    ]


def _item(item: Node, markup: str, style: ParagraphStyle, bullet: str) -> TaggedParagraph:
    label = Node("Lbl", item)
    return TaggedParagraph(markup, style, bulletText=bullet, node=Node("LBody", item), label=label)
