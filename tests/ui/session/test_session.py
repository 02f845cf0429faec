"""An open desk locks by itself: after some time, on sleep, with the system; never losing what was typed."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socdesk.desk.lock_rules import USUAL, LockRules
from socdesk.jobs import Job
from socdesk.ui.session.clipboard_keeper import ClipboardKeeper
from socdesk.ui.session.idle_watch import IdleWatch
from socdesk.ui.session.session import WARNING
from socdesk.ui.session.system_watch import SystemWatch
from socdesk.ui.session.watch_of_system import system_watch
from socdesk.ui.session.windows_watch import Message, WindowsWatch, meaning

Key = Qt.Key


@pytest.fixture
def watch(hands, qapp):
    owner = QObject()
    yield IdleWatch(hands.clocks, 600, owner)
    owner.deleteLater()


def test_it_warns_a_minute_before_and_ends_once(watch, hands):
    warned, ended = [], []
    watch.warned.connect(warned.append)
    watch.ended.connect(lambda: ended.append(True))
    hands.wall = 539
    watch.tick()
    assert warned == []
    hands.wall = 541
    watch.tick()
    watch.tick()
    assert warned == [True]
    hands.wall = 600
    watch.tick()
    watch.tick()
    assert ended == [True]


def test_a_key_in_any_of_our_windows_takes_the_warning_back(watch, hands, open_window):
    warned = []
    watch.warned.connect(warned.append)
    watch.tick()
    hands.wall = 550
    watch.tick()
    QTest.keyClick(open_window.windowHandle(), Key.Key_Shift)
    assert warned == [True, False]
    hands.wall = 1000
    watch.tick()
    assert warned == [True, False]


def test_a_mouse_that_wakes_a_laptop_after_the_limit_locks_it_at_once(watch, hands, open_window):
    ended = []
    watch.ended.connect(lambda: ended.append(True))
    watch.tick()
    hands.wall = 3600  # the steady clock stood still
    QTest.mouseClick(open_window.windowHandle(), Qt.MouseButton.LeftButton)
    assert ended == [True]


def test_a_shorter_limit_holds_at_once(watch, hands):
    ended = []
    watch.ended.connect(lambda: ended.append(True))
    hands.wall = 130
    watch.set_limit(120)
    assert ended == [True]


def rules(**changed):
    from dataclasses import replace

    return replace(USUAL, **changed)


def test_the_line_at_the_bottom_says_when_and_what_is_not_watched(open_window, said):
    session, status = open_window.session, open_window.status
    session.apply(rules(minutes=15))
    assert "Locks after 15 minutes" in status.accessibleName()
    assert ("not watched" in status.accessibleName()) == bool(session.watch.unheard)
    session.warn(soon=True)
    assert WARNING in status.accessibleName()
    assert said[-1] == WARNING
    session.warn(soon=False)
    assert "Locks after 15 minutes" in status.accessibleName()


@pytest.mark.parametrize(
    ("told", "rule"), [("sleeping", "on_sleep"), ("locked", "with_system")], ids=["sleep", "the system's lock"]
)
def test_it_locks_with_the_system_unless_that_was_chosen_otherwise(open_window, told, rule):
    session = open_window.session
    session.apply(rules(**{rule: False}))
    getattr(session.watch, told).emit()
    assert open_window.frame is not None
    session.apply(USUAL)
    getattr(session.watch, told).emit()
    assert open_window.frame is None
    assert open_window.session is None
    assert open_window.windowTitle() == "Socdesk, locked"


def test_it_locks_when_minimised_if_that_was_chosen(open_window, qtbot):
    open_window.session.apply(rules(on_minimise=True))
    open_window.showMinimized()
    qtbot.waitUntil(lambda: open_window.frame is None)


def test_what_was_typed_is_kept_before_the_desk_closes(open_window, qtbot, monkeypatch):
    order = []
    page = open_window.frame.navigation.page
    desk, work = open_window.frame.room.desk, open_window.work
    monkeypatch.setattr(
        page, "keep_typed", lambda: work.write(Job("Keeping", lambda _p: order.append("kept")), page, lambda _n: None)
    )
    really = desk.lock
    monkeypatch.setattr(desk, "lock", lambda why: (order.append("locked"), really(why)))
    open_window.lock()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["kept", "locked"]


def test_locking_closes_what_stands_over_the_window(open_window, qtbot):
    open_window.open_palette()
    assert len([each for each in QApplication.topLevelWidgets() if each.isVisible()]) == 2
    open_window.lock()
    qtbot.waitUntil(lambda: [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [open_window])


@pytest.fixture
def keeper(qapp, open_window):
    QGuiApplication.clipboard().clear()
    keeper = ClipboardKeeper(QGuiApplication.clipboard(), 30, open_window)
    yield keeper
    QGuiApplication.clipboard().clear()


def test_what_was_copied_here_is_cleared_when_its_time_is_over(keeper, qtbot):
    keeper._timer.setInterval(1)
    QGuiApplication.clipboard().setText("copied from a record")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_somebody_else_put_there_since_stays(keeper, open_window, monkeypatch):
    QGuiApplication.clipboard().setText("copied from a record")
    assert keeper.holds_ours
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    QGuiApplication.clipboard().setText("from another program")
    assert not keeper.holds_ours
    open_window.lock()
    assert QGuiApplication.clipboard().text() == "from another program"


def test_locking_takes_our_own_off_the_clipboard(open_window):
    QGuiApplication.clipboard().setText("copied from a record")
    open_window.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_where_the_system_tells_nothing_that_is_said():
    owner = QObject()
    assert SystemWatch(owner).unheard == "sleep and the system’s own lock not watched"
    assert system_watch(0, owner) is not None


@pytest.mark.parametrize(
    ("message", "detail", "said"),
    [(0x218, 0x4, "sleep"), (0x218, 0x12, "sleep"), (0x2B1, 0x7, "lock"), (0x2B1, 0x8, ""), (0x111, 0x4, "")],
)
def test_messages_of_windows_mean_sleep_lock_or_nothing(message, detail, said):
    assert meaning(message, detail) == said


def test_a_message_of_windows_is_read_where_it_lies(qapp):
    import ctypes

    owner = QObject()
    watch = WindowsWatch(0, owner)
    heard = []
    watch.locked.connect(lambda: heard.append("lock"))
    told = Message(None, 0x2B1, 0x7, 0)
    assert watch._filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert heard == ["lock"]
    assert watch.hears_sleep
    assert not watch.hears_lock  # nobody was asked here
    watch.close()


def test_the_usual_rules_are_those_of_a_desk_on_which_nothing_was_chosen(open_window, qtbot):
    assert isinstance(open_window.session.rules, LockRules)
    assert open_window.session.rules == USUAL
