"""The ways into a desk, through real widgets and with keys alone."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socdesk.desk.backups.places import backup_folders
from socdesk.desk.opening import open_desk
from socdesk.desk.own_locks import keep_recovery_words, make_recovery_words
from socdesk.device_settings import usual_desk_folder
from socdesk.storage.failed_unlocks import FailedUnlocks
from socdesk.storage.faults import DiskFullError
from socdesk.ui.screens.first_run import BackupPlaceScreen, ChoosePassphraseScreen
from socdesk.ui.screens.recover import RecoverScreen
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.screens.renew_key import RenewingScreen, RenewKeyScreen
from socdesk.ui.screens.unlock import UnlockScreen
from socdesk.ui.screens.welcome import WelcomeScreen
from socdesk.ui.widgets.labels import Heading

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
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
    screen.words.first.setPlainText(recovery_words + " xylofon")
    for field in (screen.passphrase.one, screen.passphrase.two):
        field.focus_widget.setText("another harbour velvet")
    screen.passphrase.submitted.emit()
    qtbot.waitUntil(lambda: screen.words.field.error != "", timeout=20_000)
    assert "xylofon" in screen.words.field.error


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


def test_three_sheets_are_shown_and_asked_back_one_after_the_other(new_words, at):
    window = new_words()
    at(window, RecoveryWordsScreen).split.emit()
    for n, holder in enumerate(("Single Point of Contact", "Monitoring Officer", "ICT")):
        screen = at(window, RecoveryWordsScreen)
        assert screen.findChild(Heading).text() == f"Sheet {n + 1} of 3: {holder}"
        words = screen._words.split()
        screen.kept.emit()
        asked = at(window, AskBackScreen)
        for position, field in zip(asked.positions, asked.fields, strict=True):
            field.editor.setText(words[position - 1])
        asked._check()
    at(window, BackupPlaceScreen)


@pytest.fixture
def laid_in_sheets(desk_folder, house):
    desk = open_desk(desk_folder, PASSPHRASE, house)
    made = make_recovery_words(desk, PASSPHRASE).in_three_sheets()
    keep_recovery_words(desk, made)
    desk.lock()
    return desk_folder, made.sheets


def test_two_of_three_sheets_open_the_desk(make_window, laid_in_sheets, at, qtbot):
    folder, sheets = laid_in_sheets
    window = make_window(folder)
    at(window, UnlockScreen).forgotten.emit()
    screen = at(window, RecoverScreen)
    screen.words.first.setPlainText(sheets[1])
    for field in (screen.passphrase.one, screen.passphrase.two):
        field.focus_widget.setText("another harbour velvet")
    screen._recover()
    qtbot.waitUntil(lambda: "only together with another" in screen.words.field.error, timeout=20_000)
    assert screen.words.second_field.isVisible()
    assert screen.words.second.hasFocus()
    screen.words.second.setPlainText(sheets[2])
    screen._recover()
    qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), RecoveryWordsScreen), timeout=20_000)


def test_the_data_key_is_renewed_and_the_desk_is_open_under_it(open_window, keys, at, qtbot):
    open_window.renew_key()
    screen = at(open_window, RenewKeyScreen)
    keys.text("not this one at all")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open this desk" in screen.passphrase.error, timeout=20_000)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    at(open_window, RecoveryWordsScreen).kept.emit()
    at(open_window, AskBackScreen).confirmed.emit()
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=30_000)
    assert open_window.frame.room.desk.store.place.file != "store-1.db"


def test_a_renewal_that_is_cancelled_leads_back_to_the_desk_as_it_was(open_window, keys, at, qtbot):
    open_window.renew_key()
    at(open_window, RenewKeyScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    at(open_window, RecoveryWordsScreen).kept.emit()
    at(open_window, AskBackScreen).confirmed.emit()
    screen = at(open_window, RenewingScreen)
    screen.line._cancel()
    qtbot.waitUntil(lambda: "The data key is as it was" in screen.trouble.words, timeout=20_000)
    screen.leave.click()
    qtbot.waitUntil(lambda: open_window.frame is not None)
    assert open_window.frame.room.desk.store.place.file == "store-1.db"


def test_a_renewal_after_which_the_desk_cannot_be_opened_leads_to_its_door(open_window, keys, at, qtbot, monkeypatch):
    def full(*_):
        raise DiskFullError

    open_window.renew_key()
    at(open_window, RenewKeyScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    words = at(open_window, RecoveryWordsScreen)
    monkeypatch.setattr("socdesk.desk.rekeying.open_unlocked", full)
    words.kept.emit()
    at(open_window, AskBackScreen).confirmed.emit()
    screen = at(open_window, RenewingScreen)
    qtbot.waitUntil(lambda: "The data key is renewed, but" in screen.trouble.words, timeout=20_000)
    assert "the new recovery words hold" in screen.trouble.words
    assert [each.isVisible() for each in (screen.again, screen.leave, screen.unlock)] == [False, False, True]
    keys.press(Key.Key_Space)
    at(open_window, UnlockScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=20_000)
    assert open_window.frame.room.desk.store.place.file != "store-1.db"


def test_after_several_wrong_tries_it_says_how_long_to_wait_counts_down_and_then_opens(locked_window, at, qtbot, keys):
    for _ in range(3):
        FailedUnlocks(locked_window._folder).note(NOW, "passphrase")
    screen = at(locked_window, UnlockScreen)
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: screen.passphrase.error == "Too many wrong tries. Try again in 5 seconds.", timeout=20_000)
    screen._wait()
    keys.press(Key.Key_Return)
    assert screen.passphrase.error == "Too many wrong tries. Try again in 4 seconds."
    locked_window.doors._ways._house().patience._running = lambda: 1e9
    for _ in range(4):
        screen._wait()
    assert screen.passphrase.error == ""
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: locked_window.frame is not None, timeout=20_000)
