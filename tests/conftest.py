"""What holds for every test: its own folders, no stray log lines, the same examples on every build machine."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path

import pytest
from helpers.environment import draw_to_no_screen_where_there_is_none, own_folders
from helpers.log_watch import LogWatch
from helpers.shelf import Shelf
from hypothesis import settings
from pytestqt.qtbot import QtBot

draw_to_no_screen_where_there_is_none()

settings.register_profile("quick", deadline=None, max_examples=25, print_blob=True)
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True)
settings.register_profile("soak", settings.get_profile("quick"), max_examples=2000)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "quick")


PATIENCE_MS = 30_000


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a test out of the person's own home, settings, cache and temporary folders."""
    for name, folder in own_folders(tmp_path_factory.mktemp("own")).items():
        monkeypatch.setenv(name, folder)
    monkeypatch.setattr(tempfile, "tempdir", None)


@pytest.fixture(autouse=True)
def _tidied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let nothing of a window be thrown away on the thread of a job, not by a window that outlives its test either.

    There it would wait for Python while the window's thread, which holds Python, waits for Qt: for ever.
    """
    if "qapp" in request.fixturenames:
        from socdesk.ui.tidying import tidy

        gc.disable()
        yield
        tidy()
    else:
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        yield


@pytest.fixture(autouse=True)
def log_watch(caplog: pytest.LogCaptureFixture) -> Iterator[LogWatch]:
    """Fail a test on a logged warning or error that it did not announce with ``log_watch.expect``."""
    watch = LogWatch()
    yield watch
    records = chain.from_iterable(caplog.get_records(when) for when in ("setup", "call"))
    if complaints := watch.complaints(records):
        pytest.fail("\n".join(complaints), pytrace=False)


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait longer before giving up: a busy machine is no fault. Nothing waits longer than it has to."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The credential store of whatever computer the test is at, in place of the system's."""
    shelf = Shelf()
    monkeypatch.setattr("socdesk.desk.remembering.system_keyring", lambda: shelf)
    monkeypatch.setattr("socdesk.desk.remembering.name_of_backend", lambda: "Shelf")
    return shelf


@pytest.fixture
def repository() -> Path:
    """Return the root of the source tree."""
    return Path(__file__).resolve().parent.parent
