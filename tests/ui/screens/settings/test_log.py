"""The log in the window: read, and exported with the program that checks it."""

import subprocess
import sys

import pytest
from helpers.papers_by_keys import dialog_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from socdesk.commands.catalogue import COMMANDS
from socdesk.ui.screens.settings.trail_out import TrailDialog

Key = Qt.Key


def run(window, name):
    window.run(next(each for each in COMMANDS if each.id == name))


@pytest.fixture
def log(settings, settled):
    section = settings("log").section
    settled()
    return section


def test_the_trail_is_exported_and_checked_with_the_program_beside_it(log, open_window, qtbot, tmp_path):
    trail, checker = tmp_path / "trail.jsonl", tmp_path / "verify_trail.py"
    run(open_window, "page.export_trail")
    dialog = dialog_of(open_window, TrailDialog, qtbot)
    assert dialog._said.text() == "No text of any record goes out."
    qtbot.keyClick(dialog.texts, Key.Key_Space)
    assert dialog._said.text().startswith("The file then holds all that the desk holds")
    qtbot.keyClick(dialog.texts, Key.Key_Space)
    qtbot.keyClick(dialog.texts, Key.Key_Return)
    files = dialog_of(open_window, QFileDialog, qtbot)
    files.fileSelected.emit(str(trail))
    files.reject()
    notices = open_window.frame.room.notices
    qtbot.waitUntil(lambda: notices.words.startswith("The trail was exported: "))
    log.out.write_checker(str(checker))
    qtbot.waitUntil(lambda: notices.words.startswith("The checker was saved."))
    command = [sys.executable, "-I", str(checker), str(trail)]
    assert "none broken" in subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_trail_cannot_lie_in_the_desk_itself(log, open_window, qtbot, desk_folder):
    log.out.write(str(desk_folder / "trail.jsonl"), with_texts=False)
    notices = open_window.frame.room.notices
    qtbot.waitUntil(lambda: "must not lie in the desk" in notices.words)
