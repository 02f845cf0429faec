"""The one gate for typed text on its way to paper.

It never fails and never drops a word. What cannot be printed becomes a visible stand-in and is reported; markup in
the text is printed as typed, so that nobody can write tags, links or files into a paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from socdesk.reports.paper import Notice

STAND_IN = "□"
_SOFT_HYPHEN = "\u00ad"
_WITHOUT_INK = frozenset("\u200b\u200c\u200d\u2060\ufeff")  # joiners and breaks; nothing is lost without them
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_SPACES = re.compile(r"[ \t\n]+")
_PERCENT = re.compile(r"(?<=\d) (?=%)")  # a line must not begin with the sign


@dataclass(slots=True)
class SafeText:
    """Cleans texts for fonts that can print what ``prints`` says, and collects notices on the way."""

    prints: Callable[[str], bool]
    notices: list[Notice] = field(default_factory=list[Notice])

    def plain(self, text: str, where: str) -> str:
        """Return the text as it will be read: one line, printable characters only."""
        lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, "")))
        folded = _SPACES.sub(" ", "".join(self._character(c, where) for c in lines)).strip()
        return _PERCENT.sub("\u00a0", folded)

    def markup(self, text: str, where: str) -> str:
        """Return the text for a paragraph: markup escaped, line ends kept as line breaks."""
        lines = _LINE_ENDS.sub("\n", text).split("\n")
        kept = [line for line in (self.plain(line, where) for line in lines) if line]
        return "<br/>".join(escape(line) for line in kept)

    def _character(self, character: str, where: str) -> str:
        if character in "\n\t" or self._can_print(character):
            return character
        self._notice(character, where)
        if character in _WITHOUT_INK:
            return ""
        return " " if unicodedata.category(character) == "Zs" else STAND_IN

    def _can_print(self, character: str) -> bool:
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            return False
        return self.prints(character)

    def _notice(self, character: str, where: str) -> None:
        notice = Notice(where, f"U+{ord(character):04X}")
        if notice not in self.notices:
            self.notices.append(notice)
