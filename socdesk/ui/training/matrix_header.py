"""The headings over the matrix: courses have long names, so they are broken into lines, as many as are needed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from socdesk.ui.theme.theme import Theme

_WORDS = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
_FAR, _LEAST, _BETWEEN, _FIRST, _ABOVE = 10_000, 48, 12, 24, 8


class MatrixHeader(QHeaderView):
    """Draws its sections itself. ``fit`` gives it the height that its widest words need."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def _inside(self, rect: QRect, section: int) -> QRect:
        px = self._theme.px
        return rect.adjusted(px(_BETWEEN if section else _FIRST), px(_ABOVE), -px(_BETWEEN), -px(_ABOVE))

    def fit(self) -> None:
        """Take the height that the headings need at their widths."""
        metrics = QFontMetrics(self._theme.font("label"))
        needed = self._theme.px(_LEAST)
        for section in range(self.count()):
            words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
            inside = self._inside(QRect(0, 0, self.sectionSize(section), _FAR), section)
            height = metrics.boundingRect(QRect(0, 0, inside.width(), _FAR), _WORDS, words).height()
            needed = max(needed, height + 2 * self._theme.px(_ABOVE))
        self.setFixedHeight(needed)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's name
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line_strong"))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("text2"))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        painter.drawText(self._inside(rect, logicalIndex), _WORDS, words)
        painter.restore()
