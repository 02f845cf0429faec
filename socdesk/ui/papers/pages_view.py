"""The pages of a paper, drawn by QtPdf from memory. Nothing of them is written to the disk."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.labels import label

_STEP = 1.25
_LEAST, _MOST = 0.25, 4.0


class PagesView(QWidget):
    """Shows pages one under the other; keeps the place and the size when the paper changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self.view = QPdfView()
        self.view.setAccessibleName("Pages of the paper")
        self.view.setAccessibleDescription("Choose Read as text to hear them.")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._lay_out(theme)
        self.view.pageNavigator().currentPageChanged.connect(self._tell_page)
        self.view.zoomFactorChanged.connect(self._tell_zoom)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=6)
        row = QHBoxLayout()
        spaced(row, theme, spacing=4)
        self.back = icon_button(theme, "chevron-up", "Page before", lambda: self.turn(-1), quiet=True)
        self.on = icon_button(theme, "chevron-down", "Next page", lambda: self.turn(1), quiet=True)
        self.place = label("", "small")
        self.smaller = icon_button(theme, "minus", "Smaller pages", lambda: self.zoom_by(-1), quiet=True)
        self.percent = label("", "small")
        self.larger = icon_button(theme, "plus", "Larger pages", lambda: self.zoom_by(1), quiet=True)
        self.fit_width = button(theme, "Fit width", self.zoom_to_width, look="quiet")
        for each in (self.back, self.on, self.place):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self.smaller, self.percent, self.larger, self.fit_width):
            row.addWidget(each)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def show_pages(self, pdf: bytes) -> None:
        """Show another paper, at the place where the one before was."""
        bar = self.view.verticalScrollBar()
        at = bar.value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(buffer)
        self.view.setDocument(document)
        for old in (self.document, self._buffer):
            if old is not None:
                old.deleteLater()
        self.document, self._buffer = document, buffer
        bar.setValue(at)
        self._tell_page()
        self._tell_zoom()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.document.pageCount() if self.document else 0

    def turn(self, pages: int) -> None:
        """Go so many pages on."""
        self.go(self.view.pageNavigator().currentPage() + pages)

    def go(self, page: int) -> None:
        """Go to a page, counted from 0."""
        if self.pages:
            self.view.pageNavigator().jump(min(max(page, 0), self.pages - 1), QPointF())

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger or smaller."""
        factor = self._factor * _STEP**steps
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(factor, _LEAST), _MOST))
        self._tell_zoom()

    def zoom_to_width(self) -> None:
        """Make the pages as wide as there is room."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._tell_zoom()

    @property
    def _is_fitted(self) -> bool:
        return self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth

    @property
    def _factor(self) -> float:
        """The size of a page on the screen beside that of paper."""
        if not self._is_fitted or self.document is None or not self.pages:
            return self.view.zoomFactor()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        return room / (self.document.pagePointSize(0).width() * self.view.logicalDpiX() / 72)

    def _tell_page(self, _page: int = 0) -> None:
        page = self.view.pageNavigator().currentPage() + 1
        self.place.setText(f"Page {page:,} of {self.pages:,}" if self.pages else "")
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < self.pages)

    def _tell_zoom(self, _factor: float = 0) -> None:
        self.percent.setText(f"{round(self._factor * 100)} %")
        self.fit_width.setEnabled(not self._is_fitted)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._tell_zoom()
