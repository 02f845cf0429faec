"""Two small charts: actions by pillar, and people in date. Every number is printed, and spoken in the description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value
RATINGS = ("RED", "AMBER", "GREEN", "BLUE", "GREY")
"""The order of the parts of a bar: what is worst comes first."""


@dataclass(frozen=True)
class Stack:
    """One bar: its name, its icon, and a number for each of ``RATINGS``."""

    name: str
    icon: str
    numbers: tuple[int, ...]


class StackedBars(QWidget):
    """A bar for each pillar, parted by rating."""

    _ROW, _LEFT = 36, 96

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stacks: tuple[Stack, ...] = ()
        self.setAccessibleName("Actions by pillar and rating")
        follow(theme, self, self._fit)

    def show_stacks(self, stacks: Sequence[Stack]) -> None:
        """Show other bars."""
        self._stacks = tuple(stacks)
        words = [self._theme.tokens.rag[code].word for code in RATINGS]
        said = (
            ", ".join(f"{number:,} {word}" for number, word in zip(stack.numbers, words, strict=True))
            for stack in stacks
        )
        described = ". ".join(f"{stack.name}: {numbers}" for stack, numbers in zip(stacks, said, strict=True))
        self.setAccessibleDescription(described)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        lines = max(top for _code, _left, top in self._legend_places()) + 1
        self.setFixedHeight(px(self._ROW) * max(len(self._stacks), 4) + px(10) + lines * px(26))
        self.update()

    def _legend_places(self) -> list[tuple[str, int, int]]:
        """Return where each word of the legend begins: its rating, pixels from the left, and line."""
        px, metrics = self._theme.px, QFontMetrics(self._theme.font("small"))
        found: list[tuple[str, int, int]] = []
        left = line = 0
        for code in RATINGS:
            width = px(24) + metrics.horizontalAdvance(self._theme.tokens.rag[code].word)
            if left and left + width > self.width():
                left, line = 0, line + 1
            found.append((code, left, line))
            left += width + px(14)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        most = max((sum(stack.numbers) for stack in self._stacks), default=0) or 1
        row = self._theme.px(self._ROW)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for n, stack in enumerate(self._stacks):
                self._stack(painter, n * row, stack, most)
            self._legend(painter, len(self._stacks) * row + self._theme.px(8))

    def _stack(self, painter: QPainter, top: int, stack: Stack, most: int) -> None:
        theme, px = self._theme, self._theme.px
        row = QRectF(0, top, self.width(), px(self._ROW))
        painter.drawPixmap(QPointF(0, top + px(10)), theme.pixmap(stack.icon, "text2", 16))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        painter.drawText(row.adjusted(px(24), 0, 0, 0), _MIDDLE, stack.name)
        left, unit = px(self._LEFT), (self.width() - px(self._LEFT) - px(44)) / most
        bar = QRectF(left, top + px(7), unit * sum(stack.numbers), px(22))
        self._parts(painter, bar, stack, unit)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.colour("text3"))
        painter.drawText(row.adjusted(bar.right() + px(8), 0, 0, 0), _MIDDLE, f"{sum(stack.numbers):,}")

    def _parts(self, painter: QPainter, bar: QRectF, stack: Stack, unit: float) -> None:
        theme, px = self._theme, self._theme.px
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(bar, px(4), px(4))
        painter.setClipPath(outline)
        painter.setFont(theme.font("label", tabular=True))
        left = bar.left()
        for code, number in zip(RATINGS, stack.numbers, strict=True):
            family = theme.tokens.rag[code].family
            part = QRectF(left, bar.top(), unit * number, bar.height())
            painter.fillRect(part, theme.colour(f"{family}_bar"))
            painter.fillRect(QRectF(part.right() - 1.5, part.top(), 1.5, part.height()), theme.colour("surface"))
            if painter.fontMetrics().horizontalAdvance(f"{number:,}") + px(8) < part.width():
                painter.setPen(theme.colour(f"{family}_on"))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter.value, f"{number:,}")
            left = part.right()
        painter.restore()

    def _legend(self, painter: QPainter, top: int) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("small"))
        for code, left, line in self._legend_places():
            chip, at = theme.tokens.rag[code], top + line * px(26)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{chip.family}_bar"))
            painter.drawRoundedRect(QRectF(left, at + px(4), px(18), px(18)), 3, 3)
            painter.drawPixmap(QPointF(left + px(3), at + px(7)), theme.pixmap(chip.icon, f"{chip.family}_on", 12))
            painter.setPen(theme.colour("text2"))
            painter.drawText(QRectF(left + px(24), at, self.width(), px(26)), _MIDDLE, chip.word)


@dataclass(frozen=True)
class Share:
    """So many of so many: the name of the group, and both numbers."""

    name: str
    numerator: int
    denominator: int

    @property
    def words(self) -> str:
        """The share in words, with its fraction."""
        if not self.denominator:
            return "Nobody in scope"
        return f"{self.numerator * 100 // self.denominator}%, {self.numerator:,} of {self.denominator:,}"


class ShareBars(QWidget):
    """A bar for each group, its share in words at the right."""

    _ROW = 44

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._shares: tuple[Share, ...] = ()
        self.setAccessibleName(name)
        follow(theme, self, self._fit)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show other bars."""
        self._shares = tuple(shares)
        self.setAccessibleDescription(". ".join(f"{share.name}: {share.words}" for share in shares))
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(self._ROW) * max(len(self._shares), 1))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for n, share in enumerate(self._shares):
                self._share(painter, n * self._theme.px(self._ROW), share)

    def _share(self, painter: QPainter, top: int, share: Share) -> None:
        theme, px = self._theme, self._theme.px
        line = QRectF(0, top, self.width(), px(22))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        painter.drawText(line, _MIDDLE, share.name)
        painter.setFont(theme.font("label", tabular=True))
        painter.setPen(theme.colour("text2"))
        painter.drawText(line, (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value, share.words)
        self._bar(painter, QRectF(0, top + px(25), self.width(), px(8)), share)

    def _bar(self, painter: QPainter, bar: QRectF, share: Share) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = bar.height() / 2
        painter.setBrush(self._theme.colour("grey_bg"))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setBrush(self._theme.colour("blue_bar"))
        filled = bar.width() * share.numerator / share.denominator if share.denominator else 0
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), radius, radius)
