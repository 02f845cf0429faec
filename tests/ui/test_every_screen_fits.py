"""No text is cut, and every control has a name, at every size that is promised."""

import pytest
from helpers.window_lint import complaints
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.opening import NewDesk
from socdesk.ui.command_palette import CommandPalette
from socdesk.ui.keys_help import KeysHelp

WORDS = " ".join(["academic"] * 20)


DOORS = {
    "welcome": lambda doors, folder: doors.show_welcome(),
    "passphrase": lambda doors, folder: doors._show_passphrase(),
    "place": lambda doors, folder: (doors._show_passphrase(), doors.currentWidget().show_place()),
    "backups": lambda doors, folder: (
        doors._show_backups(None, folder),
        doors.currentWidget().place.show_folder(folder.parent / "OneDrive" / "backups"),
    ),
    "unlock": lambda doors, folder: doors.show_unlock(folder),
    "recover": lambda doors, folder: doors._show_recover(folder),
    "words": lambda doors, folder: doors._show_words(NewDesk(WORDS, None), folder, first_run=True),
    "ask back": lambda doors, folder: doors._new_words(NewDesk(WORDS, None), folder, first_run=True).ask_back(),
}


@pytest.mark.parametrize("name", DOORS)
def test_a_door_fits(name, locked_window, desk_folder, fits):
    DOORS[name](locked_window.doors, desk_folder)
    fits(locked_window)


def test_errors_fit_too(locked_window, fits):
    locked_window.doors._show_passphrase()
    screen = locked_window.doors.currentWidget()
    screen.trouble.tell("The disk is full, so nothing could be saved. " * 3, "Free some space, then try again.")
    screen.passphrase.check()
    fits(locked_window)


def test_today_fits(open_window, fits):
    fits(open_window)


def test_rows_behind_a_figure_fit(open_window, fits, qtbot):
    open_window.go(Spot("rows", view="words"))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.summary.text() != "Loading")
    fits(open_window)


@pytest.mark.parametrize(("kind", "show"), [(CommandPalette, "open_palette"), (KeysHelp, "show_help")])
def test_dialogs_fit(open_window, fits, kind, show):
    getattr(open_window, show)()
    dialog = open_window.findChild(kind)
    fits(open_window, dialog)
    assert dialog.width() <= open_window.width()
    dialog.close()


def test_the_lint_itself_finds_what_is_planted(qtbot, theme):
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    cut = QPushButton("A button whose words do not fit")
    cut.setFixedWidth(20)
    trap = QPlainTextEdit()
    nameless = QCheckBox()
    nameless.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for each in (cut, trap, nameless):
        column.addWidget(each)
    root.show()
    found = "\n".join(complaints(root))
    missing = [words for words in ("needs", "swallows Tab", "has no name", "is only (20, ") if words not in found]
    assert missing == []
