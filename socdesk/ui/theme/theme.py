"""The theme in force: what colours, fonts, pixels and pictures every part of the window uses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from socdesk.ui.theme.fonts import make_font
from socdesk.ui.theme.icons import Icons, with_gap
from socdesk.ui.theme.scheme import Scheme, chosen_scheme, palette_of, system_roles
from socdesk.ui.theme.style_sheet import style_sheet, write_arrows
from socdesk.ui.theme.tokens import Tokens

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 80, 200, 10
"""Text size in per cent."""

_QT_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Theme(QObject):
    """Holds the choice of scheme, text size and height of rows, and says ``changed`` after any of them."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        tokens: Tokens,
        *,
        appearance: str = "system",
        zoom: int = 100,
        compact: bool = False,
    ) -> None:
        super().__init__()
        self.tokens = tokens
        self._application = application
        self._appearance = appearance
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._compact = compact
        self._icons = Icons()
        self._arrows = QTemporaryDir()
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._buttons: dict[tuple[str, str, float, float], QIcon] = {}
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        application.styleHints().accessibility().contrastPreferenceChanged.connect(self._system_changed)
        application.screenAdded.connect(self._refresh)  # icons are drawn for the scales of the screens there are

    @property
    def zoom(self) -> int:
        """The text size in per cent."""
        return self._zoom

    @property
    def appearance(self) -> str:
        """The setting: "system", "light", "dark" or "contrast"."""
        return self._appearance

    @property
    def compact(self) -> bool:
        """Whether rows of lists are low."""
        return self._compact

    @property
    def scheme(self) -> Scheme:
        """The scheme in force."""
        return self._scheme

    def set_zoom(self, percent: int) -> None:
        """Set the text size, kept between 80 and 200 per cent."""
        percent = min(max(percent, LEAST_ZOOM), MOST_ZOOM)
        if percent != self._zoom:
            self._zoom = percent
            self._refresh()

    def set_appearance(self, appearance: str) -> None:
        """Choose "system", "light", "dark" or "contrast"."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._refresh()

    def set_compact(self, *, compact: bool) -> None:
        """Choose low or comfortable rows in lists."""
        if compact != self._compact:
            self._compact = compact
            self._refresh()

    def px(self, pixels: float) -> int:
        """Return a length at the text size."""
        return max(1, round(pixels * self._zoom / 100)) if pixels else 0

    def size(self, name: str) -> int:
        """Return a named size at the text size; that of a "row" is as high as the person chose."""
        return self.px(self.tokens.size["row_compact" if name == "row" and self._compact else name])

    def colour(self, token: str) -> QColor:
        """Return a colour by its token."""
        return self._colours[token]

    def font(self, kind: str = "body", *, tabular: bool = False) -> QFont:
        """Return a font by the name of its kind."""
        key = (kind, tabular)
        if key not in self._fonts:
            size, weight = self.tokens.type[kind]
            self._fonts[key] = make_font(self.px(size), weight, tabular=tabular)
        return self._fonts[key]

    def pixmap(self, name: str, token: str, size: float, scale: float = 0) -> QPixmap:
        """Return a picture in a colour; ``size`` in pixels at 100 %."""
        scale = scale or self._application.devicePixelRatio()
        return self._icons.pixmap(name, self._colours[token].name(), self.px(size), scale)

    def icon(self, name: str, ink: str = "text2", size: float = 18, gap: float = 0) -> QIcon:
        """Return an icon for a button; ``gap`` parts it from the words at its right."""
        key = (name, ink, size, gap)
        if key not in self._buttons:
            self._buttons[key] = self._icon(*key)
        return self._buttons[key]

    def _icon(self, name: str, ink: str, size: float, gap: float) -> QIcon:
        icon = QIcon()
        for mode, colour in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, "disabled")):
            for scale in {screen.devicePixelRatio() for screen in self._application.screens()}:
                pixmap = self.pixmap(name, colour, size, scale)
                icon.addPixmap(with_gap(pixmap, self.px(gap)) if gap else pixmap, mode)
        return icon

    def icon_size(self, size: float = 18, gap: float = 0) -> QSize:
        """Return the size to give a button whose icon has these measures."""
        return QSize(self.px(size) + self.px(gap), self.px(size))

    def _system_changed(self) -> None:
        if chosen_scheme(self._appearance) is not self._scheme:
            self._refresh()

    def _refresh(self) -> None:
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._application.styleHints().setColorScheme(_QT_SCHEMES.get(self._appearance, Qt.ColorScheme.Unknown))
        self._scheme = chosen_scheme(self._appearance)
        self._fonts.clear()
        self._buttons.clear()
        roles = system_roles(self.tokens)
        if self._scheme is Scheme.SYSTEM_COLOURS:
            self._application.setPalette(QPalette())  # which brings back the system's own
            system = self._application.palette()
            self._colours = {name: system.color(role) for name, role in roles.items()}
            ink = {name: f"palette({_role_name(role.name)})" for name, role in roles.items()}
        else:
            ink = dict(self.tokens.colours[self._scheme])
            self._colours = {name: QColor(value) for name, value in ink.items()}
            self._application.setPalette(palette_of(self._colours))
        hexes = {name: colour.name() for name, colour in self._colours.items()}
        arrows = write_arrows(self._icons, hexes, Path(self._arrows.path()))
        self._application.setFont(self.font())
        self._application.setStyleSheet(style_sheet(self.tokens, ink, self.px, arrows))


def _role_name(role: str) -> str:
    """Return a palette role as style sheets write it: WindowText is window-text."""
    return "".join(f"-{each.lower()}" if each.isupper() else each for each in role).removeprefix("-")
