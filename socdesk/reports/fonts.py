"""The typeface of every paper: Source Sans 3, which has Welsh, Polish, Turkish and the shapes of the statuses."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from socdesk.bundled import resource

REGULAR = "Socdesk-Regular"
BOLD = "Socdesk-Bold"
_METRICS: Any = pdfmetrics  # it has no types
_ITALIC = "Socdesk-Italic"
_BOLD_ITALIC = "Socdesk-BoldItalic"
_FILES = {
    REGULAR: "SourceSans3_400Regular.ttf",
    BOLD: "SourceSans3_700Bold.ttf",
    _ITALIC: "SourceSans3_400Regular_Italic.ttf",
    _BOLD_ITALIC: "SourceSans3_700Bold_Italic.ttf",
}


def register_fonts() -> None:
    """Make the four faces known to ReportLab, once."""
    if REGULAR in _METRICS.getRegisteredFontNames():
        return
    for name, file in _FILES.items():
        path = resource("fonts", "source-sans-3", file)
        _METRICS.registerFont(TTFont(name, str(path), asciiReadable=0))  # 0 gives the smallest subsets
    _METRICS.registerFontFamily(REGULAR, REGULAR, BOLD, _ITALIC, _BOLD_ITALIC)


def prints(character: str) -> bool:
    """Tell whether the regular and the bold face both have a glyph."""
    faces = (_METRICS.getFont(name).face.charToGlyph for name in (REGULAR, BOLD))
    return all(ord(character) in glyphs for glyphs in faces)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text prints, in points."""
    return float(_METRICS.stringWidth(text, BOLD if bold else REGULAR, size))
