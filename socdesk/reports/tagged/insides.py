"""The parts of ReportLab 5.1.0 that have no public name or no types, all in one place.

ReportLab is pinned for their sake; a change in them shows at once in the tests of the tagged layer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

if TYPE_CHECKING:

    class CanvasInsides(Canvas):
        """A canvas with its private parts declared."""

        _doc: Any
        _code: list[str]
        _pageNumber: int
        _annotationrefs: tuple[Any, ...]

        def __init__(self, filename: Any, **options: Any) -> None: ...
        def _setAnnotations(self, page: Any) -> None: ...
        def _addAnnotation(self, annotation: Any) -> None: ...
        def _absRect(self, rect: Any, relative: Any) -> tuple[float, ...]: ...
        def _bookmarkReference(self, name: Any) -> Any: ...

    class TextInsides(PDFTextObject):
        """A text object with its private parts declared."""

        _code: list[str]
        _canvas: Any
        _fontname: str

        def _formatText(self, text: str) -> str: ...
        def _textOut(self, text: str, TStar: int = 0) -> None: ...

else:
    CanvasInsides = Canvas
    TextInsides = PDFTextObject

_PDFDOC: Any = pdfdoc


def is_embedded(font: str) -> bool:
    """Tell whether a registered font is written into the file."""
    return bool(cast("Any", pdfmetrics.getFont(font))._dynamicFont)


def lacking(font: str, text: str) -> list[str]:
    """Return the characters for which an embedded font has no glyph, sorted."""
    glyphs: Mapping[int, int] = cast("Any", pdfmetrics.getFont(font)).face.charToGlyph
    return sorted({character for character in text if ord(character) not in glyphs})


def pdf_name(name: str) -> Any:
    """Return a PDF name object."""
    return _PDFDOC.PDFName(name)


def pdf_string(text: str) -> Any:
    """Return a PDF string object."""
    return _PDFDOC.PDFString(text)


def pdf_array(values: list[Any]) -> Any:
    """Return a PDF array."""
    return _PDFDOC.PDFArray(values)


def pdf_dictionary(values: dict[str, Any]) -> Any:
    """Return a PDF dictionary."""
    return _PDFDOC.PDFDictionary(values)


def pdf_stream(values: dict[str, Any], content: bytes) -> Any:
    """Return a compressed PDF stream."""
    return _PDFDOC.PDFStream(pdf_dictionary(values), content, [_PDFDOC.PDFZCompress])
