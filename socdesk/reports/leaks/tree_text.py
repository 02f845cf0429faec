"""The same text in the order in which it is read aloud: cells that break over pages are whole again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pikepdf

from socdesk.reports.leaks.page_text import TextPiece

_Pieces = dict[tuple[int, int], str]


def in_reading_order(pdf: pikepdf.Pdf, pieces: list[TextPiece]) -> list[tuple[int, str]]:
    """Return page and text of every element that has content of its own, in the order of the structure tree."""
    root = cast("Any", pdf.Root).get("/StructTreeRoot")
    if root is None:
        return []
    texts: _Pieces = {}
    for piece in pieces:
        if piece.mcid is not None:
            key = (piece.page, piece.mcid)
            texts[key] = texts.get(key, "") + piece.text
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return list(_walk(root, 0, texts, pages, set()))


def _walk(
    element: Any, page: int, texts: _Pieces, pages: dict[tuple[int, int], int], seen: set[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    if element.objgen in seen:  # a tree that bites its own tail is no tree of ours, but must not hang us
        return
    seen.add(element.objgen)
    page = pages.get(element.Pg.objgen, page) if "/Pg" in element else page
    own: list[tuple[int, str]] = []
    for kid in _kids(element):
        place = _content(kid, page, pages)
        if place is not None:
            own.append((place[0], texts.get(place, "")))
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _joined(own)
            own = []
            yield from _walk(kid, page, texts, pages, seen)
    yield from _joined(own)


def _joined(own: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield an element's runs as one text: a word may break between them."""
    if own:
        yield own[0][0], "".join(text for _, text in own)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _content(kid: Any, page: int, pages: dict[tuple[int, int], int]) -> tuple[int, int] | None:
    if isinstance(kid, int):
        return page, kid
    if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
        where = pages.get(cast("Any", kid).Pg.objgen, page) if "/Pg" in kid else page
        return where, int(cast("Any", kid).MCID)
    return None
