"""Running header and footer: page furniture, which screen readers pass over (PDF/UA-1, 7.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus.doctemplate import PageTemplate
from reportlab.platypus.frames import Frame

from socdesk.reports.fonts import BOLD, REGULAR, width_of
from socdesk.reports.house_style import DEMO, LANDSCAPE_MARGIN, MARGIN, QUIET, RULE
from socdesk.reports.wording import WORDS

PORTRAIT = "portrait"
LANDSCAPE = "landscape"
_SIZE = 8.5
_TOP = 20 * mm
_BOTTOM = 22 * mm
_FOOT = 12 * mm
_ELLIPSIS = "…"
_SHEETS = {PORTRAIT: (A4, MARGIN), LANDSCAPE: ((A4[1], A4[0]), LANDSCAPE_MARGIN)}


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page; ``pages`` is the number of pages, 0 while it is not known."""

    left: str
    marking: str
    demo: bool
    pages: int


def page_templates(furniture: Furniture) -> list[PageTemplate]:
    """Return the upright and the sideways page."""
    return [_template(name, furniture) for name in _SHEETS]


def usable_size(name: str) -> tuple[float, float]:
    """Return width and height, in points, of what a page can hold."""
    (wide, high), margin = _SHEETS[name]
    return wide - 2 * margin, high - _TOP - _BOTTOM


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return the text, shortened with an ellipsis if it is wider than ``room`` points."""
    if width_of(text, size, bold=bold) <= room:
        return text
    while text and width_of(text + _ELLIPSIS, size, bold=bold) > room:
        text = text[:-1].rstrip()
    return text + _ELLIPSIS


def _template(name: str, furniture: Furniture) -> PageTemplate:
    (wide, high), margin = _SHEETS[name]
    frame = Frame(margin, _BOTTOM, *usable_size(name), 0, 0, 0, 0, id=name)

    def draw(canvas: Any, document: Any) -> None:
        _draw_foot(canvas, document.page, wide, margin, furniture)
        if furniture.demo:
            _draw_demo(canvas, wide, high)

    return PageTemplate(id=name, frames=[frame], onPage=draw, pagesize=(wide, high))


def _draw_foot(canvas: Any, page: int, wide: float, margin: float, furniture: Furniture) -> None:
    number = WORDS.page.format(page=page, pages=furniture.pages)
    marking = fitted(furniture.marking, _SIZE, wide / 4, bold=True)
    room = wide / 2 - margin - width_of(marking, _SIZE, bold=True) / 2 - 10
    with canvas.artifact("Pagination", "Footer"):
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        canvas.line(margin, _FOOT + 12, wide - margin, _FOOT + 12)
        canvas.setFillColor(QUIET)
        canvas.setFont(REGULAR, _SIZE)
        canvas.drawString(margin, _FOOT, fitted(furniture.left, _SIZE, room))
        canvas.drawRightString(wide - margin, _FOOT, number)
        canvas.setFont(BOLD, _SIZE)
        canvas.drawCentredString(wide / 2, _FOOT, marking)


def _draw_demo(canvas: Any, wide: float, high: float) -> None:
    with canvas.artifact("Pagination", "Header"):
        canvas.setFillColor(DEMO.textColor)
        canvas.setFont(BOLD, _SIZE)
        canvas.drawCentredString(wide / 2, high - 12 * mm, WORDS.demo)
