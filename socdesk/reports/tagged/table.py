"""Tables whose cells are elements, and whose repeated header rows are page furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import CondPageBreak, Flowable
from reportlab.platypus.tables import Table, TableRenderCB

from socdesk.reports.tagged.node import Node, Scope, header_cell
from socdesk.reports.tagged.paragraph import TaggedParagraph

_ROOM_BELOW = 9.0  # points
_WHOLE_PAGE = 0.97  # the share of a page that must be free before a row is broken
_GOOD_START = 0.4
_TWO = 2
_ENOUGH_ROWS = 4  # of which two stay and two go
_SLACK = 0.01  # points, against rounding


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: safe markup, its style, and whether it heads its column or row."""

    markup: str
    style: ParagraphStyle
    heads: Scope | None = None


class RepeatedHeaders(TableRenderCB):
    """Header rows that were drawn on an earlier page are artifacts (PDF/UA-1, 7.1)."""

    def __init__(self) -> None:
        self._repeating = False

    def startRow(self, T: Any, rowNo: int) -> None:
        """Begin furniture if this row is a repetition."""
        drawn = any(T.canv.ledger.has_content(cell.node) for cell in _paragraphs(T._cellvalues[rowNo]))
        self._repeating = rowNo < T.repeatRows and drawn
        if self._repeating:
            T.canv.begin_artifact("Pagination")

    def endRow(self, T: Any) -> None:
        """End furniture."""
        if self._repeating:
            T.canv.end_artifact()

    def startTable(self, T: Any) -> None:
        """Do nothing: rules and tints become artifacts by themselves."""

    def startCell(self, T: Any, rowNo: int, colNo: int, cellval: Any, cellstyle: Any, pos: Any, size: Any) -> None:
        """Do nothing: the paragraph in the cell marks itself."""

    startBG = endBG = endCell = startLines = endLines = endTable = startTable


class FlowingTable(Table):
    """Breaks between rows; inside a row only if that is taller than a page.

    ReportLab would break a row wherever a page ends, and repeat the header in the middle of that page.
    """

    page_height: float = 0.0  # usable points of a page; 0 never breaks a row
    _rowHeights: Any
    _goes_on: bool = False

    def split(self, aW: float, aH: float, /) -> list[Flowable]:
        """Return the part that fits and the rest, or nothing if all of it goes to the next page."""
        self.splitInRow = int(self._breaks_row(aH))
        parts = super().split(aW, aH)
        if not self._leaves_one_row(parts):
            return parts
        shorter = super().split(aW, sum(self._rowHeights[:-_TWO]) + _SLACK)
        going = sum(self._rowHeights[: self.repeatRows]) + sum(self._rowHeights[-_TWO:])
        return [shorter[0], CondPageBreak(going), *shorter[1:]]  # what went would find room for one row again

    def _leaves_one_row(self, parts: list[Flowable]) -> bool:
        """Tell whether the last row would stand alone, though another could go with it."""
        if len(parts) != _TWO or self.splitInRow or len(self._rowHeights) < self.repeatRows + _ENOUGH_ROWS:
            return False
        return len(cast("Any", parts[1])._rowHeights) == self.repeatRows + 1

    def onSplit(self, T: Table, byRow: int = 1) -> None:
        """Hand what ReportLab does not know to both parts."""
        if isinstance(T, FlowingTable):
            T.page_height = self.page_height
            T._goes_on = True

    def _breaks_row(self, room: float) -> bool:
        first = sum(self._rowHeights[: self.repeatRows + 1])
        enough = _WHOLE_PAGE if self._goes_on else _GOOD_START
        return first > self.page_height > 0 and room >= self.page_height * enough


def tagged_table(
    parent: Node,
    head: Sequence[Cell],
    body: Iterable[Sequence[Cell]],
    widths: Sequence[float],
    style: Sequence[Any],
    *,
    font: str,
    page_height: float,
    caption: Node | None = None,
) -> FlowingTable:
    """Return a table with one header row, under ``parent``; rows may break over pages.

    ``caption`` is put first into the Table element; drawing it is the caller's affair.
    """
    table = Node("Table", parent)
    if caption is not None:
        table.kids.append(caption)
    rows = [_row(Node("THead", table), head)]
    tbody = Node("TBody", table)
    rows += [_row(tbody, cells) for cells in body]
    commands = [("FONTNAME", (0, 0), (-1, -1), font), *style]
    flowing = FlowingTable(
        rows,
        colWidths=list(widths),
        repeatRows=1,
        renderCB=RepeatedHeaders(),
        hAlign="LEFT",
        style=commands,
        spaceAfter=_ROOM_BELOW,
    )
    flowing.page_height = page_height
    return flowing


def _paragraphs(row: Iterable[Any]) -> Iterator[TaggedParagraph]:
    """Yield the paragraphs of a row; ReportLab wraps some cells in lists."""
    for value in row:
        cells = cast("Iterable[Any]", value if isinstance(value, list | tuple) else (value,))
        yield from (cell for cell in cells if isinstance(cell, TaggedParagraph))


def _row(group: Node, cells: Sequence[Cell]) -> list[TaggedParagraph]:
    row = Node("TR", group)
    return [_cell(row, cell) for cell in cells]


def _cell(row: Node, cell: Cell) -> TaggedParagraph:
    node = header_cell(row, cell.heads) if cell.heads else Node("TD", row)
    return TaggedParagraph(cell.markup, cell.style, node=node)
