import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.job_line import JobLine


@pytest.fixture
def line(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    line = JobLine(theme, Announcer(window))
    QVBoxLayout(window).addWidget(line)
    window.show()
    return line


@pytest.fixture
def progress():
    return CancellableProgress(SilentProgress().report)


def test_a_short_job_shows_nothing(line, progress, qtbot):
    line.follow("Importing", progress)
    line.end()
    line._delay.timeout.emit()
    assert line.isHidden()


def test_a_longer_job_says_how_far_it_is(line, progress, qtbot):
    line.follow("Importing", progress)
    qtbot.waitUntil(line.isVisible)
    line.watch(212, 337, "")
    assert line.words == "Importing, 212 of 337"


def test_cancel_reaches_the_job_and_can_be_pressed_once(line, progress, qtbot):
    line.follow("Importing", progress)
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(line.cancelled):
        line.cancel.click()
    assert progress._cancelled.is_set()
    assert not line.cancel.isEnabled()


def test_what_is_reported_after_the_end_is_not_shown(line, progress):
    line.follow("Importing", progress)
    line.end()
    line.watch(1, 2, "late")
    assert line.words == "Importing"
