"""Every screen of the list, walked from outside as a screen reader and a keyboard meet it (acceptance 1).

The walker is a program outside this repository. It runs with the system's own Python, which has the bindings to
AT-SPI, on a private X server and bus.
"""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from helpers.environment import OUTSIDE
from helpers.screens.catalogue import SCREENS
from helpers.screens.stage import make_sample
from helpers.screens.walkable import title_of

SYSTEM_PYTHON = Path("/usr/bin/python3")
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-run-session", "wmctrl", "xdpyinfo")
A_START = 8
"""So many screens share a start of the window: enough to save time, few enough to see where it went wrong."""

PARTS = [SCREENS[start : start + A_START] for start in range(0, len(SCREENS), A_START)]
APPEARANCES = ("light", "dark")
"""Walked at once: a walk mostly waits for what a key brings about."""

UNABLE = "HARNESS: RuntimeError"
"""What the walker says where its keys did not come to the window, such as when the window was never made the active one
on a busy machine: it has not walked then, and does so once more."""

TAB_SECONDS = 0.3
"""How long the window may take to show where Tab led to, on a machine that is busy with other tests."""


@pytest.fixture(scope="session")
def walker():
    named = os.environ.get("SOCDESK_CHECKS", "")
    found = Path(named) / "a11y" / "a11y_walk.py"
    if not named or not found.is_file():
        pytest.skip("not walked from outside: SOCDESK_CHECKS names no folder with a11y/a11y_walk.py")
    if missing := [name for name in PROGRAMS if shutil.which(name) is None]:
        pytest.skip(f"not walked from outside: this system has no {', '.join(missing)}")
    return found


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("walked") / "desk")


def steps_to(screen):
    return ("key F12", f"wait {re.escape(title_of(screen))}", f"walk {screen.name}")


@pytest.mark.parametrize("part", range(len(PARTS)), ids=lambda part: PARTS[part][0].name)
@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_nobody_is_left_out(walker, sample, zoom, part):
    def walked(appearance):
        told = walk(walker, sample, appearance, zoom, PARTS[part])
        return walk(walker, sample, appearance, zoom, PARTS[part]) if UNABLE in told else told

    with ThreadPoolExecutor(len(APPEARANCES)) as pool:
        told = dict(zip(APPEARANCES, pool.map(walked, APPEARANCES), strict=True))
    failed = {appearance: words for appearance, words in told.items() if "RESULT: PASS (0 failures" not in words}
    assert not failed, "\n".join(f"{appearance}, {zoom} %\n{words}" for appearance, words in failed.items())


def walk(walker, sample, appearance, zoom, screens):
    """Walk through some screens in one look; return what the walker says."""
    steps = [word for screen in screens for step in steps_to(screen) for word in ("--do", step)]
    waits = ("--timeout", 60, "--tab-settle", TAB_SECONDS)
    walk = [SYSTEM_PYTHON, walker, "--size", "1366x768", "--maximize", *waits, *steps, "--"]
    shown = [sys.executable, "-m", "helpers.screens.walkable", sample, appearance, zoom]
    run = subprocess.run(
        [str(word) for word in (*walk, *shown, *(screen.name for screen in screens))],
        check=False,
        capture_output=True,
        text=True,
        env={**OUTSIDE, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    return run.stdout + run.stderr
