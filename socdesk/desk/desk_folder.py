"""How a desk's folder is known, without opening it or loading anything heavy."""

from __future__ import annotations

from pathlib import Path

KEY_FILE = "desk.json"
"""The file that says that a folder holds a desk; a test compares it with the name that ``keys`` gives it."""


def lies_in(folder: Path, path: Path) -> bool:
    """Tell whether a path is a folder or lies in it; links are followed."""
    outer, inner = folder.resolve(), path.resolve()
    return outer in (inner, *inner.parents)


def holds_desk(folder: Path) -> bool:
    """Tell whether a folder holds a desk, without opening it."""
    return (folder / KEY_FILE).is_file()
