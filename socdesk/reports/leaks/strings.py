"""Every string of every object of a file: alternative texts, bookmarks, links, metadata, and what nothing points to."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any, cast

import pikepdf

from socdesk.reports.leaks.stretch import Stretch, one_page

_BY_KEY = {
    "/Alt": "alternative text",
    "/ActualText": "text for screen readers",
    "/E": "text for screen readers",
    "/T": "name of an element",
    "/URI": "link",
    "/Contents": "link",
    "/Dest": "link",
}
_ELSEWHERE = "elsewhere in the file"
_NOT_TEXT = ("/FontFile", "/FontFile2", "/FontFile3")


def all_strings(pdf: pikepdf.Pdf) -> Iterator[Stretch]:
    """Yield every string, with where it stands and on which page, as far as that is known."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    info = cast("Any", pdf.trailer).get("/Info")
    info_id = None if info is None else info.objgen
    for thing in cast("list[Any]", list(pdf.objects)):
        base = "metadata" if info_id is not None and thing.objgen == info_id else ""
        yield from _strings(thing, base, 0, pages)


def _strings(thing: Any, where: str, page: int, pages: dict[tuple[int, int], int]) -> Iterator[Stretch]:
    if isinstance(thing, pikepdf.String):
        yield one_page(where or _ELSEWHERE, str(thing), page)
    elif isinstance(thing, pikepdf.Array):
        for item in cast("list[Any]", list(thing)):
            if not _indirect(item):
                yield from _strings(item, where, page, pages)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from _of_dictionary(cast("Any", thing), where, page, pages)


def _of_dictionary(thing: Any, where: str, page: int, pages: dict[tuple[int, int], int]) -> Iterator[Stretch]:
    if "/Pg" in thing:
        page = pages.get(thing.Pg.objgen, page)
    for key in thing.keys():  # noqa: SIM118  # a stream cannot be iterated
        value = thing[key]
        if not _indirect(value) and key not in _NOT_TEXT:
            yield from _strings(value, where or _name(thing, key), page, pages)


def _name(thing: Any, key: str) -> str:
    if key == "/Title":
        return "bookmark" if "/Parent" in thing else "metadata"
    return _BY_KEY.get(key, "")


def _indirect(thing: Any) -> bool:
    return bool(getattr(thing, "is_indirect", False))


def metadata_text(pdf: pikepdf.Pdf) -> Iterator[Stretch]:
    """Yield the XMP packet as text."""
    packet = cast("Any", pdf.Root).get("/Metadata")
    if isinstance(packet, pikepdf.Stream):
        yield one_page("metadata", html.unescape(packet.read_bytes().decode("utf-8", "replace")))


def unknown_streams(pdf: pikepdf.Pdf, known: set[tuple[int, int]]) -> Iterator[Stretch]:
    """Yield what stands in streams that a paper does not have, read as text."""
    for thing in cast("list[Any]", list(pdf.objects)):
        if isinstance(thing, pikepdf.Stream) and thing.objgen not in known:
            yield one_page(_ELSEWHERE, thing.read_bytes().decode("utf-8", "replace"))
