"""The ways into a desk, through real widgets and with keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socdesk.desk.backups.places import backup_folders
from socdesk.device_settings import usual_desk_folder
from socdesk.ui.screens.first_run import BackupPlaceScreen, ChoosePassphraseScreen
from socdesk.ui.screens.recover import RecoverScreen
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.screens.unlock import UnlockScreen
from socdesk.ui.screens.welcome import WelcomeScreen

PASSPHRASE = "quiet harbour velvet ladder"
Key = Qt.Key


def choose_passphrase(keys):
    for _ in range(2):
        keys.text(PASSPHRASE)
        keys.press(Key.Key_Return)


@pytest.fixture
def new_words(make_window, tmp_path, keys, at):
    """Make a desk and come to its recovery words."""

    def make(folder=tmp_path / "own" / "none"):
        window = make_window(folder)
        window.doors._show_passphrase()
        at(window, ChoosePassphraseScreen)
        choose_passphrase(keys)
        at(window, RecoveryWordsScreen)
        return window

    return make


@pytest.fixture
def at(qtbot):
    def wait(window, screen):
        qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), screen), timeout=20_000)
        return window.doors.currentWidget()

    wait.until = lambda holds: qtbot.waitUntil(holds, timeout=20_000)
    return wait


def test_a_desk_is_made_with_keys_alone(make_window, tmp_path, keys, at, qtbot):
    window = make_window(tmp_path / "none")
    at(window, WelcomeScreen)
    keys.press(Key.Key_Space)
    assert at(window, ChoosePassphraseScreen).place.folder == tmp_path / "none"
    choose_passphrase(keys)
    words = at(window, RecoveryWordsScreen)._words.split()
    keys.press(Key.Key_Space)
    for position in at(window, AskBackScreen).positions:
        keys.text(words[position - 1])
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Space)
    screen = at(window, BackupPlaceScreen)
    (tmp_path / "drive").mkdir()
    keys.text(str(tmp_path / "drive"))
    assert "same disk" in screen.warning
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None)
    qtbot.waitUntil(lambda: window.status._backup.text().startswith("Backed up today"), timeout=20_000)
    assert len(backup_folders(tmp_path / "drive")) == 1
    assert (tmp_path / "none" / "desk.json").is_file()
    assert window.doors.pending is None


def test_words_that_were_not_kept_are_noticed(new_words, keys, at):
    window = new_words()
    keys.press(Key.Key_Space)
    screen = at(window, AskBackScreen)
    keys.text("zebra")
    keys.press(Key.Key_Return)
    assert screen.fields[0].error == f"That is not word {screen.positions[0]}. Look at your paper and try again"
    assert window.frame is None


def test_the_recovery_sheet_is_saved_neither_in_the_desk_nor_beside_it(new_words, tmp_path, at, qtbot):
    screen = at(new_words(), RecoveryWordsScreen)
    for place in (tmp_path / "own" / "none" / "sheet.pdf", tmp_path / "own" / "sheet.pdf"):
        screen.save_to(str(place))
        qtbot.waitUntil(lambda: "must not lie in the desk" in screen.trouble.words, timeout=20_000)
        assert not place.exists()
    screen.save_to(str(tmp_path / "sheet.pdf"))
    qtbot.waitUntil(lambda: "is saved" in screen._told.words, timeout=20_000)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_with_files_in_it_is_refused_in_place(make_window, tmp_path, keys, at, qtbot):
    full = tmp_path / "full"
    full.mkdir()
    (full / "file").touch()
    window = make_window(full)
    window.doors._show_passphrase()
    screen = at(window, ChoosePassphraseScreen)
    choose_passphrase(keys)
    qtbot.waitUntil(screen.trouble.isVisible, timeout=20_000)
    assert "There are files in this folder already." in screen.trouble.words
    assert screen.place.focus_widget.hasFocus()


def test_a_wrong_passphrase_is_told_in_place_and_the_right_one_then_opens(locked_window, keys, at, qtbot):
    screen = at(locked_window, UnlockScreen)
    keys.text("not this one at all")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: screen.passphrase.error != "", timeout=20_000)
    assert screen.passphrase.error == "That passphrase does not open this desk. Nothing was changed."
    assert QApplication.focusWidget() is screen.passphrase.focus_widget
    keys.text(PASSPHRASE)  # replaces what is marked
    assert screen.passphrase.error == ""
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: locked_window.frame is not None, timeout=20_000)


def test_an_empty_passphrase_is_asked_for(locked_window, keys, at):
    screen = at(locked_window, UnlockScreen)
    keys.press(Key.Key_Return)
    assert screen.passphrase.error == "Enter your passphrase"


def test_recovery_words_open_the_desk_and_bring_a_new_passphrase(locked_window, recovery_words, keys, at, qtbot):
    at(locked_window, UnlockScreen).forgotten.emit()
    screen = at(locked_window, RecoverScreen)
    keys.text(recovery_words)
    screen.passphrase.one.focus_widget.setFocus()
    keys.text("another harbour velvet")
    keys.press(Key.Key_Return)
    keys.text("another harbour velvet")
    keys.press(Key.Key_Return)
    at(locked_window, RecoveryWordsScreen).kept.emit()
    at(locked_window, AskBackScreen).confirmed.emit()
    qtbot.waitUntil(lambda: locked_window.frame is not None)


def test_a_mistyped_recovery_word_is_named(locked_window, recovery_words, keys, at, qtbot):
    at(locked_window, UnlockScreen).forgotten.emit()
    screen = at(locked_window, RecoverScreen)
    screen.words.setPlainText(recovery_words + " xylofon")
    for field in (screen.passphrase.one, screen.passphrase.two):
        field.focus_widget.setText("another harbour velvet")
    screen.passphrase.submitted.emit()
    qtbot.waitUntil(lambda: screen._field.error != "", timeout=20_000)
    assert "xylofon" in screen._field.error


def test_a_newcomer_is_welcomed_and_the_usual_folder_is_offered(make_window, at):
    window = make_window(usual_desk_folder())
    at(window, WelcomeScreen).make_chosen.emit()
    assert at(window, ChoosePassphraseScreen).place.folder == usual_desk_folder()


def test_going_back_forgets_what_was_typed(make_window, tmp_path, keys, at):
    window = make_window(tmp_path / "none")
    window.doors._show_passphrase()
    keys.text(PASSPHRASE)
    at(window, ChoosePassphraseScreen).back.emit()
    at(window, WelcomeScreen).make_chosen.emit()
    assert at(window, ChoosePassphraseScreen).passphrase.text == ""


def test_a_folder_without_a_desk_is_told(make_window, tmp_path, at):
    window = make_window(tmp_path / "none")
    screen = at(window, WelcomeScreen)
    screen._folder(str(tmp_path))
    assert "There is no desk in that folder." in screen.trouble.words


def test_backups_can_be_put_off_and_the_window_reminds(new_words, keys, at, qtbot):
    window = new_words()
    at(window, RecoveryWordsScreen).kept.emit()
    at(window, AskBackScreen).confirmed.emit()
    screen = at(window, BackupPlaceScreen)
    keys.press(Key.Key_Return)
    assert screen.place.error == "Enter the whole path of a folder, or choose one with Browse"
    screen.later.emit()
    qtbot.waitUntil(lambda: window.status._backup.text() == "Backups are not set up")
    page = window.frame.navigation.page
    qtbot.waitUntil(lambda: page._shown is not None)
    assert any(each.title == "Backups are not set up" for each in page._shown.attention)


def test_a_folder_that_cannot_hold_backups_is_refused_in_place(new_words, tmp_path, keys, at, qtbot):
    window = new_words()
    at(window, RecoveryWordsScreen).kept.emit()
    at(window, AskBackScreen).confirmed.emit()
    screen = at(window, BackupPlaceScreen)
    keys.text(str(tmp_path / "own" / "none" / "backups"))
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "own folder" in screen.trouble.words)


def test_closing_while_the_words_are_shown_locks_the_new_desk(make_window, new_words, tmp_path, at, keys):
    window = new_words(tmp_path / "none")
    window.close()
    again = make_window(tmp_path / "none")
    at(again, UnlockScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    at.until(lambda: again.frame is not None)
