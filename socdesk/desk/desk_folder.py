"""How a desk's folder is known, without opening it or loading anything heavy."""

from __future__ import annotations

from pathlib import Path

KEY_FILE = "desk.json"
"""The file that says that a folder holds a desk; a test compares it with the name that ``keys`` gives it."""


def holds_desk(folder: Path) -> bool:
    """Tell whether a folder holds a desk, without opening it."""
    return (folder / KEY_FILE).is_file()
