"""A real encrypted desk, opened on the desk's own thread as the window does it, and what every page is given."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.deeds import Deed
from socdesk.desk.opening import House, _opened, new_desk
from socdesk.desk.trust import EarlyLook
from socdesk.jobs import Job
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import unlock_with_passphrase
from socdesk.ui.backups.keeper import BackupKeeper
from socdesk.ui.desk_changes import DeskChanges
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.room import Room
from socdesk.ui.theme.fonts import load_fonts
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.labels import HeadingRoles
from socdesk.ui.widgets.notice_bar import NoticeBar
from socdesk.ui.work import Work

PASSPHRASE = "quiet harbour velvet ladder"


class MovingClock:
    """A clock that says what it is told, and a second more at each look."""

    def __init__(self, now=datetime(2026, 3, 16, 9, tzinfo=UTC)):
        self.now = now

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("laid-out") / "desk"
    house = House(clock=MovingClock(datetime(2026, 3, 2, 8, tzinfo=UTC)))
    new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR).desk.lock()
    return folder, unlock_with_passphrase(read_key_file(folder / KEY_FILE_NAME), PASSPHRASE)


@pytest.fixture
def clock():
    return MovingClock()


@pytest.fixture(scope="session")
def roles(qapp):
    qapp.setStyle("Fusion")
    load_fonts()
    return HeadingRoles()


@pytest.fixture
def theme(qapp, roles):
    return Theme(qapp, load_tokens(), appearance="light")


@pytest.fixture
def work(qapp):
    work = Work()
    faults = []
    work.failed.connect(faults.append)
    yield work
    work.close()
    assert not faults


@pytest.fixture
def on_desk_thread(work, qtbot):
    """Do something on the desk's thread and wait for what comes of it."""

    def do(something):
        found = []
        owner = QWidget()
        work.write(Job("Test", lambda _progress: something()), owner, found.append)
        qtbot.waitUntil(lambda: bool(found))
        owner.deleteLater()
        return found[0]

    return do


@pytest.fixture
def desk(laid_out, tmp_path, clock, on_desk_thread):
    standing, unlocked = laid_out
    folder = tmp_path / "desk"
    shutil.copytree(standing, folder)
    key_file, house = read_key_file(folder / KEY_FILE_NAME), House(clock=clock)
    look = EarlyLook(folder / key_file.db_file)
    opened = on_desk_thread(lambda: _opened(folder, key_file, unlocked, house, look))
    yield opened
    on_desk_thread(opened.lock)


class FakeShell:
    """Keeps what a page asked of the window."""

    def __init__(self):
        self.gone, self.asked = [], []

    def go(self, spot):
        self.gone.append(spot)

    def __getattr__(self, name):
        return lambda *arguments: self.asked.append((name, *arguments))


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    window.setProperty("look", "page")
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(window)
    window.resize(1150, 700)
    return window


@pytest.fixture
def room(desk, work, theme, window):
    announcer = Announcer(window)
    changes = DeskChanges(desk)
    notices, keeper = NoticeBar(theme, announcer, window), BackupKeeper(desk, work, changes)
    return Room(desk, work, theme, FakeShell(), announcer, notices, changes, keeper)


@pytest.fixture
def said(room):
    """What was said aloud."""
    words = []
    room.announcer.announced.connect(words.append)
    return words


@pytest.fixture
def looks(theme):
    return load_looks(theme.tokens)


@pytest.fixture
def keep(desk, on_desk_thread):
    """Save records in one deed."""
    return lambda *records: on_desk_thread(lambda: desk.do(Deed(words="Kept", puts=records))).records


@pytest.fixture
def shown(qtbot, window):
    """Put a widget into the window, show it, and wait until it has the keyboard."""

    def show(widget):
        window.layout().addWidget(widget)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window).__enter__()
        return widget

    return show
