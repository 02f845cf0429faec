"""What a paper of ours is made of; anything more could carry something out, and is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import pikepdf

_CATALOGUE = frozenset(
    [
        "/Type",
        "/Pages",
        "/Outlines",
        "/PageMode",
        "/Lang",
        "/MarkInfo",
        "/Metadata",
        "/OutputIntents",
        "/StructTreeRoot",
        "/ViewerPreferences",
    ]
)
_PAGE = frozenset(
    [
        "/Type",
        "/Parent",
        "/Contents",
        "/MediaBox",
        "/Resources",
        "/StructParents",
        "/Tabs",
        "/Annots",
        "/Rotate",
        "/Trans",
        "/CropBox",
    ]
)
_RESOURCES = frozenset(["/Font", "/ProcSet", "/ColorSpace", "/ExtGState", "/Properties"])
_LINK_SCHEMES = re.compile(r"(https?|mailto):")
_COMMENT = re.compile(rb"^%.*$", re.MULTILINE)
_KNOWN_COMMENTS = frozenset(
    (
        b"%PDF-1.7",
        b"%%EOF",
        b"%\xbf\xf7\xa2\xfe",
        b"%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)",
        b"% ReportLab generated PDF document -- digest (opensource)",
    )
)
_STREAM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)


def foreign_parts(raw: bytes, pdf: pikepdf.Pdf, known: set[tuple[int, int]]) -> Iterator[str]:
    """Yield, in words, every part of a file that a paper does not have."""
    yield from _of_file(raw, pdf)
    yield from (f"{key} in the catalogue" for key in sorted(set(pdf.Root.keys()) - _CATALOGUE))
    if len(pdf.attachments):
        yield "an attachment"
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"{part} on page {number}" for part in _of_page(page.obj))
    yield from _of_objects(pdf, known)


def known_streams(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Return the ids of the streams that papers have: pages, fonts, colour profile, metadata."""
    root = cast("Any", pdf.Root)
    found = {root.Metadata.objgen} if "/Metadata" in root else set[tuple[int, int]]()
    for intent in root.get("/OutputIntents", []):
        if "/DestOutputProfile" in intent:
            found.add(intent.DestOutputProfile.objgen)
    for page in pdf.pages:
        found |= _streams_of_page(page.obj)
    return found


def _streams_of_page(page: Any) -> set[tuple[int, int]]:
    contents = page.get("/Contents")
    found: set[tuple[int, int]] = set()
    if contents is not None:
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        found |= {cast("Any", part).objgen for part in parts}
    for font in dict(page.Resources.get("/Font", {})).values():
        if "/ToUnicode" in font:
            found.add(font.ToUnicode.objgen)
        program = font.get("/FontDescriptor", {}).get("/FontFile2")
        if program is not None:
            found.add(program.objgen)
    return found


def _of_file(raw: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encryption"
    if raw.count(b"%%EOF") != 1 or "/Prev" in pdf.trailer:
        yield "an earlier revision"
    if raw.rpartition(b"%%EOF")[2].strip() or not raw.startswith(b"%PDF-"):
        yield "bytes before or after the file"
    if not _KNOWN_COMMENTS.issuperset(_COMMENT.findall(_STREAM.sub(b"", raw))):
        yield "a comment between the objects"


def _of_page(page: Any) -> Iterator[str]:
    yield from sorted(set(page.keys()) - _PAGE)
    yield from sorted(set(page.Resources.keys()) - _RESOURCES)
    for annotation in page.get("/Annots", []):
        if annotation.get("/Subtype") != "/Link":
            yield "an annotation other than a link"
        elif "/A" in annotation and not _harmless(annotation.A):
            yield "a link that does more than lead to a web page"
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) in {"BI", "INLINE IMAGE", "Do"}:
            yield "an image"


def _harmless(action: Any) -> bool:
    return set(action.keys()) <= {"/S", "/URI", "/Type"} and bool(_LINK_SCHEMES.match(str(action.get("/URI", ""))))


def _of_objects(pdf: pikepdf.Pdf, known: set[tuple[int, int]]) -> Iterator[str]:
    for thing in cast("list[Any]", list(pdf.objects)):
        if isinstance(thing, pikepdf.Stream) and thing.objgen not in known:
            yield "a stream that no page uses"
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            if "/JS" in thing or "/AA" in thing or thing.get("/S") == "/JavaScript":
                yield "a script or an action"
            if "/EF" in thing or thing.get("/Type") == "/EmbeddedFile":
                yield "an attachment"
            if thing.get("/Subtype") == "/Image":
                yield "an image"
