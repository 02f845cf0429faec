"""The data the program ships with, from a source tree, a wheel or a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path


def _folders() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    inside = (Path(frozen) / "resources",) if frozen else ()
    return (*inside, package / "resources", package.parent / "resources")


def resource(*parts: str) -> Path:
    """Return the path of one shipped file or folder, such as ``resource("vocabulary", "pillar.json")``.

    Raises:
        FileNotFoundError: the build is incomplete; the self-test finds that before a person does.

    """
    for folder in _folders():
        path = folder.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
