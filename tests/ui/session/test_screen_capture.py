"""The window is kept out of pictures of the screen where the system can do it, and says so where it cannot."""

import pytest
from PySide6.QtWidgets import QWidget

from socdesk.ui.session.screen_capture import CaptureGuard, affinity_of_system

SHOWN, BLACK, LEFT_OUT = 0x0, 0x1, 0x11


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def asked():
    return []


def guard(window, asked, can=(SHOWN, BLACK, LEFT_OUT)):
    return CaptureGuard(window, lambda number, wish: asked.append((number, wish)) or wish in can)


def test_every_window_is_left_out_and_shown_again(window, asked):
    made, own = guard(window, asked), int(window.windowHandle().winId())
    made.set_hidden(hidden=True)
    assert (own, LEFT_OUT) in asked
    other = QWidget(window)
    asked.clear()
    made._see_to(window.windowHandle())
    made.set_hidden(hidden=True)
    assert asked == [(own, LEFT_OUT)]
    made.set_hidden(hidden=False)
    assert (own, SHOWN) in asked
    assert not made.fails
    other.deleteLater()


def test_an_older_system_blacks_it_out_and_one_that_can_do_neither_is_told(window, asked):
    made, own = guard(window, asked, can=(SHOWN, BLACK)), int(window.windowHandle().winId())
    made.set_hidden(hidden=True)
    assert [wish for number, wish in asked if number == own] == [LEFT_OUT, BLACK]
    assert not made.fails
    other = guard(window, asked, can=())
    other.set_hidden(hidden=True)
    assert other.fails
    asked.clear()
    other.set_hidden(hidden=False)
    other._see_to(window.windowHandle())
    assert [wish for _number, wish in asked] == [SHOWN] * len(asked)
    assert not other.fails


def test_no_system_but_windows_is_asked(window):
    assert affinity_of_system(int(window.winId()), LEFT_OUT) is False
