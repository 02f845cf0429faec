"""The sections of a paper, each with how it stands: drafted, in your words, awaited, empty or left out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from socdesk.desk.papers.section_rows import SectionRow
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.drawn_rows import AnyIndex, DrawnRow, RowsDelegate

_KEY, _STANDING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROW = 34
_INKS = {"Your words": "link", "Awaited": "amber", "Left out": "text3", "Empty": "text3"}
_LEAST_ROWS = 5


class _SectionRows(RowsDelegate):
    """Draws the heading at the left and how the section stands at the right."""

    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        theme, px = self.theme, self.theme.px
        frame = QRectF(row.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.current or row.hovered:
            painter.setBrush(theme.colour("selected" if row.current else "hover"))
            painter.drawRoundedRect(frame, px(6), px(6))
        standing = str(index.data(_STANDING))
        painter.setFont(theme.font("label"))
        room = QFontMetrics(theme.font("label")).horizontalAdvance(standing) + px(12)
        painter.setPen(theme.colour(_INKS.get(standing, "text2")))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(frame.adjusted(0, 0, -px(10), 0), (middle | Qt.AlignmentFlag.AlignRight).value, standing)
        painter.setFont(theme.font("strong" if row.current else "body"))
        painter.setPen(theme.colour("text3" if standing == "Left out" else "text"))
        words = frame.adjusted(px(10), 0, -px(10) - room, 0)
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, middle.value, text)


class SectionList(QListWidget):
    """``chosen`` is sent with the key of the section that is now current."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("Sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _SectionRows(theme, self, _ROW)
        self.currentRowChanged.connect(self._changed)
        follow(theme, self, lambda: self.setMinimumHeight(theme.px(_ROW * _LEAST_ROWS + 8)))

    def show_sections(self, rows: tuple[SectionRow, ...]) -> None:
        """Show other sections, or how they stand now; the current one stays so."""
        current = self.key
        with QSignalBlocker(self):
            self.clear()
            for row in rows:
                item = QListWidgetItem(row.heading)
                item.setData(_KEY, row.key)
                item.setData(_STANDING, row.standing)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.heading}, {row.standing.lower()}")
                item.setToolTip(row.heading)
                self.addItem(item)
            self.choose(current)
            if self.currentRow() < 0:
                self.setCurrentRow(0)
        self.chosen.emit(self.key)

    @property
    def key(self) -> str:
        """The key of the current section."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def choose(self, key: str) -> None:
        """Make a section current, if it is there."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def _changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.key)
