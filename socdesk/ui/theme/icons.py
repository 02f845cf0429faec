"""Lucide's pictures, recoloured when they are loaded, sharp at every scale of a screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from socdesk.bundled import resource

_STROKE = ('stroke-width="2"', 'stroke-width="1.9"')


class Icons:
    """Reads each picture once, and draws it once for each colour, size and scale."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def svg(self, name: str, colour: str) -> str:
        """Return a picture's SVG in a colour; raise FileNotFoundError for one that is not shipped."""
        if name not in self._texts:
            self._texts[name] = resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
        return self._texts[name].replace("currentColor", colour).replace(*_STROKE)

    def pixmap(self, name: str, colour: str, size: int, scale: float) -> QPixmap:
        """Return a picture of so many pixels at a screen's scale."""
        key = (name, colour, size, scale)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, size: int, scale: float) -> QPixmap:
        renderer = QSvgRenderer(QByteArray(self.svg(name, colour).encode()))
        pixmap = _clear(round(size * scale), round(size * scale))
        with QPainter(pixmap) as painter:
            renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        pixmap.setDevicePixelRatio(scale)
        return pixmap


def with_gap(pixmap: QPixmap, gap: int) -> QPixmap:
    """Return the picture with empty pixels at its right: style sheets know no space between icon and words."""
    scale = pixmap.devicePixelRatio()
    wider = _clear(pixmap.width() + round(gap * scale), pixmap.height())
    wider.setDevicePixelRatio(scale)
    with QPainter(wider) as painter:
        painter.drawPixmap(0, 0, pixmap)
    return wider


def _clear(width: int, height: int) -> QPixmap:
    pixmap = QPixmap(QSize(width, height))
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
