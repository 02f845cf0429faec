"""Takes a picture of every screen in every look: ``make screenshots``.

    PYTHONPATH=tests python -m helpers.screens.shoot FOLDER [SCREEN...]

Looks of one scale of the screen share a process; both processes run at once. Nothing is drawn to a real screen.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from helpers.environment import own_folders


@dataclass(frozen=True)
class Look:
    """One way to look at a screen: text size in per cent, and the window's width and height before scaling."""

    name: str
    appearance: str = "light"
    zoom: int = 100
    width: int = 1366
    height: int = 768
    scale: int = 1


LOOKS = (
    Look("light"),
    Look("dark", appearance="dark"),
    Look("150 per cent", zoom=150),
    Look("200 per cent", zoom=200),
    Look("1024x600", width=1024, height=600),
    Look("4K", width=1920, height=1080, scale=2),
)
SCALES = sorted({look.scale for look in LOOKS})


def file_name(words: str) -> str:
    """Return a screen's or a look's name as that of a file."""
    return re.sub(r"\W+", "-", words).strip("-")


def shoot_all(out: Path, wanted: list[str]) -> int:
    """Shoot each scale in a process of its own, because Qt reads the scale once; return 1 if any failed."""
    shutil.rmtree(out, ignore_errors=True)
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "helpers.screens.shoot", str(out), *wanted, "--scale", str(scale)],
            env={**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"},
        )
        for scale in SCALES
    ]
    return max(process.wait() for process in running)


def shoot(out: Path, wanted: list[str], scale: int) -> None:
    """Shoot the looks of one scale."""
    with tempfile.TemporaryDirectory(prefix="socdesk-pictures-") as name:
        os.environ |= own_folders(Path(name))
        _shoot(out, wanted, [look for look in LOOKS if look.scale == scale], Path(name))


def _shoot(out: Path, wanted: list[str], looks: list[Look], place: Path) -> None:
    from helpers.screens.catalogue import SCREENS
    from helpers.screens.stage import Stage, make_sample

    from socdesk.ui.application import make_application
    from socdesk.ui.theme.theme import Theme
    from socdesk.ui.theme.tokens import load_tokens
    from socdesk.ui.widgets.labels import HeadingRoles

    app = make_application()
    app.setCursorFlashTime(0)  # a caret that blinks would make two pictures of one screen
    roles = HeadingRoles()
    theme = Theme(app, load_tokens(), appearance="light")
    sample = make_sample(place / "sample")
    for look in looks:
        theme.set_appearance(look.appearance)
        theme.set_zoom(look.zoom)
        stage = Stage(theme, shutil.copytree(sample, place / file_name(look.name)), place / "settings")
        stage.window.resize(look.width, look.height)
        stage.open()
        folder = out / file_name(look.name)
        folder.mkdir(parents=True, exist_ok=True)
        for screen in SCREENS:
            if not wanted or screen.name in wanted:
                stage.show(screen)
                stage.picture().save(str(folder / f"{file_name(screen.name)}.png"))
        stage.close()
    del roles


def main() -> int:
    """Read the arguments and shoot."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("screens", nargs="*")
    parser.add_argument("--scale", type=int)
    chosen = parser.parse_args()
    if chosen.scale is None:
        return shoot_all(chosen.out, chosen.screens)
    shoot(chosen.out, chosen.screens, chosen.scale)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
