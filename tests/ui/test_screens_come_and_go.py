"""Pages are built and destroyed while accessibility is on; acceptance builds 400."""

from itertools import cycle, islice

import pytest
import shiboken6
from helpers.screens.many import SPOTS, build_and_destroy
from helpers.screens.stage import Stage
from PySide6.QtGui import QAccessible

from socdesk.ui.navigation import BUILDERS
from socdesk.ui.page import Page


@pytest.fixture
def listening(heading_roles):
    """Qt makes interfaces, and tells of changes, as it does for a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def stage(qtbot, theme, listening, desk_folder, tmp_path):
    stage = Stage(theme, desk_folder, tmp_path / "settings")
    qtbot.addWidget(stage.window)
    stage.open()
    stage.unlock()
    return stage


def read_below(interface):
    """Read names and roles of all that is there, to the first cells of each table."""
    assert interface.isValid()
    interface.text(QAccessible.Text.Name)
    children = [interface.child(number) for number in range(min(interface.childCount(), 20))]
    return [interface.role(), *(role for each in children if each is not None for role in read_below(each))]


def test_twenty_screens_come_and_go_and_are_read_meanwhile(stage):
    seen, read = [], set()

    def look():
        page = stage.window.frame.stack.currentWidget()
        assert isinstance(page, Page)
        seen.append(page)
        read.update(read_below(QAccessible.queryAccessibleInterface(stage.window)))

    faults = []
    stage.window.work.failed.connect(faults.append)
    for spot in islice(cycle(SPOTS), 20):
        build_and_destroy(stage, spot, look)
    assert faults == []
    assert len(seen) == 20
    assert not any(shiboken6.isValid(page) for page in seen)
    assert {QAccessible.Role.Heading, QAccessible.Role.Table, QAccessible.Role.Cell} <= read


def test_every_page_of_the_window_is_among_them():
    assert {spot.page for spot in SPOTS} - set(BUILDERS) == set()
    assert set(BUILDERS) - {spot.page for spot in SPOTS} == {"history"}, "it shows nothing without a record"
