"""Reads the structure tree of a PDF back: what a screen reader would find. Knows nothing of how it was written."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_SPACE = re.compile(r"\s+")


@dataclass
class Element:
    """One element: ``runs`` are its own texts and its children, in order."""

    role: str
    alt: str
    actual: str
    scope: str
    runs: list[Any] = field(default_factory=list)

    @property
    def kids(self) -> list[Element]:
        return [run for run in self.runs if isinstance(run, Element)]

    @property
    def text(self) -> str:
        """All text below, white space folded; in a figure only that of its caption is text."""
        return fold_space("".join(run if isinstance(run, str) else run.raw for run in self.runs))

    @property
    def raw(self) -> str:
        return "".join(run if isinstance(run, str) else run.raw for run in self.runs)

    def all(self, *roles: str) -> list[Element]:
        own = [self] if self.role in roles else []
        return own + [found for kid in self.kids for found in kid.all(*roles)]


def fold_space(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def read_tree(pdf: bytes) -> Element:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        texts = {page.obj.objgen: _page_texts(page) for page in opened.pages}
        return _element(opened.Root.StructTreeRoot.K, None, texts)


def artifact_text(pdf: bytes) -> list[str]:
    """The page furniture of every page."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [_page_texts(page)[None] for page in opened.pages]


def _element(source: Any, page: Any, texts: dict[Any, dict[Any, str]]) -> Element:
    page = source.get("/Pg", page)
    scope = next((str(a.Scope) for a in source.get("/A", []) if "/Scope" in a), "")
    element = Element(
        str(source.S)[1:], str(source.get("/Alt", "")), str(source.get("/ActualText", "")), scope.removeprefix("/")
    )
    kids = source.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            element.runs.append(texts[page.objgen][kid])
        elif "/MCID" in kid:
            element.runs.append(texts[kid.get("/Pg", page).objgen][int(kid.MCID)])
        elif "/S" in kid:
            element.runs.append(_element(kid, page, texts))
    return element


def _page_texts(page: pikepdf.Page) -> dict[Any, str]:
    """Text of every marked run of a page; what stands in none is under None."""
    texts: dict[Any, str] = {None: ""}
    marks: list[Any] = []
    codes: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "BDC":
            marks.append(int(operands[1]["/MCID"]) if "/MCID" in operands[1] else None)
        elif operator == "EMC":
            marks.pop()
        elif operator == "BT" and not any(mark is not None for mark in marks):
            texts[None] += "\n"
        elif operator == "Tf":
            codes = _codes(page.obj.Resources.Font[str(operands[0])])
        elif operator == "Tj":
            mark = next((m for m in reversed(marks) if m is not None), None)
            texts[mark] = texts.get(mark, "") + "".join(codes[code] for code in bytes(operands[0]))
        for mark in marks:
            texts.setdefault(mark, "")
    return texts


def _codes(font: Any) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode("ascii").partition("beginbfchar")[2]
    pairs = re.findall(r"<(\w\w)> <(\w+)>", source)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
