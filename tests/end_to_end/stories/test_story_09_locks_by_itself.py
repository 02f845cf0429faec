"""Story 9: I lock on leaving my desk; it locks itself after some minutes and when the laptop sleeps."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socdesk.ui.screens.unlock import UnlockScreen
from socdesk.ui.session.idle_time import Clocks
from socdesk.ui.session.session import WARNING

PASSPHRASE = "quiet harbour velvet ladder"


@pytest.fixture
def hands():
    at = SimpleNamespace(wall=0.0, steady=0.0)
    at.clocks = Clocks(lambda: at.wall, lambda: at.steady)
    return at


@pytest.fixture
def window(make_window, desk_folder, hands, unlock):
    window = make_window(desk_folder, clocks=hands.clocks)
    unlock(window)
    return window


@pytest.fixture
def unlock(keys, qtbot):
    def do(window):
        keys.text(PASSPHRASE)
        keys.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)

    return do


def is_locked(window):
    closed = window.frame is None and window.session is None and window.windowTitle() == "Socdesk, locked"
    return closed and isinstance(window.doors.currentWidget(), UnlockScreen)


def test_story_09_locked_by_hand_after_idle_minutes_and_after_sleep(window, hands, unlock, qtbot):
    desk = window.frame.room.desk
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+L"))
    assert is_locked(window)
    qtbot.waitUntil(lambda: desk.store.place.key == b"")  # the database is closed and its keys are gone

    unlock(window)
    hands.wall, hands.steady = hands.wall + 541, hands.steady + 541
    window.session.idle.tick()
    assert WARNING in window.status.accessibleName()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert WARNING not in window.status.accessibleName()
    hands.wall, hands.steady = hands.wall + 601, hands.steady + 601
    window.session.idle.tick()
    assert is_locked(window)

    unlock(window)
    hands.wall += 3600  # the laptop slept: its steady clock stood still
    window.session.idle.tick()
    assert is_locked(window)

    unlock(window)
    window.session.watch.sleeping.emit()  # the system says that it goes to sleep
    assert is_locked(window)
