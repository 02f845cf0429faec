"""Story 20: the desk is backed up to the Council's drive, and the backup is proven to open."""

import shutil

import pytest
from helpers.records import concern
from PySide6.QtCore import Qt

from socdesk.commands.places import Spot
from socdesk.desk.backups.places import backup_folders
from socdesk.ui.backups.closing import ClosingDialog
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.screens.restore import RestoreChoiceScreen, RestoreScreen
from socdesk.ui.screens.unlock import UnlockScreen
from socdesk.ui.screens.welcome import WelcomeScreen
from tests.ui.conftest import PASSPHRASE

Key = Qt.Key
WAIT = 20_000


@pytest.fixture
def drive(tmp_path):
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def at(qtbot):
    def wait(window, screen):
        qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), screen), timeout=WAIT)
        return window.doors.currentWidget()

    wait.until = lambda holds: qtbot.waitUntil(holds, timeout=WAIT)
    return wait


@pytest.fixture
def section(open_window, qtbot):
    open_window.go(Spot("settings", "backups"))
    section = open_window.frame.navigation.page.section
    qtbot.waitUntil(lambda: section.words.text() != "Loading", timeout=WAIT)
    return section


@pytest.fixture
def backed_up(section, drive, keys, qtbot):
    """Choose the drive with keys alone; the first backup follows by itself."""
    section.place.focus_widget.setFocus()
    keys.text(str(drive))
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: section.table.model().rowCount() == 1, timeout=WAIT)
    return section


def test_story_20_the_drive_is_chosen_the_backup_made_and_proven_with_keys_alone(
    open_window, backed_up, drive, keys, qtbot
):
    assert backed_up.words.text().startswith("Backed up today at 09:00. Last proven restore: today at")
    assert open_window.status._backup.text() == "Backed up today at 09:00"
    notices = open_window.frame.room.notices
    backed_up.prove.setFocus()
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: notices.words == "This backup is good.", timeout=WAIT)
    assert backed_up.table.model().index(0, 2).data() == "Proven 16 Mar 2026"
    [backup] = backup_folders(drive)
    file = backup / "store-1.db"
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    qtbot.waitUntil(backed_up.prove.isEnabled)
    backed_up.prove.click()
    qtbot.waitUntil(lambda: "not good: store-1.db is not the file" in notices.words, timeout=WAIT)
    qtbot.waitUntil(lambda: backed_up.table.model().index(0, 2).data() == "Not good, 16 Mar 2026", timeout=WAIT)


def test_story_20_a_drive_that_is_not_there_is_told_and_the_backup_made_later(
    open_window, backed_up, drive, tmp_path, qtbot
):
    away = drive.rename(tmp_path / "unplugged")
    backed_up.back_up()
    qtbot.waitUntil(lambda: "plug it in" in backed_up.trouble.words, timeout=WAIT)
    qtbot.waitUntil(lambda: open_window.status._backup.text() == "Last backup failed", timeout=WAIT)
    away.rename(drive)
    backed_up.back_up()
    notices = open_window.frame.room.notices
    qtbot.waitUntil(lambda: notices.words.startswith("Backed up, and proven"), timeout=WAIT)


def test_story_20_without_a_drive_today_says_so_and_leads_to_the_settings(open_window, qtbot, keys):
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page._shown is not None, timeout=WAIT)
    [row] = [n for n, each in enumerate(page._shown.attention) if each.register == "backups"]
    page.attention.setCurrentIndex(page.attention.model().index(row, 0))
    page.attention.setFocus()
    keys.press(Key.Key_Return)
    assert open_window.frame.navigation.spot == Spot("settings", "backups")


def test_story_20_closing_after_changes_makes_the_backup_that_is_due(open_window, section, drive, keep, qtbot):
    from socdesk.desk.backups.tasks import choosing

    desk, keeper = open_window.frame.room.desk, open_window.frame.room.backups
    done = []
    open_window.work.write(choosing(desk, drive), open_window, done.append)
    qtbot.waitUntil(lambda: len(done) == 1)
    keep(concern("Another thing"))
    keeper.refresh()
    qtbot.waitUntil(lambda: keeper.is_due_at_the_end, timeout=WAIT)
    open_window.close()
    assert open_window.findChild(ClosingDialog) is not None
    qtbot.waitUntil(lambda: not open_window.isVisible(), timeout=WAIT)
    assert len(backup_folders(drive)) == 1


def test_story_20_a_new_laptop_gets_the_desk_back_by_passphrase_and_the_old_one_is_kept(
    open_window, backed_up, keys, at, qtbot
):
    folder, drive = open_window._folder, backed_up.place.folder
    backed_up.restore.click()
    screen = at(open_window, RestoreScreen)
    assert screen.backup.folder == backup_folders(drive)[0]
    screen.passphrase.focus_widget.setFocus()
    keys.text(PASSPHRASE)
    keys.press(Key.Key_Return)
    choice = at(open_window, RestoreChoiceScreen)
    assert "hold the same changes" in choice.comparison.words
    assert choice.over.isChecked()
    choice._restore()
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=WAIT)
    kept = [path.name for path in folder.parent.iterdir() if "-before-restore-" in path.name]
    assert len(kept) == 1


def test_story_20_a_wrong_passphrase_and_a_folder_without_backups_are_told_in_place(
    open_window, backed_up, keys, at, qtbot
):
    drive = backed_up.place.folder
    open_window.restore(str(drive))
    screen = at(open_window, RestoreScreen)
    qtbot.waitUntil(screen.first.hasFocus)
    keys.text("not this one at all")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: screen.passphrase.error != "", timeout=WAIT)
    assert "does not open this backup" in screen.passphrase.error
    screen.backup.show_folder(drive.parent)
    screen._look()
    qtbot.waitUntil(lambda: "There is no backup in this folder" in screen.trouble.words, timeout=WAIT)
    screen.back.emit()
    assert at(open_window, UnlockScreen)


def test_story_20_recovery_words_alone_bring_the_desk_back_where_there_is_none(
    open_window, backed_up, make_window, recovery_words, at
):
    drive, tmp_path = backed_up.place.folder, backed_up.place.folder.parent
    open_window.close()
    shutil.rmtree(tmp_path / "desk")
    window = make_window(tmp_path / "new laptop")
    at(window, WelcomeScreen).restore.emit()
    screen = at(window, RestoreScreen)
    screen.backup.show_folder(drive)
    screen.use_words()
    screen.words.first.setPlainText(recovery_words)
    for field in (screen.fresh.one, screen.fresh.two):
        field.focus_widget.setText("another harbour velvet")
    screen._look()
    choice = at(window, RestoreChoiceScreen)
    assert "There is no desk" in choice.comparison.words
    choice._restore()
    at(window, RecoveryWordsScreen).kept.emit()
    at(window, AskBackScreen).confirmed.emit()
    at.until(lambda: window.frame is not None)
    assert (tmp_path / "new laptop" / "desk.json").is_file()
