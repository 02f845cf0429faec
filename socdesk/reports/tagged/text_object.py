"""Text objects whose lines are marked with their element, and whose links are marked with theirs."""

from __future__ import annotations

from typing import Any, Protocol

from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.insides import TextInsides, is_embedded, lacking
from socdesk.reports.tagged.node import Node

_PRINTS_AS_SPACE = "\xa0"


class LinkedText(Protocol):
    """What a text object must know of the paragraph it prints."""

    whole_link: Any

    def link_node(self, key: Any, canvas: Any) -> Node:
        """Return the Link element of one link, the same on every line and page."""
        ...

    def link_words(self, key: Any) -> str:
        """Return what a link says."""
        ...

    def space_after(self, line: str) -> bool:
        """Tell whether white space follows this line in the source."""
        ...


class CheckedText(TextInsides):
    """Refuses a font that is not embedded and a character that the font lacks.

    ReportLab would print an empty box in silence, and a screen reader would read nothing.
    """

    def _formatText(self, text: str) -> str:
        if not is_embedded(self._fontname):
            raise TaggingError(f"font {self._fontname} is not embedded")
        missing = lacking(self._fontname, text.replace(_PRINTS_AS_SPACE, ""))
        if missing:
            raise TaggingError("no glyph for " + " ".join(f"U+{ord(c):04X}" for c in missing))
        return super()._formatText(text)


class TaggedText(CheckedText):
    """Marks are decided late: the text is placed first, and its mark is written when its owner is known."""

    def __init__(self, canvas: Any, x: float, y: float, node: Node, paragraph: LinkedText | None = None) -> None:
        super().__init__(canvas, x, y)
        self._node = node
        self._paragraph = paragraph
        self._current: Node | None = None
        self._wanted: Node = node
        self._pending: int | None = None
        self._links_of_line: list[Any] = []
        self._line = ""
        if paragraph is not None and paragraph.whole_link is not None:
            self._wanted = paragraph.link_node(paragraph.whole_link, canvas)

    def next_link(self) -> tuple[Node, str]:
        """Return element and words of the link whose annotation is laid next."""
        self._resolve()
        paragraph = self._paragraph
        if paragraph is None:
            raise TaggingError("a link stands outside every paragraph")
        key = paragraph.whole_link or self._links_of_line.pop(0)
        return paragraph.link_node(key, self._canvas), paragraph.link_words(key)

    def textOut(self, text: str) -> None:
        """Print text and stay on the line."""
        self._textOut(text)

    def textLine(self, text: str = "") -> None:
        """Print text and go to the next line."""
        self._textOut(text, TStar=1)

    def getCode(self) -> str:
        """Close the open mark and return the operators."""
        self._resolve()
        if self._current is not None:
            self._code.append("EMC")
        return super().getCode()

    def _textOut(self, text: str, TStar: int = 0) -> None:
        self._resolve()
        text += self._space_at_line_end(text, ends_line=bool(TStar))
        if text:
            self._pending = len(self._code)
            self._code.append("")
        super()._textOut(text, TStar)

    def _space_at_line_end(self, text: str, *, ends_line: bool) -> str:
        """Return the space that layout swallowed, so that words of two lines do not run together when read."""
        if self._paragraph is None:
            return ""
        self._line += text
        if not ends_line:
            return ""
        line, self._line = self._line, ""
        wanted = self._paragraph.space_after(line)
        return " " if wanted and line and not line.endswith(" ") else ""

    def _linkRecord(self, key: Any, what: str) -> None:
        """Follow a link; ReportLab calls this where one starts and ends on a line."""
        if what == "start" and self._paragraph is not None:
            self._wanted = self._paragraph.link_node(key, self._canvas)
            self._links_of_line.append(key)
            self._links_of_line.sort()  # the order in which its annotations are laid
        self._resolve()
        if what == "end":
            self._wanted = self._node

    def _resolve(self) -> None:
        if self._pending is None:
            return
        if self._current is not self._wanted:
            closing = "EMC " if self._current is not None else ""
            self._code[self._pending] = closing + self._canvas.open_mark(self._wanted)
            self._current = self._wanted
        self._pending = None
