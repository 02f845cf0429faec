"""Which colours are in force: light, dark, or the system's own where a person needs high contrast."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from socdesk.ui.theme.tokens import Tokens

Role = QPalette.ColorRole


class Scheme(enum.StrEnum):
    """The schemes; the value of the first two is their name among the tokens."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM_COLOURS = "system colours"


_GROUNDS = {
    "selected", "accent_soft", "nav_sel", "hover", "nav_hover", "stripe", "sunken", "app", "sidebar", "surface",
    "raised", "scrim",
}  # fmt: skip
_MARKED = {"accent", "accent_hover", "accent_down"}
"""What is chosen keeps the window's own ground, because its words keep their colour; a bar or a ring marks it."""


def system_roles(tokens: Tokens) -> Mapping[str, QPalette.ColorRole]:
    """Return, for every colour token, the system colour that stands for it in high contrast."""
    return {name: _role(name) for name in tokens.colours[Scheme.LIGHT]}


def _role(name: str) -> QPalette.ColorRole:
    if name in _MARKED:
        return Role.Highlight
    if name in _GROUNDS or name.endswith(("_bg", "_on")):
        return Role.Window
    if name == "text_on_accent":
        return Role.HighlightedText
    return {"link": Role.Link}.get(name, Role.WindowText)


def chosen_scheme(appearance: str) -> Scheme:
    """Return the scheme for a setting ("system", "light", "dark", "contrast"); high contrast comes first."""
    hints = QGuiApplication.styleHints()
    wished = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    if wished or appearance == "contrast":
        return Scheme.SYSTEM_COLOURS
    if appearance == "system":
        return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT
    return Scheme(appearance)


def palette_of(colours: Mapping[str, QColor]) -> QPalette:
    """Return the palette that menus, tooltips and plain widgets take their colours from."""
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, colours[token])
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours["disabled"])
    return palette


_PALETTE = {
    Role.Window: "app", Role.WindowText: "text", Role.Base: "surface", Role.AlternateBase: "stripe",
    Role.Text: "text", Role.Button: "surface", Role.ButtonText: "text", Role.ToolTipBase: "raised",
    Role.ToolTipText: "text", Role.Highlight: "accent", Role.HighlightedText: "text_on_accent", Role.Link: "link",
    Role.LinkVisited: "link", Role.PlaceholderText: "text3", Role.Accent: "accent", Role.BrightText: "red",
    Role.Light: "line", Role.Midlight: "line", Role.Mid: "line_strong", Role.Dark: "line_strong",
    Role.Shadow: "line_strong",
}  # fmt: skip
