"""A paragraph that belongs to a structure element; the parts of a split paragraph share it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Self

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import Paragraph

from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.text_object import TaggedText

_SPACE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: key of its place, depth from 0, words."""

    key: str
    depth: int
    words: str


@dataclass(slots=True)
class _Links:
    words: dict[Any, str] = field(default_factory=dict[Any, str])
    nodes: dict[Any, tuple[Any, Node]] = field(default_factory=dict[Any, tuple[Any, Node]])


class TaggedParagraph(Paragraph):
    """Draws itself as content of ``node``; its bullet as content of ``label``."""

    node: Node
    label: Node | None = None
    bookmark: Bookmark | None = None
    plain: str  # the text as it is read, white space folded
    whole_link: Any = None
    canv: Any
    blPara: Any
    _before: TaggedParagraph | None = None
    _links: _Links
    _read: int = 0  # how much of ``plain`` is printed

    def __init__(
        self,
        text: str,
        style: ParagraphStyle | None = None,
        bulletText: str | None = None,
        frags: Any = None,
        caseSensitive: int = 1,
        encoding: str = "utf8",
        *,
        node: Node | None = None,
        label: Node | None = None,
        bookmark: Bookmark | None = None,
    ) -> None:
        super().__init__(text, style, bulletText, frags, caseSensitive, encoding)
        if frags is None and node is not None:
            self.node, self.label, self.bookmark = node, label, bookmark
            self.plain = _plain(self.frags)
            self._links = _Links(words=_link_words(self.frags))

    def split(self, availWidth: float, availHeight: float, /) -> list[Flowable]:
        """Return the parts that fit; each goes on where the one before it stops."""
        parts = super().split(availWidth, availHeight)
        pieces = [part for part in parts if isinstance(part, TaggedParagraph) and part is not self]
        for number, piece in enumerate(pieces):
            piece._continue(self, pieces[0] if number else None)
        return parts

    def _continue(self, whole: Self, before: Self | None) -> None:
        self.node, self.plain, self._links = whole.node, whole.plain, whole._links
        if before is None:
            self.label, self.bookmark, self._before = whole.label, whole.bookmark, whole._before
        else:
            self._before = before

    def link_node(self, key: Any, canvas: Any) -> Node:
        """Return the Link element of one link, the same on every line and page."""
        known = self._links.nodes.get(key)
        if known is None or known[0] is not canvas:
            known = (canvas, Node("Link"))
            self._links.nodes[key] = known
            canvas.ledger.pieces[self.node].append(known[1])
        return known[1]

    def link_words(self, key: Any) -> str:
        """Return what a link says."""
        return self._links.words[key]

    def space_after(self, line: str) -> bool:
        """Tell whether white space follows this line in the source; a broken web address has none."""
        line = line.strip()
        start = self.plain.find(line, self._read)
        if start < 0:
            return False
        self._read = start + len(line)
        return self.plain[self._read : self._read + 1] == " "

    def beginText(self, x: float, y: float) -> Any:
        """Return the text object for the lines; bullets come before, through the canvas."""
        if self.canv.in_artifact:
            return self.canv.beginText(x, y)
        self.canv.text_node = None
        self.canv.text_object = TaggedText(self.canv, x, y, self.node, self)
        return self.canv.text_object

    def draw(self) -> None:
        """Draw the lines, the bullet and the outline entry."""
        canvas = self.canv
        self._read = self._before._read if self._before is not None else 0
        self.whole_link = self._link_of_all()
        if self.bookmark is not None and not canvas.in_artifact:
            canvas.bookmarkHorizontal(self.bookmark.key, 0, self.height)
            canvas.addOutlineEntry(self.bookmark.words, self.bookmark.key, self.bookmark.depth, closed=False)
        canvas.text_node = self.label
        super().draw()
        canvas.text_node = canvas.text_object = None

    def _link_of_all(self) -> Any:
        """Return the link if the whole paragraph is one: ReportLab then follows it in another way."""
        lines = getattr(self, "blPara", None)
        if getattr(lines, "kind", 1) != 0:
            return None
        return next(iter(getattr(lines, "link", None) or ()), None)


def _plain(fragments: list[Any]) -> str:
    words = (" " if getattr(f, "lineBreak", False) else getattr(f, "text", "") for f in fragments)
    return _SPACE.sub(" ", "".join(words)).strip()


def _link_words(fragments: list[Any]) -> dict[Any, str]:
    words: dict[Any, str] = {}
    for fragment in fragments:
        for key in getattr(fragment, "link", None) or ():
            words[key] = words.get(key, "") + getattr(fragment, "text", "")
    return words
