"""The environment a test runs in: none of the person's own folders, and no screen needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OUTSIDE = dict(os.environ)
"""The environment as it was before any test changed it: for outside programs with a cache of their own."""

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}


def own_folders(root: Path) -> dict[str, str]:
    """Make a home, settings, cache and temporary folder under ``root``; return the variables that name them."""
    variables: dict[str, str] = {}
    for name, place in _FOLDERS.items():
        folder = root / place
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        variables[name] = str(folder)
    return variables


def draw_to_no_screen_where_there_is_none() -> None:
    """Choose Qt's offscreen platform unless somebody chose another or a screen is there. Call before Qt is imported."""
    has_screen = sys.platform in {"win32", "darwin"} or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    if not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
