"""What only refers to itself goes on the window's thread, between two turns of its loop, and never amid anything."""

import gc
from threading import Thread

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from socdesk.ui.tidying import Tidying


@pytest.fixture
def stray(qapp):
    """Make a widget that refers to itself alone, and forget it; return how to tell whether it is gone."""
    gone = []
    owner = QObject()
    gc.enable()
    tidying = Tidying(owner)
    widget = QWidget()
    widget.itself = widget
    widget.destroyed.connect(lambda: gone.append(True))
    del widget
    yield lambda: bool(gone)
    shiboken6.delete(owner)
    gc.disable()
    del tidying


def make_much():
    return [[each] for each in range(20_000)]


def test_a_job_that_makes_much_leaves_a_stray_widget_alone(stray):
    job = Thread(target=make_much)
    job.start()
    job.join()
    make_much()
    assert not stray()


def test_a_turn_of_the_loop_takes_it_away(stray, qtbot):
    kept = make_much()
    qtbot.waitUntil(stray)
    assert len(kept) == 20_000


def test_python_tidies_again_when_the_window_is_gone(qapp):
    owner = QObject()
    gc.enable()
    Tidying(owner)
    assert not gc.isenabled()
    shiboken6.delete(owner)
    assert gc.isenabled()
    gc.disable()


def test_where_python_was_kept_from_it_before_it_stays_so(qapp):
    owner = QObject()
    Tidying(owner)
    shiboken6.delete(owner)
    assert not gc.isenabled()
