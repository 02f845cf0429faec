"""The ways into a desk, through real widgets and with keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socdesk.device_settings import usual_desk_folder
from socdesk.ui.screens.first_run import ChoosePassphraseScreen, ChoosePlaceScreen
from socdesk.ui.screens.recover import RecoverScreen
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.screens.unlock import UnlockScreen
from socdesk.ui.screens.welcome import WelcomeScreen

PASSPHRASE = "quiet harbour velvet ladder"
Key = Qt.Key


@pytest.fixture
def at(qtbot):
    def wait(window, screen):
        qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), screen), timeout=20_000)
        return window.doors.currentWidget()

    return wait


def test_a_desk_is_made_with_keys_alone(make_window, tmp_path, keys, at, qtbot):
    window = make_window(tmp_path / "none")
    at(window, WelcomeScreen)
    keys.press(Key.Key_Space)
    at(window, ChoosePassphraseScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    assert at(window, ChoosePlaceScreen).folder == tmp_path / "none"
    keys.press(Key.Key_Space)
    words = at(window, RecoveryWordsScreen)._words.split()
    keys.press(Key.Key_Space)
    for position in at(window, AskBackScreen).positions:
        keys.text(words[position - 1])
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: window.frame is not None)
    assert (tmp_path / "none" / "desk.json").is_file()
    assert window.doors.pending is None


def test_words_that_were_not_kept_are_noticed(make_window, tmp_path, keys, at):
    window = make_window(tmp_path / "none")
    window.doors._show_place(PASSPHRASE)
    keys.press(Key.Key_Space)
    at(window, RecoveryWordsScreen)
    keys.press(Key.Key_Space)
    screen = at(window, AskBackScreen)
    keys.text("zebra")
    keys.press(Key.Key_Return)
    assert screen.fields[0].error == f"That is not word {screen.positions[0]}. Look at your paper and try again"
    assert window.frame is None


def test_recovery_words_are_saved_outside_the_desk_alone(make_window, tmp_path, keys, at):
    window = make_window(tmp_path / "none")
    window.doors._show_place(PASSPHRASE)
    keys.press(Key.Key_Space)
    screen = at(window, RecoveryWordsScreen)
    screen.save_to(str(tmp_path / "none" / "words.txt"))
    assert "must not lie in the desk" in screen.trouble.words
    screen.save_to(str(tmp_path / "words.txt"))
    assert (tmp_path / "words.txt").read_text().split() == screen._words.split()


def test_a_folder_with_files_in_it_is_refused_in_place(make_window, tmp_path, keys, at, qtbot):
    full = tmp_path / "full"
    full.mkdir()
    (full / "file").touch()
    window = make_window(full)
    window.doors._show_place(PASSPHRASE)
    screen = at(window, ChoosePlaceScreen)
    keys.press(Key.Key_Space)
    qtbot.waitUntil(screen.trouble.isVisible, timeout=20_000)
    assert "There are files in this folder already." in screen.trouble.words
    assert screen.first.hasFocus()


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
    at(window, ChoosePassphraseScreen).chosen.emit(PASSPHRASE)
    assert at(window, ChoosePlaceScreen).folder == usual_desk_folder()


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


def test_closing_while_the_words_are_shown_locks_the_new_desk(make_window, tmp_path, keys, at, qtbot):
    window = make_window(tmp_path / "none")
    window.doors._show_place(PASSPHRASE)
    keys.press(Key.Key_Space)
    at(window, RecoveryWordsScreen)
    window.close()
    again = make_window(tmp_path / "none")
    at(again, UnlockScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: again.frame is not None, timeout=20_000)
