"""The page of papers worked as a person does: drafting, writing in a section, saving, running a command."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from socdesk.commands.catalogue import COMMANDS
from socdesk.commands.places import Spot

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = 20_000


@pytest.fixture
def papers(open_window, qtbot):
    open_window.go(Spot("papers"))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.summary.text() == "No papers yet")
    return page


@pytest.fixture
def drawn(qtbot, papers):
    """Wait until the pages show what stands in the sections."""

    def wait():
        builder = papers.builder
        qtbot.waitUntil(
            lambda: builder.preview is not None and builder._running is None and not builder._pause.isActive(),
            timeout=LONG,
        )
        return builder.preview

    return wait


@pytest.fixture
def draft(papers, keys, qtbot, drawn):
    """Draft the committee update of a meeting, with the keyboard."""
    keys.press(Key.Key_N, modifier=CONTROL)
    qtbot.waitUntil(papers.form.kind.hasFocus)
    keys.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    keys.text("19/3/26")
    keys.press(Key.Key_Return, modifier=CONTROL)
    qtbot.waitUntil(lambda: papers.builder is not None and papers.builder.paper is not None, timeout=LONG)
    drawn()
    return papers.builder


def write(builder, key, words):
    builder.sections.choose(key)
    builder.editor.own.area.setFocus()
    builder.editor.own.area.setPlainText(words)


def dialog_of(window, kind, qtbot):
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)), timeout=LONG)
    return window.findChildren(kind)[0]


def name(dialog, path):
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    dialog.accept()


def save(window, qtbot, path, keys):
    """Press the key that saves, and name the file as a person does."""
    keys.press(Key.Key_E, modifier=CONTROL)
    dialog = dialog_of(window, QFileDialog, qtbot)
    suggested = dialog.selectedFiles()
    name(dialog, path)
    qtbot.waitUntil(path.exists, timeout=LONG)
    return suggested


def run(window, command):
    window.run(next(each for each in COMMANDS if each.id == command))
