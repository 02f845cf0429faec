"""The logical structure of a paper: a tree that is fixed while the story is told.

Layout only attaches pieces of pages to these nodes, so page breaks, repeated header rows and cells that are split
cannot change the reading order, and an element that received nothing is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Scope = Literal["Column", "Row"]


class Node:
    """One structure element of ISO 32000-1, 14.7; ``kids`` stand in reading order.

    ``attributes`` are attribute dictionaries without their angle brackets, such as ``/O/Table/Scope/Column``.
    ``actual_text`` is what is read in place of what is drawn, for words that are capitals only to the eye.
    """

    __slots__ = ("actual_text", "alt", "attributes", "kids", "lang", "number", "role", "title")

    def __init__(
        self,
        role: str,
        parent: Node | None = None,
        *,
        alt: str = "",
        attributes: tuple[str, ...] = (),
        lang: str = "",
        title: str = "",
        actual_text: str = "",
    ) -> None:
        self.role = role
        self.alt = alt
        self.attributes = attributes
        self.lang = lang
        self.title = title
        self.actual_text = actual_text
        self.number = 0  # of its object in the file, known only when that is written
        self.kids: list[Node] = []
        if parent is not None:
            parent.kids.append(self)

    def __repr__(self) -> str:
        return f"Node({self.role!r}, kids={len(self.kids)})"

    def walk(self) -> Iterator[Node]:
        """Yield this element and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def header_cell(parent: Node, scope: Scope) -> Node:
    """Return a header cell that says whether it heads its column or its row."""
    return Node("TH", parent, attributes=(f"/O/Table/Scope/{scope}",))
