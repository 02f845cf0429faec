"""Stories 20 and 46: the laptop is gone. On a new one, whose keyring knows nothing, the backup brings the desk back.

Issue 4, acceptance 8, by keys alone: backed up and proven on the old laptop, restored and verified on the new one.
"""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from socdesk.commands.places import Spot
from socdesk.desk import remembering
from socdesk.desk.opening import open_desk
from socdesk.desk.own_locks import keep_recovery_words, make_recovery_words
from socdesk.keys.errors import WrongPassphraseError
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.screens.restore import RestoreChoiceScreen, RestoreScreen
from socdesk.ui.screens.welcome import WelcomeScreen
from tests.ui.conftest import PASSPHRASE

Key = Qt.Key
WAIT = 20_000
FRESH = "another harbour velvet"


@pytest.fixture
def sheets(desk_folder, house, shelf):
    """Give the desk three sheets, and let the old laptop remember it."""
    desk = open_desk(desk_folder, PASSPHRASE, house)
    made = make_recovery_words(desk, PASSPHRASE).in_three_sheets()
    keep_recovery_words(desk, made)
    remembering.remember_here(desk, PASSPHRASE, 7)
    desk.lock()
    assert len(shelf.kept) == 1
    return made.sheets


@pytest.fixture
def press(keys, qtbot):
    """Tab to a button by its words, and press it; ``press.keys`` presses others."""

    def do(words):
        for _ in range(80):
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton) and focused.text() == words:
                qtbot.waitUntil(focused.isEnabled)
                keys.press(Key.Key_Space)
                return
            keys.press(Key.Key_Tab)
        raise AssertionError(words)

    do.keys = keys
    return do


@pytest.fixture
def old_laptop(sheets, make_window, desk_folder, keys, qtbot):
    window = make_window(desk_folder)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None, timeout=WAIT)
    return window


@pytest.fixture
def drive(tmp_path, old_laptop, keys, qtbot, press):
    """Back the desk up and prove the backup, in the window."""
    window, drive = old_laptop, tmp_path / "drive"
    drive.mkdir()
    window.go(Spot("settings", "backups"))
    section = window.frame.navigation.page.section
    qtbot.waitUntil(lambda: section.words.text() != "Loading", timeout=WAIT)
    section.place.focus_widget.setFocus()
    keys.text(str(drive))
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: section.table.model().rowCount() == 1, timeout=WAIT)
    press(section.prove.text())
    qtbot.waitUntil(lambda: window.frame.room.notices.words == "This backup is good.", timeout=WAIT)
    window.close()
    return drive


@pytest.fixture
def at(qtbot):
    def wait(window, screen):
        qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), screen), timeout=WAIT)
        shown = window.doors.currentWidget()
        qtbot.waitUntil(shown.first.hasFocus)
        return shown

    return wait


@pytest.fixture
def lost(drive, desk_folder, shelf):
    """Lose the laptop with the desk, and with what its keyring held; return the drive with the backups."""
    shutil.rmtree(desk_folder)
    shelf.kept.clear()
    return drive


@pytest.fixture
def new_laptop(lost, make_window, tmp_path, at, press):
    """Go from the welcome to the backup."""
    window = make_window(tmp_path / "new laptop")
    at(window, WelcomeScreen)
    press("Restore from a backup")
    at(window, RestoreScreen)
    press.keys.text(str(lost))
    press.keys.press(Key.Key_Return)
    return window


@pytest.fixture
def is_back(at, press, qtbot):
    """Compare, restore, and verify the desk in its window; return what was restored."""

    def see(window):
        qtbot.waitUntil(lambda: window.frame is not None, timeout=WAIT)
        room = window.frame.room
        assert [each.summary for each in room.desk.read.page(CONCERNS)] == ["Visitors at all hours at an empty shop"]
        assert room.desk.notices == ()
        window.go(Spot("settings", "about"))
        section = window.frame.navigation.page.section
        press(section.verify.text())
        qtbot.waitUntil(lambda: section.result.text().startswith("This desk is sound"), timeout=WAIT)
        window.close()

    return see


@pytest.mark.acceptance
def test_story_20_the_drill_by_passphrase(new_laptop, at, keys, press, is_back):
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    choice = at(new_laptop, RestoreChoiceScreen)
    assert "There is no desk" in choice.comparison.words
    press("Restore the backup")
    is_back(new_laptop)


@pytest.fixture
def gone_through_sheets(new_laptop, sheets, at, press, qtbot):
    """Type one sheet, which is not enough, and a second; take the new words and answer what is asked of them."""
    keys = press.keys
    press("Use the recovery words instead")
    screen = new_laptop.doors.currentWidget()
    keys.text(sheets[2])
    while not screen.fresh.one.focus_widget.hasFocus():
        keys.press(Key.Key_Tab)
    for _ in range(2):
        keys.text(FRESH)
        keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "only together with another" in screen.words.field.error, timeout=WAIT)
    qtbot.waitUntil(screen.words.second.hasFocus)
    keys.text(sheets[0])
    press("Open the backup")
    at(new_laptop, RestoreChoiceScreen)
    press("Restore the backup")
    shown = at(new_laptop, RecoveryWordsScreen)
    assert len(shown._made.recovery_words.split()) == 20
    press("I have kept them")
    asked = at(new_laptop, AskBackScreen)
    for position in asked.positions:
        keys.text(asked._made.recovery_words.split()[position - 1])
        keys.press(Key.Key_Tab)
    press("Check and open the desk")
    return new_laptop


def test_story_20_the_drill_by_two_of_three_sheets(gone_through_sheets, is_back, tmp_path, house):
    is_back(gone_through_sheets)
    with pytest.raises(WrongPassphraseError):
        open_desk(tmp_path / "new laptop", PASSPHRASE, house)
    open_desk(tmp_path / "new laptop", FRESH, house).lock()
