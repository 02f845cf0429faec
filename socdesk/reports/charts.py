"""The coverage chart, drawn by hand: bars with direct labels, told apart by shape and word, never by colour alone.

The default charts of the library start the axis at the smallest value and colour by position; they mislead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics import shapes
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor

from socdesk.reports.coverage_words import CoveragePart, CoverageWords
from socdesk.reports.fonts import BOLD, REGULAR, width_of
from socdesk.reports.house_style import HAIRLINE, INK
from socdesk.reports.page_furniture import fitted

_MOST_ROWS = 9  # in one chart
_ROW = 52.0
_BAR = 13.0
_SIZE = 9.0
_SHAPES: Any = shapes  # its keywords have no types
_WHITE = HexColor("#FFFFFF")
_PLAIN_SPACE_FOR_SHAPE = 11.0
_BETWEEN = 14.0  # points between two labels


@dataclass(frozen=True, slots=True)
class _Fill:
    colour: Color
    mark: Color  # of the shape drawn on it, at least 4.5:1


_FILLS = {
    "in_date": _Fill(HexColor("#27804B"), _WHITE),
    "expiring": _Fill(HexColor("#F2B84B"), INK),
    "expired": _Fill(HexColor("#B52F28"), _WHITE),
    "never": _Fill(HexColor("#4A5663"), _WHITE),
    "rest": _Fill(HexColor("#FFFFFF"), INK),
    "other": _Fill(HexColor("#DDE3E9"), INK),
}


def coverage_chart(rows: Sequence[CoverageWords], width: float, clean: Callable[[str], str]) -> Drawing:
    """Return bars of 100 % width, one for each row; ``clean`` makes a typed text printable.

    Only rows with parts can be drawn: the length of any other bar would give a hidden number away.
    """
    drawing = Drawing(width, len(rows) * _ROW, initialFontName=REGULAR)
    for place, row in enumerate(rows):
        _Bar(drawing, width, drawing.height - place * _ROW, row, clean).draw()
    return drawing


def shared_out(rows: Sequence[CoverageWords]) -> list[Sequence[CoverageWords]]:
    """Return the rows of each chart: as few charts as fit on pages, with about as many rows each."""
    charts = -(-len(rows) // _MOST_ROWS)
    size = -(-len(rows) // charts) if charts else 1
    return [rows[start : start + size] for start in range(0, len(rows), size)]


class _Bar:
    def __init__(
        self, drawing: Drawing, width: float, top: float, row: CoverageWords, clean: Callable[[str], str]
    ) -> None:
        self._drawing: Any = drawing
        self._width = width
        self._top = top
        self._words = row
        self._clean = clean

    def draw(self) -> None:
        self._draw_head()
        bottom = self._top - 16 - _BAR
        self._draw_parts(bottom)
        self._draw_labels(bottom - 11)
        self._drawing.add(
            _SHAPES.Line(0, self._top - _ROW + 5, self._width, self._top - _ROW + 5, strokeColor=HAIRLINE)
        )

    def _draw_head(self) -> None:
        share = self._clean(self._words.share)
        room = self._width - width_of(share, _SIZE + 0.5, bold=True) - 14
        name = fitted(self._clean(self._words.name), _SIZE + 0.5, room, bold=True)
        base = self._top - 10
        self._text(0, base, name, bold=True, size=_SIZE + 0.5)
        self._text(self._width, base, share, bold=True, size=_SIZE + 0.5, anchor="end")

    def _draw_parts(self, bottom: float) -> None:
        total = sum(part.number for part in self._words.parts)
        start = 0.0
        for part in self._words.parts:
            wide = self._width * part.number / total
            if part.number:
                self._draw_part(start, bottom, wide, part)
            start += wide

    def _draw_part(self, start: float, bottom: float, wide: float, part: CoveragePart) -> None:
        fill = _FILLS[part.fill]
        box = _SHAPES.Rect(start, bottom, wide, _BAR, fillColor=fill.colour, strokeColor=INK, strokeWidth=0.6)
        self._drawing.add(box)
        if wide >= _PLAIN_SPACE_FOR_SHAPE:
            self._text(start + wide / 2, bottom + 3.4, part.shape, anchor="middle", colour=fill.mark, size=_SIZE - 0.5)

    def _draw_labels(self, base: float) -> None:
        labels = [part.label for part in self._words.parts if part.number]
        natural = sum(width_of(label, _SIZE) + _BETWEEN for label in labels) - _BETWEEN
        scale = min(1.0, self._width / natural)
        x = 0.0
        for label in labels:
            self._text(x, base, label, size=_SIZE * scale)
            x += (width_of(label, _SIZE) + _BETWEEN) * scale

    def _text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        bold: bool = False,
        size: float = _SIZE,
        anchor: str = "start",
        colour: Color = INK,
    ) -> None:
        font = BOLD if bold else REGULAR
        self._drawing.add(_SHAPES.String(x, y, text, fontName=font, fontSize=size, textAnchor=anchor, fillColor=colour))
