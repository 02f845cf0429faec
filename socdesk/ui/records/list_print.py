"""Puts a list on paper: a table whose headings repeat, and on every page the marking, the filter, date and number."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from socdesk.desk.lists.sheet import Sheet
from socdesk.ui.status_line import MARKING

_STYLE = """
* { font-family: Inter; font-size: 8pt; color: #000; }
th { text-align: left; font-weight: 600; }
th, td { padding: 3px 6px 3px 0; border-bottom: 1px solid #999; }
"""
_LINES = 2.4
"""Head and foot take so many lines of their font."""


def sheet_html(sheet: Sheet) -> str:
    """Return the table as Qt's documents read it; nothing in a text can be mark-up."""
    head = "".join(f"<th>{escape(each)}</th>" for each in sheet.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in sheet.rows)
    return f"<table width='100%' cellspacing='0'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def print_sheet(sheet: Sheet, printer: QPrinter) -> int:
    """Print a sheet; return how many pages it took."""
    return _Printing(sheet, printer).run()


class _Printing:
    def __init__(self, sheet: Sheet, printer: QPrinter) -> None:
        self._sheet, self._printer = sheet, printer
        self._font = QFont("Inter")
        self._font.setPointSizeF(8)
        page = printer.pageRect(QPrinter.Unit.DevicePixel)
        self._width = page.width()
        self._band = _LINES * self._font.pointSizeF() * printer.resolution() / 72
        self._body = page.height() - 2 * self._band
        self._document = QTextDocument()
        self._document.documentLayout().setPaintDevice(printer)
        self._document.setDefaultStyleSheet(_STYLE)
        self._document.setHtml(sheet_html(sheet))
        self._document.setPageSize(QSizeF(self._width, self._body))

    def run(self) -> int:
        pages = self._document.pageCount()
        painter = QPainter(self._printer)
        for number in range(pages):
            if number:
                self._printer.newPage()
            self._page(painter, number, pages)
        painter.end()
        return pages

    def _page(self, painter: QPainter, number: int, pages: int) -> None:
        sheet = self._sheet
        above = f"{sheet.title}: {sheet.about}" if sheet.about else sheet.title
        self._line(painter, 0, f"{MARKING}   {above}", sheet.day)
        painter.save()
        painter.translate(0, self._band - number * self._body)
        self._document.drawContents(painter, QRectF(0, number * self._body, self._width, self._body))
        painter.restore()
        below = f"{MARKING}   {sheet.left_out}" if sheet.left_out else MARKING
        self._line(painter, self._band + self._body, below, f"Page {number + 1} of {pages}")

    def _line(self, painter: QPainter, top: float, left: str, right: str) -> None:
        painter.setFont(self._font)
        painter.setPen(QColor(Qt.GlobalColor.black))
        place = QRectF(0, top, self._width, self._band)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        room = int(self._width - metrics.horizontalAdvance(right) - self._band)
        shortened = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, (middle | Qt.AlignmentFlag.AlignLeft).value, shortened)
        painter.drawText(place, (middle | Qt.AlignmentFlag.AlignRight).value, right)
