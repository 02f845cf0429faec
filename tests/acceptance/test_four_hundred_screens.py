"""400 screens are built and destroyed while a screen reader reads them (issue 3, acceptance 7; ux.md 8.10).

On a private X server and bus. The client runs with the system's own Python, which has the bindings to AT-SPI.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from helpers.environment import OUTSIDE
from helpers.screens import many
from helpers.screens.stage import make_sample

SYSTEM_PYTHON = Path("/usr/bin/python3")
PROGRAMS = ("Xvfb", "dbus-run-session")
CLIENT = Path(many.__file__).with_name("at_spi_client.py")
SCREENS, SETTLED = 400, 100
GROWTH = 1.10
"""What is built once and kept, such as glyphs and icons, is there by then; all else must go with its screen."""


def has_bindings():
    ask = [str(SYSTEM_PYTHON), "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    return SYSTEM_PYTHON.is_file() and subprocess.run(ask, check=False, capture_output=True).returncode == 0


@pytest.fixture
def screen():
    """Start an X server of our own, and return the number of its display."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing or not has_bindings():
        pytest.skip(f"no client was attached: this system lacks {', '.join(missing) or 'the bindings to AT-SPI'}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def attached(screen):
    """Return an environment in which Qt talks to an accessibility client from its first moment."""
    hidden = {"WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    with tempfile.TemporaryDirectory(prefix="socdesk-run-") as runtime:  # a short path: sockets have a limit
        yield {name: value for name, value in OUTSIDE.items() if name not in hidden} | {
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_ACCESSIBILITY": "1",
            "NO_AT_BRIDGE": "0",
            "XDG_RUNTIME_DIR": runtime,
            "PYTHONPATH": str(Path(__file__).parent.parent),
        }


def test_four_hundred_screens_come_and_go_and_leave_nothing_behind(attached, tmp_path):
    sample = make_sample(tmp_path / "sample")
    shown = [sys.executable, "-X", "faulthandler", "-m", "helpers.screens.many", str(sample), str(SCREENS)]
    run = subprocess.run(
        ["dbus-run-session", "--", str(SYSTEM_PYTHON), "-W", "ignore", str(CLIENT), *shown],
        check=False,
        capture_output=True,
        text=True,
        env=attached,
        timeout=900,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    told = {}
    for line in run.stdout.splitlines():
        told |= json.loads(line) if line.startswith("{") else {}  # the bus has its say too
    held = {int(number): memory for number, memory in told["held"].items()}
    print(f"Memory held, in kB: {held}. The client: {told['client']}")  # noqa: T201  figures for whoever runs it with -s
    assert told["faults"] == []
    assert held[SCREENS] <= held[SETTLED] * GROWTH, held
    assert told["client"]["nodes"] > 10 * SCREENS, told["client"]
    assert {"table", "push button", "label"} <= set(told["client"]["roles"]), told["client"]
