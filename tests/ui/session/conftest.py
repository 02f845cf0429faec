"""A bus of the test's own, on which it speaks as the system does; and the hands of the window's clocks."""

import shutil
import subprocess
from types import SimpleNamespace

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from socdesk.ui.session.idle_time import Clocks
from tests.ui.screens.conftest import draft, drawn, on_desk_thread, page, papers

__all__ = ["draft", "drawn", "on_desk_thread", "page", "papers"]

LOGIN, SAVER = "org.freedesktop.login1", "org.freedesktop.ScreenSaver"


@pytest.fixture
def bus(qapp):
    """A bus with two ends: the program's and the system's."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("there is no D-Bus here")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    address = daemon.stdout.readline().strip()
    ends = [QDBusConnection.connectToBus(address, name) for name in ("ours", "theirs")]
    yield ends
    for name in ("ours", "theirs"):
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


def tell(bus, path, interface, name, *arguments):
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(arguments))
    bus.send(message)


@pytest.fixture
def hands():
    """The hands of both clocks, to be moved by tests."""
    at = SimpleNamespace(wall=0.0, steady=0.0)
    at.clocks = Clocks(lambda: at.wall, lambda: at.steady)
    return at
