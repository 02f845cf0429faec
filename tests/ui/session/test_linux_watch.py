"""Sleep and lock are heard over a bus that is the test's own."""

import shutil

import pytest
from PySide6.QtCore import QObject

from socdesk.ui.session.linux_watch import LinuxWatch, escaped
from tests.ui.session.conftest import LOGIN, SAVER, tell

pytestmark = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="there is no D-Bus here")


def test_sleep_and_both_kinds_of_lock_are_heard(bus, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    ours, theirs = bus
    assert theirs.registerService(LOGIN)
    assert theirs.registerService(SAVER)
    owner = QObject()
    watch = LinuxWatch(owner, system=ours, session=ours)
    assert (watch.hears_sleep, watch.hears_lock, watch.unheard) == (True, True, "")
    with qtbot.waitSignal(watch.sleeping):
        tell(theirs, "/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", True)  # noqa: FBT003
    with qtbot.waitSignal(watch.locked):
        tell(theirs, "/org/freedesktop/login1/session/_32", f"{LOGIN}.Session", "Lock")
    with qtbot.waitSignal(watch.locked):
        tell(theirs, "/ScreenSaver", SAVER, "ActiveChanged", True)  # noqa: FBT003


def test_where_nobody_would_tell_that_is_said(bus):
    ours, _theirs = bus
    owner = QObject()
    assert LinuxWatch(owner, system=ours, session=ours).unheard != ""


def test_names_of_sessions_are_written_as_systemd_does():
    assert [escaped(name) for name in ("2", "c1", "42")] == ["_32", "c1", "_342"]
