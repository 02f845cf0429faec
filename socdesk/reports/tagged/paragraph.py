"""A paragraph that belongs to a structure element; the parts of a split paragraph share it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Self, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.paragraph import Paragraph

from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.text_object import TaggedText

_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_BLANK = re.compile(r"[ \t\n\r\f\v\u00a0]+")


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
    _links: _Links
    _ink: tuple[int, ...]  # where in ``plain`` each character with ink stands
    _start: int = 0  # how many of them stand in the parts before
    _read: int = 0  # how many of them are printed

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
            self._ink = tuple(place for place, letter in enumerate(self.plain) if not _BLANK.match(letter))
            self._links = _Links(words=_link_words(self.frags))

    def split(self, availWidth: float, availHeight: float, /) -> list[Flowable]:
        """Return the parts that fit; each goes on where the one before it stops."""
        parts = super().split(availWidth, availHeight)
        pieces = [part for part in parts if isinstance(part, TaggedParagraph) and part is not self]
        start = self._start
        for number, piece in enumerate(pieces):
            start = piece._continue(self, start, first=not number)
        return parts

    def _continue(self, whole: Self, start: int, *, first: bool) -> int:
        """Take over what parts share, and return how much of the source is printed after this part."""
        self.node, self.plain, self._ink, self._links = whole.node, whole.plain, whole._ink, whole._links
        self._start = start
        if first:
            self.label, self.bookmark = whole.label, whole.bookmark
        for fragment in cast("list[Any]", self.frags):
            start = self._mend(fragment, start)
        return start

    def _mend(self, fragment: Any, read: int) -> int:
        """Take out the spaces that ReportLab puts between the halves of a word it broke by force."""
        words = _words_of(fragment)
        if words is not None:
            return read + len(_BLANK.sub("", "".join(words)))
        kept: list[str] = []
        for letter in getattr(fragment, "text", ""):
            read += letter != " " and not _BLANK.match(letter)
            if letter != " " or self._space_at(read):
                kept.append(letter)
        fragment.text = "".join(kept)
        return read

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
        """Tell whether white space follows this line in the source; a word broken by force has none.

        Lines are printed in the order of the source, so it is enough to count the characters with ink.
        """
        self._read += len(_BLANK.sub("", line))
        return self._space_at(self._read)

    def _space_at(self, read: int) -> bool:
        """Tell whether white space stands in the source after so many characters with ink."""
        place = self._ink[read - 1] + 1 if 0 < read <= len(self._ink) else len(self.plain)
        return self.plain[place : place + 1] == " "

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
        self._read = self._start
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


def _words_of(fragment: Any) -> list[str] | None:
    """Return the words of a fragment that ReportLab has taken apart already, which it puts together rightly."""
    if isinstance(fragment, list):  # a width, then pairs of style and text
        return [text for _, text in cast("list[Any]", fragment)[1:]]
    return getattr(fragment, "words", None)


def _plain(fragments: list[Any]) -> str:
    words = (" " if getattr(f, "lineBreak", False) else getattr(f, "text", "") for f in fragments)
    return _SPACE.sub(" ", "".join(words)).strip()


def _link_words(fragments: list[Any]) -> dict[Any, str]:
    words: dict[Any, str] = {}
    for fragment in fragments:
        for key in getattr(fragment, "link", None) or ():
            words[key] = words.get(key, "") + getattr(fragment, "text", "")
    return words
