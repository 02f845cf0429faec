"""This computer remembers the desk, in the window: asked for, used at the door, forgotten; or refused in words."""

import pytest
from PySide6.QtCore import Qt

from socdesk.desk import remembering
from socdesk.ui.screens.unlock import UnlockScreen

Key = Qt.Key
OWN = "quiet harbour velvet ladder"


@pytest.fixture
def device(settings, settled):
    """Go to the section and wait until it has looked."""

    def go():
        section = settings("device").section
        settled()
        return section

    return go


def test_by_keys_the_computer_remembers_opens_and_forgets(shelf, device, open_window, keys, qtbot):
    section = device()
    assert section.door.standing.text() == "No computer remembers this desk."
    assert section.door.forget.isHidden()
    section.door.own.focus_widget.setFocus()
    keys.text(OWN)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "until 23 March 2026" in section.door.standing.text(), timeout=20_000)
    assert len(shelf.kept) == 1
    open_window.lock()
    screen = open_window.doors.currentWidget()
    assert isinstance(screen, UnlockScreen)
    assert screen.open.hasFocus()
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=20_000)
    section = device()
    section.door.own.focus_widget.setText(OWN)
    section.door.forget.click()
    qtbot.waitUntil(lambda: section.door.standing.text() == "No computer remembers this desk.", timeout=20_000)
    assert shelf.kept == {}
    open_window.lock()
    assert open_window.doors.currentWidget()._by_itself is None


def test_a_computer_that_opens_it_no_longer_says_so_and_asks_for_the_passphrase(shelf, device, open_window, qtbot):
    section = device()
    section.door.own.focus_widget.setText(OWN)
    section.door._keep()
    qtbot.waitUntil(lambda: "until 23 March 2026" in section.door.standing.text(), timeout=20_000)
    open_window.lock()
    shelf.kept.clear()
    screen = open_window.doors.currentWidget()
    screen.open.click()
    qtbot.waitUntil(lambda: "no longer opens the desk by itself" in screen.trouble.words, timeout=20_000)
    assert screen._by_itself.isHidden()
    assert screen.passphrase.focus_widget.hasFocus()


def test_a_store_that_cannot_be_trusted_is_told_with_its_reason(device, monkeypatch):
    monkeypatch.setattr(remembering, "name_of_backend", lambda: "none: its credential store does not answer")
    section = device()
    assert "cannot remember the desk: its credential store does not answer." in section.door.caution.words
    assert section.door.keep.isHidden()
