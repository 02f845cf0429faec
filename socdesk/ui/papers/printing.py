"""Draws the pages of a finished paper on a printer, from memory, at the printer's resolution."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from socdesk.jobs import Progress

_MOST_DOTS = 300  # an inch: finer than the eye, and a page still fits in memory
_POINTS = 72


def print_pages(pdf: bytes, printer: QPrinter, progress: Progress) -> None:
    """Print all pages, or those that the person chose; runs in a job.

    Raises:
        CancelledError: the person has cancelled it.

    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    painter = QPainter()
    for number in range(first - 1, min(last, document.pageCount())):
        progress.report(number - first + 2, last - first + 1, "Printing")
        _turn_to(document, number, printer)
        if painter.isActive():
            printer.newPage()
        else:
            painter.begin(printer)
        _draw(document, number, printer, painter)
    painter.end()
    document.close()


def _turn_to(document: QPdfDocument, number: int, printer: QPrinter) -> None:
    """Set the sheet upright or sideways as the page is."""
    points = document.pagePointSize(number)
    sideways = points.width() > points.height()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    way = QPageLayout.Orientation.Landscape if sideways else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)


def _draw(document: QPdfDocument, number: int, printer: QPrinter, painter: QPainter) -> None:
    points = document.pagePointSize(number)
    dots = min(printer.resolution(), _MOST_DOTS) / _POINTS
    image = document.render(number, QSize(round(points.width() * dots), round(points.height() * dots)))
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    origin = printer.pageRect(QPrinter.Unit.DevicePixel).topLeft()
    painter.drawImage(sheet.translated(-origin), image)
