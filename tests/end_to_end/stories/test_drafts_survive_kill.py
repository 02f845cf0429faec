"""Killed in mid-sentence, what was typed is offered again, to the last two seconds; nothing of it is readable on disk.

Story 57 of domain.md; issue 3, acceptance 5.
"""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from helpers.environment import own_folders
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.end_to_end.test_no_trace_on_disk import traces
from tests.ui.conftest import PASSPHRASE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")

SENTENCE = "Unmistakable words about a made-up lorry behind the sample market, number by number: "
TYPED = SENTENCE + " ".join(str(number) for number in range(100, 160))
LEAST_KEYS = 190
TYPING_LOST, SAVING = 2.0, 1.0
"""Seconds: what may be lost, and how long keeping it may take on a slow computer."""


def typed_until_killed(folder, settings, repository, own):
    """Let another process type; kill it in mid-sentence, and return how many keys went in, each with its moment."""
    process = subprocess.Popen(
        [sys.executable, repository / "tests" / "end_to_end" / "typist.py", folder, settings, PASSPHRASE, TYPED],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, **own, "PYTHONPATH": f"{repository}{os.pathsep}{repository / 'tests'}"},
    )  # fmt: skip
    keys = [process.stdout.readline() for _ in range(LEAST_KEYS)]
    os.kill(process.pid, signal.SIGKILL)
    killed = time.monotonic()
    keys += process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    moments = [(int(number), float(at)) for number, at in (line.split() for line in keys if line.strip())]
    return moments, killed


@pytest.fixture
def kept_at_least(desk_folder, tmp_path, repository):
    """Let a person type who is killed; what they leave on the disk says nothing. Return how much must come back."""
    own, settings = tmp_path / "own", tmp_path / "their-settings"
    moments, killed = typed_until_killed(desk_folder, settings, repository, own_folders(own))
    left = shutil.copytree(desk_folder, tmp_path / "left")
    assert traces([left, own, settings], {TYPED, PASSPHRASE}) == []
    return max(len(SENTENCE), sum(at < killed - TYPING_LOST - SAVING for _number, at in moments))


def test_what_was_typed_is_offered_again_after_a_kill(kept_at_least, desk_folder, make_window, keys, qtbot):
    window = make_window(desk_folder)
    keys.text(PASSPHRASE)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = window.frame.navigation.page
    qtbot.waitUntil(page.drafts.isVisible, timeout=20_000)
    assert page.drafts.offers[0].words.startswith("New concern, ")
    go_on = next(each for each in page.drafts.findChildren(QPushButton) if each.text() == "Continue")
    go_on.setFocus()
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.form is not None and "summary" in page.form.editors)
    text = page.form.editors["summary"].text()
    assert TYPED.startswith(text)
    assert len(text) >= kept_at_least
    window.close()
    assert traces([desk_folder], {TYPED}) == []


def test_locking_keeps_what_was_typed_and_unlocking_comes_back_to_it(open_window, keys, qtbot):
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    keys.press(Qt.Key.Key_N, modifier=ctrl | shift)
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.form is not None and "summary" in page.form.editors)
    qtbot.waitUntil(page.form.editors["summary"].focus.hasFocus)
    keys.text("Half a thought")
    keys.press(Qt.Key.Key_L, modifier=ctrl)
    assert open_window.frame is None
    qtbot.waitUntil(open_window.doors.currentWidget().first.hasFocus)
    keys.text(PASSPHRASE)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=20_000)
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.form is not None and "summary" in page.form.editors, timeout=20_000)
    assert page.form.editors["summary"].text() == "Half a thought"
    assert sorted(page.form._body.order) == ["channel", "received", "received_by", "summary", "urgency"]
    assert page.heading.text() == "New concern"
