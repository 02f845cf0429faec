"""Writes the structure tree and its parent tree (ISO 32000-1, 14.7) from the ledger."""

from __future__ import annotations

import re
from typing import Any

from reportlab.pdfbase import pdfdoc

from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.ledger import AnnotationPiece, Ledger, Piece
from socdesk.reports.tagged.node import Node

_LEAF = 64  # entries in one leaf of the parent tree
_MAY_BE_EMPTY = ("TD", "TH")


class _Raw(pdfdoc.PDFObject):
    """An object written as it is: there are thousands, and ReportLab's own dictionaries are slow."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: Any) -> bytes:
        return self.data


def pdf_text(text: str) -> str:
    """Return a PDF text string: ASCII as it is, anything else as UTF-16."""
    if text.isascii():
        return "(" + re.sub(r"([\\()])", r"\\\1", text).replace("\n", "\\n").replace("\r", "\\r") + ")"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write_structure_tree(document: Any, ledger: Ledger, root: Node) -> pdfdoc.PDFObject:
    """Add the whole tree to the document and return its root object, for the catalogue.

    Raises:
        TaggingError: an element other than a table cell has no content.

    """
    return _Writer(document, ledger).write(root)


class _Writer:
    def __init__(self, document: Any, ledger: Ledger) -> None:
        self._document = document
        self._ledger = ledger
        self._pages = [self._number_of(page) for page in document.Pages.pages]

    def write(self, root: Node) -> pdfdoc.PDFObject:
        tree = _Raw()
        elements = self._number_elements(root, self._number_of(tree))
        for node, parent, raw in elements:
            raw.data = self._element(node, parent).encode("ascii")
        parent_tree = self._write_parent_tree()
        count = len(self._ledger.parent_tree)
        tree.data = (
            f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parent_tree} 0 R/ParentTreeNextKey {count}>>"
        ).encode()
        return tree

    def _number_of(self, thing: Any) -> int:
        return self._number_named(self._document.Reference(thing).name)

    def _number_named(self, name: str) -> int:
        return self._document.idToObjectNumberAndVersion[name][0]

    def _number_elements(self, root: Node, tree_number: int) -> list[tuple[Node, int, _Raw]]:
        elements: list[tuple[Node, int, _Raw]] = []
        waiting = [(root, tree_number)]
        while waiting:
            node, parent = waiting.pop()
            raw = _Raw()
            node.number = self._number_of(raw)
            elements.append((node, parent, raw))
            inside = [piece for piece in self._pieces(node) if isinstance(piece, Node)]
            waiting.extend((kid, node.number) for kid in reversed([*inside, *node.kids]))
        return elements

    def _pieces(self, node: Node) -> list[Piece]:
        return self._ledger.pieces[node] if self._ledger.has_content(node) else []

    def _element(self, node: Node, parent: int) -> str:
        pieces = self._pieces(node)
        if not pieces and not node.kids and node.role not in _MAY_BE_EMPTY:
            raise TaggingError(f"an element {node.role} has no content")
        page = next((p.page for p in pieces if not isinstance(p, Node | AnnotationPiece)), None)
        kids = [self._kid(piece, page) for piece in pieces] + [f"{kid.number} 0 R" for kid in node.kids]
        on_page = "" if page is None else f"/Pg {self._pages[page]} 0 R"
        return f"<</Type/StructElem/S/{node.role}/P {parent} 0 R{on_page}{_kids(kids)}{self._properties(node)}>>"

    def _kid(self, piece: Piece, page: int | None) -> str:
        if isinstance(piece, Node):
            return f"{piece.number} 0 R"
        where = self._pages[piece.page]
        if isinstance(piece, AnnotationPiece):
            return f"<</Type/OBJR/Obj {self._number_named(piece.name)} 0 R/Pg {where} 0 R>>"
        return str(piece.mcid) if piece.page == page else f"<</Type/MCR/Pg {where} 0 R/MCID {piece.mcid}>>"

    def _properties(self, node: Node) -> str:
        texts = (("Alt", node.alt), ("ActualText", node.actual_text), ("Lang", node.lang), ("T", node.title))
        out = "".join(f"/{key} {pdf_text(value)}" for key, value in texts if value)
        attributes = list(node.attributes)
        if node in self._ledger.boxes:
            attributes.append("/O/Layout/BBox[{:.2f} {:.2f} {:.2f} {:.2f}]".format(*self._ledger.boxes[node]))
        return out + (f"/A[{''.join(f'<<{a}>>' for a in attributes)}]" if attributes else "")

    def _write_parent_tree(self) -> int:
        entries = [f"{key} {_entry(value)}" for key, value in enumerate(self._ledger.parent_tree)]
        leaves = [self._leaf(start, entries[start : start + _LEAF]) for start in range(0, len(entries), _LEAF)]
        kids = " ".join(f"{leaf} 0 R" for leaf in leaves)
        return self._number_of(_Raw(f"<</Kids[{kids}]>>".encode()))

    def _leaf(self, start: int, entries: list[str]) -> int:
        limits = f"{start} {start + len(entries) - 1}"
        return self._number_of(_Raw(f"<</Limits[{limits}]/Nums[{' '.join(entries)}]>>".encode()))


def _kids(kids: list[str]) -> str:
    if not kids:
        return ""
    return f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]"


def _entry(value: list[Node] | Node) -> str:
    if isinstance(value, Node):
        return f"{value.number} 0 R"
    return "[" + " ".join(f"{node.number} 0 R" for node in value) + "]"
