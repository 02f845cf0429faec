"""The real window with an open desk, on one of its pages."""

import pytest
from helpers.papers_by_keys import draft, drawn, papers
from PySide6.QtWidgets import QWidget

from socdesk.commands.places import Spot
from socdesk.desk.deeds import Deed
from socdesk.jobs import Job

__all__ = ["draft", "drawn", "papers"]


@pytest.fixture
def on_desk_thread(open_window, qtbot):
    """Do something on the desk's own thread, and wait for what comes of it."""

    def do(something):
        found = []
        owner = QWidget()
        open_window.work.write(Job("Test", lambda _progress: something()), owner, found.append)
        qtbot.waitUntil(lambda: bool(found))
        owner.deleteLater()
        return found[0]

    return do


@pytest.fixture
def desk(open_window):
    return open_window.frame.room.desk


@pytest.fixture
def keep(desk, on_desk_thread):
    return lambda *records: on_desk_thread(lambda: desk.do(Deed(words="Kept", puts=records))).records


@pytest.fixture
def settled(open_window, qtbot):
    """Wait until no job runs and what came of the last is shown."""

    def wait():
        running = []
        open_window.work.busy.connect(running.append)
        qtbot.waitUntil(lambda: not open_window.work._running)

    return wait


@pytest.fixture
def page(open_window, qtbot):
    """Go to a page and wait for its rows."""

    def go(key, view=""):
        open_window.go(Spot(key, view))
        page = open_window.frame.navigation.page
        qtbot.waitUntil(lambda: bool(page.list.model.ids) and page.list.model.row(0) is not None)
        qtbot.waitUntil(lambda: page.list.panel.detail is not None)
        return page

    return go
