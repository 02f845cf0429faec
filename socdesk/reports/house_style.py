"""How papers look: type, colours and rules. Contrasts are WCAG 2.2 AA or better (4.5:1 text, 3:1 shapes)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from socdesk.reports.fonts import BOLD, REGULAR

INK = HexColor("#16202B")
NAVY = HexColor("#12395B")
QUIET = HexColor("#465361")
RULE = HexColor("#AEB8C2")
HAIRLINE = HexColor("#D5DBE1")
TINT = HexColor("#E9EEF4")
PAPER: Color = white

MARGIN = 22 * mm
LANDSCAPE_MARGIN = 16 * mm

# ReportLab fills these from the environment when it is loaded.
_AS_SHIPPED: dict[str, Any] = {
    "underlineWidth": "",
    "underlineOffset": "-0.125*F",
    "underlineGap": "1",
    "strikeWidth": "",
    "strikeOffset": "0.25*F",
    "strikeGap": "1",
}
BODY = ParagraphStyle(
    "body",
    fontName=REGULAR,
    bulletFontName=REGULAR,
    fontSize=11,
    bulletFontSize=11,
    leading=15.5,
    spaceAfter=7,
    textColor=INK,
    bulletColor=INK,
    alignment=0,
    allowWidows=0,
    allowOrphans=0,
    splitLongWords=1,
    embeddedHyphenation=0,
    hyphenationLang="",
    uriWasteReduce=0,
    spaceShrinkage=0,
    **_AS_SHIPPED,
)
SMALL = ParagraphStyle("small", BODY, fontSize=9, leading=12.5, spaceAfter=4, textColor=QUIET)
COMPACT = ParagraphStyle("compact", BODY, fontSize=10, leading=13.5, spaceAfter=4)
BLOCK = ParagraphStyle("block", BODY, spaceAfter=1)
BLOCK_RIGHT = ParagraphStyle("block right", BLOCK, alignment=TA_RIGHT)
BLOCK_STRONG = ParagraphStyle("block strong", BLOCK, fontName=BOLD)
BLOCK_STRONG_RIGHT = ParagraphStyle("block strong right", BLOCK_RIGHT, fontName=BOLD)
DEMO = ParagraphStyle(
    "demo", BODY, fontName=BOLD, fontSize=10.5, leading=14, spaceBefore=0, spaceAfter=12, textColor=HexColor("#8E1B17")
)
LIST = ParagraphStyle("list", BODY, leftIndent=20, bulletIndent=3, spaceAfter=4)
CAPTION = ParagraphStyle("caption", BODY, fontName=BOLD, fontSize=9.5, leading=13, spaceBefore=6, spaceAfter=4)
CELL = ParagraphStyle("cell", BODY, fontSize=9.25, leading=12, spaceAfter=0)
CELL_STRONG = ParagraphStyle("cell strong", CELL, fontName=BOLD)
CELL_RIGHT = ParagraphStyle("cell right", CELL, alignment=TA_RIGHT)
CELL_HEAD = ParagraphStyle("cell head", CELL, fontName=BOLD, textColor=NAVY)
CELL_HEAD_RIGHT = ParagraphStyle("cell head right", CELL_HEAD, alignment=TA_RIGHT)
STRIP_WORD = ParagraphStyle("strip word", CELL, fontName=BOLD, fontSize=8.75, alignment=TA_CENTER)
STRIP_COUNT = ParagraphStyle("strip count", CELL, fontName=BOLD, fontSize=20, leading=24, alignment=TA_CENTER)
STRIP_CHANGE = ParagraphStyle("strip change", CELL, alignment=TA_CENTER)
HEADINGS = {
    1: ParagraphStyle(
        "title", BODY, fontName=BOLD, fontSize=18, leading=22, spaceBefore=12, spaceAfter=8, textColor=NAVY
    ),
    2: ParagraphStyle(
        "heading", BODY, fontName=BOLD, fontSize=13, leading=17, spaceBefore=14, spaceAfter=5, textColor=NAVY
    ),
    3: ParagraphStyle("subheading", BODY, fontName=BOLD, leading=15, spaceBefore=8, spaceAfter=3),
}
TITLE_IN_CAPITALS = ParagraphStyle("title in capitals", HEADINGS[1], fontSize=16, leading=20)


@dataclass(frozen=True, slots=True)
class Look:
    """Shape, ink and tint of one status: told apart by shape and word, never by colour alone."""

    shape: str
    ink: str
    tint: str


RAG_LOOKS = {
    "R": Look("■", "#8E1B17", "#FCEBEA"),
    "A": Look("▲", "#6B4200", "#FFF2D9"),
    "G": Look("●", "#17552F", "#E5F4EA"),
    "C": Look("✔", "#174580", "#E6EFFB"),
    "N": Look("○", "#414C58", "#EDF0F3"),
}

TABLE_STYLE: list[Any] = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("BACKGROUND", (0, 0), (-1, 0), TINT),
    ("LINEABOVE", (0, 0), (-1, 0), 0.9, NAVY),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, NAVY),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
]


CLOSE_ROWS: list[Any] = [("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]


def rag_markup(code: str, safe_words: str) -> str:
    """Return markup of a status: its shape and its words, in its ink. ``safe_words`` is escaped already."""
    look = RAG_LOOKS[code]
    return f'<font color="{look.ink}">{look.shape} <b>{safe_words}</b></font>'
