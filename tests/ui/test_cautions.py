"""Warnings about where the live desk lies, and about the clock, in the real window."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt

from socdesk.desk.opening import House, new_desk
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.ui.screens.unlock import UnlockScreen
from socdesk.ui.widgets.message_box import MessageBox

PASSPHRASE = "quiet harbour velvet ladder"


def test_a_desk_in_a_synchronised_folder_is_warned_of_when_it_is_made_and_when_it_is_opened(make_window, tmp_path):
    folder = tmp_path / "OneDrive" / "desk"
    window = make_window(folder)
    window.doors._show_passphrase()
    screen = window.doors.currentWidget()
    assert "OneDrive synchronises" in screen.caution.words
    screen.place.show_folder(tmp_path / "desk")
    assert screen.caution.words == ""
    new_desk(folder, PASSPHRASE, House(clock=lambda: datetime(2026, 3, 2, tzinfo=UTC)), cost=POLICY_FLOOR).desk.lock()
    window.doors.show_unlock(folder)
    screen = window.doors.currentWidget()
    assert isinstance(screen, UnlockScreen)
    assert any("OneDrive synchronises" in box.words for box in screen.findChildren(MessageBox))


def test_a_clock_behind_the_newest_change_is_told_when_the_desk_is_opened(make_window, tmp_path, keys, qtbot):
    ahead = House(clock=lambda: datetime(2126, 3, 2, 9, tzinfo=UTC))
    new_desk(tmp_path / "desk", PASSPHRASE, ahead, cost=POLICY_FLOOR).desk.lock()
    window = make_window(tmp_path / "desk")
    keys.text(PASSPHRASE)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    assert "last changed on 2 March 2126" in window.frame.room.notices.words
