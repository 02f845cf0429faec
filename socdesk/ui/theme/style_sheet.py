"""The one style sheet, made from the tokens, the text size and the scheme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

from socdesk.bundled import resource
from socdesk.ui.theme.icons import Icons
from socdesk.ui.theme.tokens import Tokens

_ARROWS = {
    "chevron": ("chevron-down", "text2"),
    "chevron_up": ("chevron-up", "text2"),
    "tick": ("check", "text_on_accent"),
}


def style_sheet(tokens: Tokens, ink: Mapping[str, str], px: Callable[[float], int], pictures: Mapping[str, str]) -> str:
    """Fill in the template: ``$name`` is a colour, ``$px12`` twelve pixels at the text size, ``$font_body`` a size.

    ``ink`` holds each colour as a style sheet writes it; ``pictures`` the paths of the small arrows.
    """
    text = resource("theme", "window.qss").read_text(encoding="utf-8")
    lengths = {f"px{n}": f"{px(int(n))}px" for n in set(re.findall(r"\$px(\d+)", text))}
    fonts = {f"font_{kind}": f"{px(size)}px" for kind, (size, _weight) in tokens.type.items()}
    return Template(text).substitute({**ink, **lengths, **fonts, **pictures})


def write_arrows(icons: Icons, hexes: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Write the arrows and the tick, which a style sheet can only take from files; return their paths."""
    found: dict[str, str] = {}
    for key, (name, token) in _ARROWS.items():
        path = folder / f"{name}-{hexes[token].removeprefix('#')}.svg"
        if not path.exists():
            path.write_text(icons.svg(name, hexes[token]), encoding="utf-8")
        found[key] = path.as_posix()
    return found
