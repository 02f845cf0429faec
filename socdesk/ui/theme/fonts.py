"""Inter, shipped with the program, so that text is as wide in a test as on the officer's screen."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from socdesk.bundled import resource

FAMILY = "Inter"


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; a build without them falls back on the system's."""
    for file in sorted(resource("fonts", "inter").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def make_font(pixels: int, weight: int, *, tabular: bool) -> QFont:
    """Return a font; ``tabular`` makes all digits equally wide, for columns of numbers and dates."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
