"""Which piece of which page belongs to which element: kept while pages are drawn, written at the end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from socdesk.reports.tagged.node import Node


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A run of marked content: page counted from 0, and its number on that page (MCID)."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class AnnotationPiece:
    """An annotation on a page, by the internal name of its object."""

    page: int
    name: str


Piece = MarkedPiece | AnnotationPiece | Node
Rectangle = tuple[float, float, float, float]


class Ledger:
    """The pieces of every element, and the parent tree that leads back from a piece to its element."""

    def __init__(self) -> None:
        self.pieces: defaultdict[Node, list[Piece]] = defaultdict(list)
        self.boxes: dict[Node, Rectangle] = {}
        self.parent_tree: list[list[Node] | Node] = []
        self._on_this_page: list[Node] = []

    def mark(self, node: Node, page: int) -> int:
        """Give ``node`` the next marked-content number of the page being drawn."""
        self._on_this_page.append(node)
        mcid = len(self._on_this_page) - 1
        self.pieces[node].append(MarkedPiece(page, mcid))
        return mcid

    def end_page(self) -> int | None:
        """Close the page and return its key in the parent tree, or nothing if it holds only furniture."""
        if not self._on_this_page:
            return None
        self.parent_tree.append(self._on_this_page)
        self._on_this_page = []
        return len(self.parent_tree) - 1

    def annotation_key(self, node: Node) -> int:
        """Return a new key of the parent tree that leads from an annotation to ``node``."""
        self.parent_tree.append(node)
        return len(self.parent_tree) - 1

    def annotate(self, node: Node, page: int, name: str) -> None:
        """Give ``node`` an annotation that was laid on a page."""
        self.pieces[node].append(AnnotationPiece(page, name))

    def has_content(self, node: Node) -> bool:
        """Tell whether anything of ``node`` was drawn already."""
        return node in self.pieces
