"""The application as it is, a desk at the policy's least cost, and a window whose parts can be waited for."""

import shutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from helpers.window_lint import SIZES, complaints
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socdesk.desk.deeds import Deed
from socdesk.desk.opening import LEAST_COST, House, new_desk
from socdesk.desk.ways_in import WaysIn
from socdesk.device_settings import SettingsFile
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import Concern
from socdesk.registers.register import new_id
from socdesk.ui.application import make_application
from socdesk.ui.main_window import MainWindow
from socdesk.ui.session.idle_time import SYSTEM_CLOCKS
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens
from socdesk.ui.tidying import Tidying
from socdesk.ui.widgets.labels import HeadingRoles
from socdesk.ui.work import Work

PASSPHRASE = "quiet harbour velvet ladder"
NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def qapp():
    return QApplication.instance() or make_application()


@pytest.fixture(scope="session")
def heading_roles(qapp):
    return HeadingRoles()


@pytest.fixture
def theme(qapp):
    return Theme(qapp, load_tokens(), appearance="light")


@pytest.fixture
def house():
    return House(clock=lambda: NOW)


@pytest.fixture(scope="session")
def _made_desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "desk"
    made = new_desk(folder, PASSPHRASE, House(clock=lambda: NOW), cost=LEAST_COST)
    concern = Concern(
        id=new_id(),
        received=NOW,
        channel="PHONE",
        received_by="Duty officer",
        urgency="SAME_DAY",
        summary="Visitors at all hours at an empty shop",
    )
    made.desk.do(Deed(words="Added a concern", puts=(concern,)))
    made.desk.lock()
    return folder, made.recovery_words


@pytest.fixture
def recovery_words(_made_desk):
    return _made_desk[1]


@pytest.fixture
def desk_folder(_made_desk, tmp_path):
    return shutil.copytree(_made_desk[0], tmp_path / "desk")


@pytest.fixture
def ways(house):
    return WaysIn(lambda: house, LEAST_COST)


@pytest.fixture
def work(qapp):
    work = Work()
    yield work
    work.close()


@pytest.fixture
def make_window(qtbot, theme, ways, tmp_path, heading_roles):
    def make(folder, settings=None, clocks=SYSTEM_CLOCKS):
        file = SettingsFile(tmp_path / "settings")
        if settings is not None:
            file.write(settings)
        window = MainWindow(theme, Work(), ways, file, folder, clocks=clocks)
        Tidying(window)
        qtbot.addWidget(window)
        window.resize(1366, 690)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make


@pytest.fixture
def keys(qtbot):
    """Press keys where the keyboard is, as a person does."""

    def text(words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def press(*pressed, modifier=Qt.KeyboardModifier.NoModifier):
        for key in pressed:
            QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)

    return SimpleNamespace(text=text, press=press)


@pytest.fixture
def locked_window(make_window, desk_folder):
    return make_window(desk_folder)


@pytest.fixture
def open_window(locked_window, keys, qtbot):
    keys.text(PASSPHRASE)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: locked_window.frame is not None, timeout=20_000)
    page = locked_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.summary.text() != "Loading", timeout=20_000)
    return locked_window


@pytest.fixture
def rename_action():
    """Change an action's title on the desk's own thread, as every deed is done."""

    def rename(desk, title):
        from dataclasses import replace

        action = desk.read.page(ACTIONS)[0]
        return desk.do(Deed(words="Changed an action", puts=(replace(action, title=title),)))

    return rename


@pytest.fixture
def said(open_window):
    words = []
    open_window.announcer.announced.connect(words.append)
    return words


@pytest.fixture
def fits(qtbot, request):
    """Try a window, the open one if none is given, at every size that is promised: nothing under ``root`` is cut."""

    def check(window=None, root=None):
        window = window or request.getfixturevalue("open_window")

        def nothing_is_wrong():
            assert complaints(root or window) == []

        def has_size(width, height):
            window.resize(width, height)  # again and again: a layout knows its new least size a little later
            return (window.width(), window.height()) == (width, height)

        for zoom, width, height in SIZES:
            window.theme.set_zoom(zoom)
            qtbot.waitUntil(lambda w=width, h=height: has_size(w, h))
            qtbot.waitUntil(nothing_is_wrong, timeout=4000)
        window.theme.set_zoom(100)

    return check
