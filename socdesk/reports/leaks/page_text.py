"""The text of finished pages, read back from their operators: also what is white, tiny or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pikepdf

_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A run of text in one mark on one page (from 1); ``mcid`` is nothing for page furniture."""

    page: int
    mcid: int | None
    text: str


@dataclass(slots=True)
class _Font:
    codes: dict[int, str]
    two_bytes: bool

    def decode(self, raw: bytes) -> str:
        pairs = (raw[i : i + 2] for i in range(0, len(raw) - 1, 2))
        numbers = [int.from_bytes(pair) for pair in pairs] if self.two_bytes else list(raw)
        fallback = _LOST if self.codes else None
        return "".join(self.codes.get(n, fallback or chr(n)) for n in numbers)


@dataclass(slots=True)
class _Reader:
    page: pikepdf.Page
    number: int
    fonts: dict[str, _Font] = field(default_factory=dict[str, _Font])
    marks: list[int | None] = field(default_factory=list[int | None])
    font: _Font = field(default_factory=lambda: _Font({}, two_bytes=False))
    open: list[str] = field(default_factory=list[str])
    extra: list[str] = field(default_factory=list[str])

    def read(self) -> Iterator[TextPiece]:
        for instruction in pikepdf.parse_content_stream(self.page):
            operator = str(instruction.operator)
            operands: list[Any] = list(cast("Any", instruction).operands)
            if operator in {"BDC", "BMC", "EMC", "BT"}:
                yield from self._close()
            self._apply(operator, operands)
        yield from self._close()
        yield from (TextPiece(self.number, None, text) for text in self.extra)

    def _apply(self, operator: str, operands: list[Any]) -> None:
        if operator == "BDC":
            self.marks.append(self._mcid(operands[1]))
        elif operator == "BMC":
            self.marks.append(None)
        elif operator == "EMC" and self.marks:
            self.marks.pop()
        elif operator == "Tf":
            self.font = self._font(str(operands[0]))
        elif operator in {"Tj", "TJ", "'", '"'}:
            self._show(operands[-1])

    def _close(self) -> Iterator[TextPiece]:
        text = "".join(self.open)
        self.open = []
        if text:
            yield TextPiece(self.number, next((m for m in reversed(self.marks) if m is not None), None), text)

    def _show(self, shown: Any) -> None:
        parts = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
        self.open += [self.font.decode(bytes(part)) for part in parts if isinstance(part, pikepdf.String)]

    def _mcid(self, properties: Any) -> int | None:
        if isinstance(properties, pikepdf.Name):
            properties = cast("Any", self.page.obj).Resources.Properties[str(properties)]
        for key in ("/ActualText", "/Alt", "/E"):
            if key in properties:
                self.extra.append(str(properties[key]))
        return int(properties["/MCID"]) if "/MCID" in properties else None

    def _font(self, name: str) -> _Font:
        if name not in self.fonts:
            self.fonts[name] = read_font(cast("Any", self.page.obj).Resources.Font[name])
        return self.fonts[name]


def read_font(font: Any) -> _Font:
    """Return the characters that a font's codes stand for."""
    codes: dict[int, str] = {}
    to_unicode = font.get("/ToUnicode")
    if isinstance(to_unicode, pikepdf.Stream):
        source = to_unicode.read_bytes().decode("latin-1")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
            codes.update((int(code, 16), _utf16(text)) for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block))
        for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
            for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                codes.update(_range(int(low, 16), int(high, 16), _utf16(text)))
    return _Font(codes, two_bytes=font.get("/Subtype") == "/Type0")


def _range(low: int, high: int, first: str) -> Iterator[tuple[int, str]]:
    for step in range(high - low + 1):
        yield low + step, first[:-1] + chr(ord(first[-1]) + step)


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def pieces_of(page: pikepdf.Page, number: int) -> list[TextPiece]:
    """Return every piece of text of one page, in the order in which it is painted."""
    return list(_Reader(page, number).read())
