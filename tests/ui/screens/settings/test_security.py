"""Locks, log and passphrase, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from socdesk.desk.lock_rules import lock_rules
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.screens.unlock import UnlockScreen

Key = Qt.Key
OLD, NEW = "quiet harbour velvet ladder", "seven copper kettles singing"


def test_by_keys_alone_the_desk_is_made_to_lock_sooner_at_once_and_that_is_undone(
    settings, open_window, keys, settled, desk
):
    section = settings("security").section
    settled()
    section.take_keyboard()
    keys.press(Key.Key_Up)
    settled()
    assert lock_rules(desk).minutes == 5
    assert "Locks after 5 minutes" in open_window.status.accessibleName()
    assert open_window.frame.room.notices.words == "Saved the setting."
    open_window.undo()
    settled()
    settled()
    assert "Locks after 10 minutes" in open_window.status.accessibleName()
    assert section.bound.parts["lock_minutes"].currentText() == "10 minutes"


def test_where_the_system_cannot_keep_the_window_out_of_pictures_the_status_line_says_so(
    settings, settled, desk, open_window
):
    section = settings("security").section
    settled()
    section.bound.parts["hide_from_capture"].click()
    settled()
    settled()
    assert lock_rules(desk).hide_from_capture
    assert "pictures of the screen not prevented" in open_window.status.accessibleName()


def test_boxes_hold_at_once_and_it_says_who_can_open_the_desk(settings, settled, desk):
    section = settings("security").section
    settled()
    section.bound.parts["lock_on_sleep"].click()
    settled()
    assert not lock_rules(desk).on_sleep
    assert section.ways.text() == "Passphrase of Chief Communities Officer\nRecovery words of Chief Communities Officer"


def test_by_keys_alone_the_passphrase_is_changed_and_opens_the_desk(settings, open_window, keys, qtbot, settled):
    page = settings("passphrase")
    screen = page.section.door
    screen.take_keyboard()
    keys.text("not my passphrase")
    keys.press(Key.Key_Return)
    keys.text(NEW)
    keys.press(Key.Key_Return)
    keys.text(NEW)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.old.error), timeout=20_000)
    assert screen.old.focus_widget.hasFocus()
    keys.text(OLD)
    keys.press(Key.Key_Return)
    screen.new.two.focus_widget.setFocus()
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.section is page.sections.get("security", page), timeout=20_000)
    assert "is changed" in open_window.frame.room.notices.words
    assert page.sections["passphrase"].door is None  # and with it what was typed
    open_window.lock()
    assert isinstance(open_window.doors.currentWidget(), UnlockScreen)
    keys.text(NEW)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=20_000)


def test_new_words_are_shown_asked_back_and_only_then_hold(settings, desk_folder, keys, qtbot, open_window):
    page = settings("words")
    before = (desk_folder / "desk.json").read_bytes()
    page.section.door.take_keyboard()
    keys.text(OLD)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page.section.door, RecoveryWordsScreen), timeout=20_000)
    words = page.section.door._words.split()
    page.section.door.kept.emit()
    asked = page.section.door
    assert isinstance(asked, AskBackScreen)
    assert (desk_folder / "desk.json").read_bytes() == before
    for position, field in zip(asked.positions, asked.fields, strict=True):
        field.editor.setText(words[position - 1])
    asked._check()
    qtbot.waitUntil(lambda: page.section is page.sections.get("security", page), timeout=20_000)
    assert (desk_folder / "desk.json").read_bytes() != before
    assert "new recovery words hold" in open_window.frame.room.notices.words


def test_the_log_is_readable_newest_first_and_back_leads_to_security(settings, settled):
    page = settings("log")
    settled()
    model = page.section.table.model()
    assert "Unlocked the desk" in {model.index(row, 2).data() for row in range(model.rowCount())}
    assert page.list.key == "security"
    page.list.setFocus()
    page.list.itemActivated.emit(page.list.currentItem())
    assert page.section is page.sections["security"]


def test_what_is_shown_of_the_clipboard_is_nothing_of_a_passphrase(settings, keys):
    page = settings("passphrase")
    page.section.door.take_keyboard()
    keys.text(OLD)
    QApplication.focusWidget().selectAll()
    keys.press(Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() != OLD
